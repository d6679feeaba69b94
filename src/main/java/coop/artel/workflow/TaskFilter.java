package coop.artel.workflow;

import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of a view somebody looks for; what is absent does not matter.
 *
 * @param words found in a case's number, a task's name or a person's
 * @param from first last day
 * @param to last last day
 * @param holder who has claimed it; {@code free} goes before
 * @param free nobody has claimed it
 */
public record TaskFilter(
    @Nullable Words words,
    @Nullable String process,
    @Nullable Due due,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable PersonId holder,
    boolean free,
    Sort sort) {
  public static final TaskFilter NONE =
      new TaskFilter(null, null, null, null, null, null, false, Sort.DUE);

  /**
   * What was typed, as far as it is understood: one of these must fit.
   *
   * @param number of the case
   * @param activities whose names hold the words
   * @param subjects whose names begin with the words
   */
  public record Words(
      @Nullable CaseNumber number, Set<String> activities, Set<PersonId> subjects) {}

  /** Which last days, by the day that it is in the task's cooperative. */
  public enum Due {
    OVERDUE("tasks.due < today.day"),
    TODAY("tasks.due = today.day"),
    WEEK("tasks.due between today.day and today.day + 6"),
    NONE("tasks.due is null");

    final String condition;

    Due(String condition) {
      this.condition = condition;
    }

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** In which order; the id decides between equals. */
  public enum Sort {
    DUE("tasks.due, tasks.created, tasks.id"),
    NEWEST("tasks.created desc, tasks.id"),
    OLDEST("tasks.created, tasks.id"),
    CASE(
        "(select (year, number) from workflow.cases where cases.id = tasks.case_id),"
            + " tasks.created, tasks.id"),
    PROCESS("tasks.process, tasks.due, tasks.created, tasks.id"),
    /** By the name of whom the case is about; among the tasks of one person as {@link #DUE}. */
    PERSON(DUE.order);

    final String order;

    Sort(String order) {
      this.order = order;
    }

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Nothing is left out. */
  public boolean isEmpty() {
    return words == null
        && process == null
        && due == null
        && from == null
        && to == null
        && holder == null
        && !free;
  }

  String condition() {
    var condition = new StringBuilder();
    if (words != null) {
      condition.append(
          " and (tasks.activity = any(:activities) or tasks.case_id in (select id from"
              + " workflow.cases where number = :number and (:year in (year, "
              + CaseNumber.ANY_YEAR
              + ")) or subject = any(:subjects)))");
    }
    if (process != null) {
      condition.append(" and tasks.process = :process");
    }
    if (due != null) {
      condition.append(" and ").append(due.condition);
    }
    if (from != null) {
      condition.append(" and tasks.due >= :from");
    }
    if (to != null) {
      condition.append(" and tasks.due <= :to");
    }
    if (free) {
      condition.append(" and tasks.assignee is null");
    } else if (holder != null) {
      condition.append(" and tasks.assignee = :holder");
    }
    return condition.toString();
  }
}
