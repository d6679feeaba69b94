package coop.artel.desk;

import coop.artel.access.Caller;
import coop.artel.workflow.CaseFilter;
import coop.artel.workflow.CaseSearch;
import coop.artel.workflow.Cases;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lists of cases as they were asked for, on a page or as a table to take along. */
@Component
class CaseLists {
  private static final int PORTION = 100;
  private static final int LONGEST = 10_000;
  private static final String FORMULA = "=+-@\t\r";
  private static final String BYTE_ORDER = "\ufeff";

  private final CaseSearch search;
  private final CaseViews views;
  private final Names names;

  CaseLists(CaseSearch search, CaseViews views, Names names) {
    this.search = search;
    this.views = views;
    this.names = names;
  }

  /** Something to choose from, and how it is called. */
  record Choice(String id, String name) {}

  List<Cases.Case> part(Caller caller, CaseQuery query, int offset, int limit) {
    return search.list(caller, filter(caller, query), offset, limit);
  }

  long count(Caller caller, CaseQuery query) {
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
  ResponseEntity<byte[]> csv(Caller caller, CaseQuery query, Wording wording) {
    var filter = filter(caller, query);
    var lines = new ArrayList<String>();
    var separator = wording.locale().getLanguage().equals("ru") ? ";" : ",";
    lines.add(
        line(
            separator,
            Stream.of("number", "about", "process", "cooperative", "state", "started", "ended")
                .map(column -> wording.say("cases.col." + column))));
    for (int offset = 0; offset < LONGEST; offset += PORTION) {
      var part = search.list(caller, filter, offset, PORTION);
      part.forEach(it -> lines.add(line(separator, cells(it, wording))));
      if (part.size() < PORTION) {
        break;
      }
    }
    var name = ContentDisposition.attachment().filename("cases.csv").build();
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body((BYTE_ORDER + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
  }

  private Stream<String> cells(Cases.Case it, Wording wording) {
    var head = views.head(it, wording);
    var zone = names.cooperative(it.cooperative()).zone();
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

  static String line(String separator, Stream<String> cells) {
    return cells.map(CaseLists::cell).collect(Collectors.joining(separator)) + "\r\n";
  }

  /** A spreadsheet must not take what somebody typed for a formula. */
  private static String cell(String text) {
    var plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + plain.replace("\"", "\"\"") + '"';
  }

  /** Days are meant as in the first cooperative that the caller serves. */
  private CaseFilter filter(Caller caller, CaseQuery query) {
    return query.filter(zone(caller));
  }

  private ZoneId zone(Caller caller) {
    return caller.offices().keySet().stream()
        .min(Comparator.comparing(Object::toString))
        .map(id -> names.cooperative(id).zone())
        .orElse(ZoneOffset.UTC);
  }
}
