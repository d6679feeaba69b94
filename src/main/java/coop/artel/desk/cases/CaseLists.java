package coop.artel.desk.cases;

import coop.artel.access.Caller;
import coop.artel.desk.frame.FileName;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.Zones;
import coop.artel.members.AdmissionTimes;
import coop.artel.members.Imports;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.workflow.CaseFilter;
import coop.artel.workflow.CaseSearch;
import coop.artel.workflow.Cases;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lists of cases as they were asked for, on a page or as a table to take along. */
@Component
public class CaseLists {
  private static final int PORTION = 100;
  private static final int LONGEST = 10_000;
  private static final String FORMULA = "=+-@\t\r";
  private static final String BYTE_ORDER = "\ufeff";

  private final CaseSearch search;
  private final CaseViews views;
  private final Names names;
  private final AdmissionTimes times;
  private final LegalClock clock;
  private final Zones zones;
  private final MemberSearch whom;
  private final Imports imports;

  CaseLists(
      CaseSearch search,
      CaseViews views,
      Names names,
      AdmissionTimes times,
      LegalClock clock,
      Zones zones,
      MemberSearch whom,
      Imports imports) {
    this.search = search;
    this.views = views;
    this.names = names;
    this.times = times;
    this.clock = clock;
    this.zones = zones;
    this.whom = whom;
    this.imports = imports;
  }

  /** Something to choose from, and how it is called. */
  public record Choice(String id, String name) {}

  List<Cases.Case> part(Caller caller, CaseQuery query, int offset, int limit) {
    return search.list(caller, filter(caller, query), offset, limit);
  }

  /** The conditions that have no field of their own, in words. */
  String part(CaseQuery query, Wording wording) {
    var month = query.decidedIn();
    var office = query.lateOffice();
    var waiting = query.waitingFor();
    return Stream.of(
            query.cooperative() == null ? null : names.cooperative(query.home()).shortName(),
            waiting.isEmpty() ? null : waiting(waiting, wording),
            office == null
                ? null
                : wording.say("cases.part.late", wording.say("office." + office.id())),
            month == null ? null : wording.say("cases.part.decided", wording.month(month)))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  static String waiting(String activity, Wording wording) {
    return activity.equals(CaseFilter.NOTHING)
        ? wording.say("cases.part.nothing")
        : TaskRows.title(activity, wording);
  }

  public long count(Caller caller, CaseQuery query) {
    return search.count(caller, filter(caller, query));
  }

  List<Choice> processes(Caller caller, Wording wording) {
    return search.processes(caller).stream()
        .map(it -> new Choice(it, CaseViews.process(it, wording)))
        .toList();
  }

  List<Choice> outcomes(Caller caller, Wording wording) {
    return Stream.concat(
            Stream.of("open", "ended").map(it -> new Choice(it, wording.say("case." + it))),
            search.outcomes(caller).stream()
                .map(it -> new Choice(it, wording.sayOr("outcome." + it, it))))
        .toList();
  }

  List<String> articles() {
    return search.articles();
  }

  /** All that was found, up to ten thousand lines, as spreadsheets in that language read it. */
  public ResponseEntity<byte[]> csv(Caller caller, CaseQuery query, Wording wording) {
    var filter = filter(caller, query);
    var lines = new ArrayList<String>();
    var zones = new HashMap<CooperativeId, ZoneId>();
    var separator = wording.locale().getLanguage().equals("ru") ? ";" : ",";
    lines.add(
        line(
            separator,
            Stream.of("number", "about", "process", "cooperative", "state", "started", "ended")
                .map(column -> wording.say("cases.col." + column))));
    for (int offset = 0; offset < LONGEST; offset += PORTION) {
      var part = search.list(caller, filter, offset, PORTION);
      var heads = views.heads(part, wording);
      for (int i = 0; i < part.size(); i++) {
        var zone =
            zones.computeIfAbsent(part.get(i).cooperative(), id -> names.cooperative(id).zone());
        lines.add(line(separator, cells(part.get(i), heads.get(i), zone)));
      }
      if (part.size() < PORTION) {
        break;
      }
    }
    var name = new FileName(wording.say("cases.title"), "csv");
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.attached())
        .body((BYTE_ORDER + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<String> cells(Cases.Case it, CaseView.Head head, ZoneId zone) {
    var ended = it.endedAt();
    return Stream.of(
        head.number(),
        head.subject(),
        head.process(),
        head.cooperative(),
        head.state(),
        it.startedAt().atZone(zone).toLocalDate().toString(),
        ended == null ? "" : ended.atZone(zone).toLocalDate().toString());
  }

  public static String line(String separator, Stream<String> cells) {
    return cells.map(CaseLists::cell).collect(Collectors.joining(separator)) + "\r\n";
  }

  /** A spreadsheet must not take what somebody typed for a formula. */
  private static String cell(String text) {
    var plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + plain.replace("\"", "\"\"") + '"';
  }

  /**
   * Days are meant as in the cooperative that is asked for, or the first that the caller serves.
   */
  private CaseFilter filter(Caller caller, CaseQuery query) {
    var home = query.cooperative();
    var part =
        new CaseFilter.Part(
            home == null ? null : query.home(), query.waitingFor(), late(query), decided(query));
    return query.filter(
        home != null && caller.serves(query.home())
            ? names.cooperative(query.home()).zone()
            : zones.of(caller),
        part,
        whom.find(caller, query.words()),
        imports.casesOf(caller, whom.meant(caller, query.words())));
  }

  private CaseFilter.@Nullable Late late(CaseQuery query) {
    var office = query.lateOffice();
    if (office == null) {
      return null;
    }
    var home = query.home();
    return new CaseFilter.Late(
        home + ":" + office.id(), clock.today(names.cooperative(home).zone()));
  }

  private @Nullable Set<String> decided(CaseQuery query) {
    var month = query.decidedIn();
    return month == null
        ? null
        : times.decided(query.home(), month.atDay(1), month.atEndOfMonth()).stream()
            .map(AdmissionTimes.Admission::caseId)
            .collect(Collectors.toUnmodifiableSet());
  }
}
