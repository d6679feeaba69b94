package coop.artel.desk.cases;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.QueryString;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.workflow.CaseFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is looked for among cases, as it stands in an address.
 *
 * @param q a case's number or id, a member's number, or words of a person's name
 * @param outcome open, ended, or the id of an end
 * @param article one on which the law's decisions rest
 * @param sort newest, oldest, ended, number
 * @param cooperative one of those that the reader serves
 * @param waiting activity of an open task, or none: nobody has a task
 * @param late an office with an overdue task, of the cooperative that is named too
 * @param decided month in which the council decided, of the cooperative that is named too
 */
public record CaseQuery(
    @Nullable String q,
    @Nullable String process,
    @Nullable String outcome,
    @Nullable String article,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate startedFrom,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate startedTo,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate endedFrom,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate endedTo,
    @Nullable String sort,
    @Nullable UUID cooperative,
    @Nullable String waiting,
    @Nullable String late,
    @Nullable YearMonth decided) {
  private static final int LONGEST = 200;

  /** Days are those of this zone. */
  CaseFilter filter(
      ZoneId zone, CaseFilter.Part part, Set<PersonId> registered, Set<String> entering) {
    return new CaseFilter(
        text("q", q),
        text("process", process),
        text("outcome", outcome),
        text("article", article),
        start("startedFrom", startedFrom, zone),
        end("startedTo", startedTo, zone),
        start("endedFrom", endedFrom, zone),
        end("endedTo", endedTo, zone),
        part,
        order(),
        registered,
        entering);
  }

  String words() {
    return text("q", q);
  }

  String waitingFor() {
    return text("waiting", waiting);
  }

  @Nullable Office lateOffice() {
    var name = text("late", late);
    if (name.isEmpty()) {
      return null;
    }
    return Arrays.stream(Office.values())
        .filter(office -> office.id().equals(name))
        .findFirst()
        .orElseThrow(() -> new BadParameter("late"));
  }

  @Nullable YearMonth decidedIn() {
    CaseAccess.demandYear(decided == null ? null : decided.atDay(1), "decided");
    return decided;
  }

  /** For what is told of one cooperative only. */
  CooperativeId home() {
    if (cooperative == null) {
      throw new BadParameter("cooperative");
    }
    return new CooperativeId(cooperative);
  }

  /** A key figure was followed, whose conditions stand beside the fields. */
  public boolean narrowed() {
    return cooperative != null || !waitingFor().isEmpty() || late != null || decided != null;
  }

  public CaseFilter.Order order() {
    if (sort == null || sort.isBlank()) {
      return CaseFilter.Order.NEWEST;
    }
    for (var order : CaseFilter.Order.values()) {
      if (order.id().equals(sort)) {
        return order;
      }
    }
    throw new BadParameter("sort");
  }

  /** Whether anything is asked at all. */
  public boolean asks() {
    return !asked().isEmpty();
  }

  /** As it follows other parameters of an address. */
  public String link() {
    var link = new QueryString();
    parameters().forEach(link::with);
    return link.further();
  }

  /** All that is asked, and the order unless it is the usual one. */
  public Map<String, String> parameters() {
    var all = asked();
    if (order() != CaseFilter.Order.NEWEST) {
      all.put("sort", order().id());
    }
    return all;
  }

  private Map<String, String> asked() {
    var all = new LinkedHashMap<String, String>();
    put(all, "q", q);
    put(all, "process", process);
    put(all, "outcome", outcome);
    put(all, "article", article);
    put(all, "startedFrom", startedFrom);
    put(all, "startedTo", startedTo);
    put(all, "endedFrom", endedFrom);
    put(all, "endedTo", endedTo);
    put(all, "cooperative", cooperative);
    put(all, "waiting", waiting);
    put(all, "late", late);
    put(all, "decided", decided);
    return all;
  }

  private static void put(Map<String, String> all, String name, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      all.put(name, value.toString());
    }
  }

  private static String text(String name, @Nullable String value) {
    var text = value == null ? "" : value.strip();
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw new BadParameter(name);
    }
    return text;
  }

  private static @Nullable Instant start(String name, @Nullable LocalDate day, ZoneId zone) {
    CaseAccess.demandYear(day, name);
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  private static @Nullable Instant end(String name, @Nullable LocalDate day, ZoneId zone) {
    CaseAccess.demandYear(day, name);
    return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
