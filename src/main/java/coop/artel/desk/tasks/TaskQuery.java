package coop.artel.desk.tasks;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.QueryString;
import coop.artel.values.PersonId;
import coop.artel.workflow.TaskFilter;
import coop.artel.workflow.TaskFilter.Due;
import coop.artel.workflow.TaskFilter.Sort;
import coop.artel.workflow.TaskFilter.Words;
import coop.artel.workflow.Tasks.View;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of the task list, as its address says it.
 *
 * @param q words, or a case's number
 * @param holder a person's id, {@code me} or {@code free}
 * @param from first last day
 * @param to last last day
 */
record TaskQuery(
    @Nullable String view,
    @Nullable String q,
    @Nullable String process,
    @Nullable String due,
    @Nullable String holder,
    @Nullable String from,
    @Nullable String to,
    @Nullable String sort) {
  private static final int LONGEST = 200;

  TaskQuery {
    view = given(view);
    q = given(q);
    process = given(process);
    due = given(due);
    holder = given(holder);
    from = given(from);
    to = given(to);
    sort = given(sort);
    if (q != null && q.length() > LONGEST) {
      throw new BadParameter("q");
    }
  }

  View chosen() {
    return of(View.values(), view == null ? "mine" : view, "view");
  }

  /** Throws {@link BadParameter} for a value that a parameter may not have. */
  TaskFilter filter(PersonId me, @Nullable Words words) {
    return new TaskFilter(
        words,
        process,
        due == null ? null : of(Due.values(), due, "due"),
        day(from, "from"),
        day(to, "to"),
        holder == null || holder.equals("free") ? null : holder.equals("me") ? me : person(holder),
        "free".equals(holder),
        sort == null ? Sort.DUE : of(Sort.values(), sort, "sort"));
  }

  /** Something is looked for, so that an empty list does not mean that there is no work. */
  public boolean narrows() {
    return q != null
        || process != null
        || due != null
        || holder != null
        || from != null
        || to != null;
  }

  /** The days are chosen by themselves, so the form shows them open. */
  public boolean ranged() {
    return from != null || to != null;
  }

  /** As the end of an address. */
  public String link() {
    return linkTo(view == null ? "mine" : view);
  }

  /** The same question in another part of the list. */
  public String linkTo(String other) {
    return new QueryString()
        .with("view", other)
        .with("q", q)
        .with("process", process)
        .with("due", due)
        .with("holder", holder)
        .with("from", from)
        .with("to", to)
        .with("sort", sort)
        .toString();
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static <E extends Enum<E>> E of(E[] values, String name, String parameter) {
    return Arrays.stream(values)
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new BadParameter(parameter));
  }

  private static @Nullable LocalDate day(@Nullable String text, String parameter) {
    var day = text == null ? null : parsed(text, LocalDate::parse, parameter);
    CaseAccess.demandYear(day);
    return day;
  }

  private static PersonId person(String id) {
    return parsed(id, PersonId::of, "holder");
  }

  private static <T> T parsed(String text, Function<String, T> parser, String parameter) {
    try {
      return parser.apply(text);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new BadParameter(parameter);
    }
  }
}
