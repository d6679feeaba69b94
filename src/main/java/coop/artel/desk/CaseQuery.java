package coop.artel.desk;

import coop.artel.workflow.CaseFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriUtils;

/**
 * What is looked for among cases, as it stands in an address.
 *
 * @param q a case's number or id, or words of a person's name
 * @param outcome open, ended, or the id of an end
 * @param article one on which the law's decisions rest
 * @param sort newest, oldest, ended, number
 */
record CaseQuery(
    @Nullable String q,
    @Nullable String process,
    @Nullable String outcome,
    @Nullable String article,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate startedFrom,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate startedTo,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate endedFrom,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate endedTo,
    @Nullable String sort) {
  private static final int LONGEST = 200;

  /** Days are those of this zone. */
  CaseFilter filter(ZoneId zone) {
    return new CaseFilter(
        text("q", q),
        text("process", process),
        text("outcome", outcome),
        text("article", article),
        start("startedFrom", startedFrom, zone),
        end("startedTo", startedTo, zone),
        start("endedFrom", endedFrom, zone),
        end("endedTo", endedTo, zone),
        order());
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
    var all = asked();
    if (order() != CaseFilter.Order.NEWEST) {
      all.put("sort", order().id());
    }
    return all.entrySet().stream()
        .map(it -> "&" + it.getKey() + "=" + UriUtils.encode(it.getValue(), "UTF-8"))
        .collect(Collectors.joining());
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
