package coop.artel.desk.cases;

import coop.artel.access.Caller;
import coop.artel.desk.cases.Chart.Bar;
import coop.artel.desk.cases.Chart.Row;
import coop.artel.desk.frame.Wording;
import coop.artel.law.Law;
import coop.artel.members.AdmissionTimes;
import coop.artel.members.AdmissionTimes.Admission;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.values.LegalClock;
import coop.artel.workflow.CaseSearch;
import coop.artel.workflow.Workload;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws the key figures of a cooperative. What counts cases counts them with the very question that
 * its list asks, so that a number and the rows behind it cannot differ.
 */
@Component
class FigureCharts {
  private static final String ADMISSION = "admit-member";
  private static final String TERM = "admission.decision-days";
  private static final int MONTHS = 12;

  private final CaseLists lists;
  private final CaseSearch search;
  private final Workload workload;
  private final Memberships memberships;
  private final AdmissionTimes times;
  private final Law law;
  private final LegalClock clock;

  FigureCharts(
      CaseLists lists,
      CaseSearch search,
      Workload workload,
      Memberships memberships,
      AdmissionTimes times,
      Law law,
      LegalClock clock) {
    this.lists = lists;
    this.search = search;
    this.workload = workload;
    this.memberships = memberships;
    this.times = times;
    this.law = law;
    this.clock = clock;
  }

  /** What counts cases, before the longest of its bars is known. */
  private record Count(String label, boolean part, CaseQuery query, long cases) {}

  List<Chart> of(Caller caller, Cooperative home, Wording wording) {
    var today = clock.today(home.zone());
    var last = YearMonth.from(today);
    var months =
        IntStream.range(0, MONTHS).mapToObj(i -> last.minusMonths(MONTHS - 1L - i)).toList();
    return List.of(
        members(home, months, wording),
        open(caller, home, wording),
        late(caller, home, wording),
        days(home, months, today, wording),
        outcomes(caller, home, months.get(0).atDay(1), wording));
  }

  private Chart members(Cooperative home, List<YearMonth> months, Wording wording) {
    var all = memberships.all(home.id());
    var joined = byMonth(all.stream().map(Memberships.Membership::since));
    var left = byMonth(all.stream().map(Memberships.Membership::until).filter(it -> it != null));
    long longest =
        months.stream()
            .flatMap(it -> Stream.of(joined.getOrDefault(it, 0L), left.getOrDefault(it, 0L)))
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    Function<YearMonth, List<Bar>> bars =
        month ->
            Stream.of(Map.entry("joined", joined), Map.entry("left", left))
                .map(
                    series ->
                        bar(
                            series.getValue().getOrDefault(month, 0L),
                            longest,
                            "/members?cooperative=%s&%s=%s"
                                .formatted(home.id(), series.getKey(), month),
                            wording))
                .toList();
    return new Chart(
        "members",
        null,
        wording.say("figures.col.month"),
        List.of(wording.say("figures.joined"), wording.say("figures.left")),
        months.stream().map(it -> new Row(wording.month(it), false, bars.apply(it))).toList(),
        null);
  }

  private static Map<YearMonth, Long> byMonth(Stream<LocalDate> days) {
    return days.collect(Collectors.groupingBy(YearMonth::from, Collectors.counting()));
  }

  private Chart open(Caller caller, Cooperative home, Wording wording) {
    var counts = new ArrayList<Count>();
    var waiting = workload.of(home.id());
    for (String process : waiting.stream().map(Workload.Waiting::process).distinct().toList()) {
      var name = CaseViews.process(process, wording);
      counts.add(count(caller, name, false, open(home, process, null)));
      waiting.stream()
          .filter(it -> it.process().equals(process))
          .map(Workload.Waiting::activity)
          .forEach(
              activity ->
                  counts.add(
                      count(
                          caller,
                          CaseLists.waiting(activity, wording),
                          true,
                          open(home, process, activity))));
    }
    return cases("open", wording.say("figures.col.process"), counts, wording);
  }

  private Chart late(Caller caller, Cooperative home, Wording wording) {
    var counts =
        Arrays.stream(Office.values())
            .map(
                office ->
                    count(
                        caller,
                        wording.say("office." + office.id()),
                        false,
                        new Query(home).late(office)))
            .filter(it -> it.cases() > 0)
            .toList();
    return cases("late", wording.say("figures.col.office"), counts, wording);
  }

  private Chart outcomes(Caller caller, Cooperative home, LocalDate since, Wording wording) {
    var counts =
        Stream.concat(Stream.of("open"), search.outcomes(caller).stream())
            .map(
                outcome ->
                    count(
                        caller,
                        outcome.equals("open")
                            ? wording.say("case.open")
                            : wording.sayOr("outcome." + outcome, outcome),
                        false,
                        new Query(home).outcome(ADMISSION, outcome, since)))
            .filter(it -> it.cases() > 0)
            .toList();
    return cases("outcomes", wording.say("figures.col.outcome"), counts, wording);
  }

  private Chart days(Cooperative home, List<YearMonth> months, LocalDate today, Wording wording) {
    var byMonth =
        times
            .decided(home.id(), months.get(0).atDay(1), months.get(MONTHS - 1).atEndOfMonth())
            .stream()
            .collect(Collectors.groupingBy(it -> YearMonth.from(it.decidedOn())));
    var term =
        law.figure(TERM, home.id(), today).map(it -> Long.parseLong(it.value())).orElse(null);
    long longest =
        Math.max(
            term == null ? 0 : term,
            byMonth.values().stream().mapToLong(FigureCharts::median).max().orElse(0));
    var rows =
        months.stream()
            .filter(byMonth::containsKey)
            .map(it -> row(it, byMonth.getOrDefault(it, List.of()), home, term, longest, wording))
            .toList();
    return new Chart(
        "days",
        term == null
            ? wording.say("figures.days.bare")
            : wording.say("figures.days.note", wording.count("figures.day", term)),
        wording.say("figures.col.month"),
        List.of(wording.say("figures.col.days")),
        rows,
        term == null ? null : Chart.width(term, longest));
  }

  private static Row row(
      YearMonth month,
      List<Admission> decided,
      Cooperative home,
      @Nullable Long term,
      long longest,
      Wording wording) {
    long median = median(decided);
    var shown =
        wording.say(
            "figures.days.shown",
            wording.count("figures.day", median),
            wording.count("figures.count", decided.size()));
    var bar =
        new Bar(
            decided.size(),
            shown,
            "/cases?" + new Query(home).decided(month).link().substring(1),
            Chart.width(median, longest),
            term != null && median > term);
    return new Row(wording.month(month), false, List.of(bar));
  }

  /** Of an even number the larger of the two in the middle, which flatters nobody. */
  static long median(List<Admission> decided) {
    var days = decided.stream().mapToLong(Admission::days).sorted().toArray();
    return days[days.length / 2];
  }

  private Count count(Caller caller, String label, boolean part, CaseQuery query) {
    return new Count(label, part, query, lists.count(caller, query));
  }

  private static Chart cases(String id, String first, List<Count> counts, Wording wording) {
    long longest = counts.stream().mapToLong(Count::cases).max().orElse(0);
    return new Chart(
        id,
        wording.say("figures." + id + ".note"),
        first,
        List.of(wording.say("figures.col.cases")),
        counts.stream()
            .map(
                it ->
                    new Row(
                        it.label(),
                        it.part(),
                        List.of(
                            bar(
                                it.cases(),
                                longest,
                                "/cases?" + it.query().link().substring(1),
                                wording))))
            .toList(),
        null);
  }

  private static Bar bar(long value, long longest, String link, Wording wording) {
    return new Bar(value, wording.number(value), link, Chart.width(value, longest), false);
  }

  private static CaseQuery open(Cooperative home, String process, @Nullable String waiting) {
    return new Query(home).open(process, waiting);
  }

  /** Questions about the cases of one cooperative. */
  private record Query(Cooperative home) {
    CaseQuery open(String process, @Nullable String waiting) {
      return of(process, "open", null, waiting, null, null);
    }

    CaseQuery late(Office office) {
      return of(null, null, null, null, office.id(), null);
    }

    CaseQuery outcome(String process, String outcome, LocalDate since) {
      return of(process, outcome, since, null, null, null);
    }

    CaseQuery decided(YearMonth month) {
      return of(null, null, null, null, null, month);
    }

    private CaseQuery of(
        @Nullable String process,
        @Nullable String outcome,
        @Nullable LocalDate since,
        @Nullable String waiting,
        @Nullable String late,
        @Nullable YearMonth decided) {
      return new CaseQuery(
          null,
          process,
          outcome,
          null,
          since,
          null,
          null,
          null,
          null,
          home.id().value(),
          waiting,
          late,
          decided);
    }
  }
}
