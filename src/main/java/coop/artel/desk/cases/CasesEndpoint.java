package coop.artel.desk.cases;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.PersonJson;
import coop.artel.desk.frame.WordingSource;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.Exports;
import coop.artel.notary.Records;
import coop.artel.notary.SealState;
import coop.artel.values.PersonId;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Cases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Endpoint
@RequestMapping("/api/cases")
@Tag(name = "Cases", description = "What happened, and its proof")
public class CasesEndpoint {
  private final Looks looks;
  private final Cases cases;
  private final CaseFiles files;
  private final CaseParts parts;
  private final CaseLists lists;
  private final ChangeViews changes;
  private final Records records;
  private final CaseDiagrams diagrams;
  private final Exports exports;
  private final Callers callers;
  private final Names names;
  private final WordingSource wordings;

  CasesEndpoint(
      Looks looks,
      Cases cases,
      CaseFiles files,
      CaseParts parts,
      CaseLists lists,
      ChangeViews changes,
      Records records,
      CaseDiagrams diagrams,
      Exports exports,
      Callers callers,
      Names names,
      WordingSource wordings) {
    this.looks = looks;
    this.cases = cases;
    this.files = files;
    this.parts = parts;
    this.lists = lists;
    this.changes = changes;
    this.records = records;
    this.diagrams = diagrams;
    this.exports = exports;
    this.callers = callers;
    this.names = names;
    this.wordings = wordings;
  }

  public record CaseJson(
      String id,
      String number,
      String process,
      String cooperative,
      PersonJson subject,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String outcome) {}

  /**
   * A step.
   *
   * @param deputyFor whom the actor stood in for
   */
  public record ActivityJson(
      String process,
      String instance,
      String activity,
      String title,
      String kind,
      String state,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable PersonJson actor,
      @Nullable PersonJson deputyFor,
      @Nullable String decision,
      @Nullable Long record,
      List<AnswerJson> answers) {}

  /** What the person said who did it, in the reader's language; the value as it was entered. */
  public record AnswerJson(String what, String title, String value) {
    public static AnswerJson of(CaseView.Said it) {
      return new AnswerJson(it.what(), it.label(), it.value());
    }
  }

  /**
   * @param documents see {@code /api/documents/{id}}
   * @param terms that the law or the charter sets
   * @param tasks that wait
   * @param questions of the council, see {@code /api/questions/{id}}
   * @param arrival how the application came, absent where the case is no admission
   */
  public record CaseHistoryJson(
      CaseJson head,
      List<ActivityJson> activities,
      List<DocumentJson> documents,
      List<CaseParts.TermJson> terms,
      List<CaseParts.OpenTaskJson> tasks,
      List<String> questions,
      ArrivalViews.@Nullable ArrivalJson arrival) {}

  public record SealJson(
      String stage,
      @Nullable Long index,
      @Nullable Instant sealedAt,
      @Nullable String transaction,
      @Nullable Long block,
      @Nullable Instant anchoredAt) {
    public static SealJson of(SealState seal) {
      return new SealJson(
          seal.stage().name().toLowerCase(Locale.ROOT),
          seal.index(),
          seal.sealedAt(),
          seal.transaction(),
          seal.block(),
          seal.anchoredAt());
    }
  }

  public record RecordJson(
      long number,
      String kind,
      Instant at,
      @Nullable PersonJson actor,
      Map<String, Object> members,
      String digest,
      SealJson seal) {}

  @GetMapping
  @Operation(
      summary =
          "Cases of the cooperatives that the caller serves, newest first unless asked otherwise;"
              + " the header X-Total-Count says how many there are")
  ResponseEntity<List<CaseJson>> list(
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "50") int limit,
      @ParameterObject CaseQuery query) {
    var paging = new Paging(offset, limit);
    var caller = callers.current();
    if (query.asks()) {
      looks.atSearch(caller);
    }
    return ResponseEntity.ok()
        .header("X-Total-Count", Long.toString(lists.count(caller, query)))
        .body(
            lists.part(caller, query, paging.offset(), paging.limit()).stream()
                .map(this::json)
                .toList());
  }

  @GetMapping(path = "/list.csv", produces = "text/csv")
  @Operation(summary = "The same as a table for spreadsheets, up to ten thousand lines")
  ResponseEntity<byte[]> table(@ParameterObject CaseQuery query) {
    var caller = callers.current();
    looks.atTable(caller);
    return lists.csv(caller, query, wordings.current());
  }

  @GetMapping("/{id}")
  @Operation(
      summary = "A case with its history, oldest step first, its documents, terms and open tasks")
  CaseHistoryJson one(@PathVariable String id) {
    var it = looks.atCase(callers.current(), id);
    var answers = files.answers(it.id());
    var beside = parts.of(it, wordings.current());
    return new CaseHistoryJson(
        json(it),
        cases.activities(it.id()).stream().map(activity -> json(activity, answers)).toList(),
        beside.documents(),
        beside.terms(),
        beside.tasks(),
        beside.questions(),
        beside.arrival());
  }

  @GetMapping("/{id}/diagram")
  @Operation(summary = "The models that a case runs by and how far each of their steps has come")
  CaseDiagram diagram(@PathVariable String id) {
    return diagrams.of(looks.atCase(callers.current(), id), wordings.current());
  }

  @GetMapping("/{id}/changes")
  @Operation(summary = "What changed in a case from what to what, oldest first, in words")
  List<ChangeViews.Row> changes(@PathVariable String id) {
    var found = looks.atCase(callers.current(), id);
    return changes.of(found, files.of(found), Integer.MAX_VALUE, wordings.current());
  }

  @GetMapping("/{id}/records")
  @Operation(summary = "The records of a case and how far each is sealed")
  public List<RecordJson> records(@PathVariable String id) {
    return records.of(looks.atCase(callers.current(), id).id()).stream().map(this::json).toList();
  }

  @GetMapping(path = "/{id}/export", produces = "application/zip")
  @Operation(summary = "The case as one ZIP that anybody can check offline")
  ResponseEntity<byte[]> export(@PathVariable String id) throws IOException {
    return CasesPage.zip(looks.atExport(callers.current(), id), exports, wordings.current());
  }

  private CaseJson json(Cases.Case it) {
    return new CaseJson(
        it.id(),
        it.number(),
        it.process(),
        it.cooperative().toString(),
        PersonJson.of(it.subject(), names, wordings.current()),
        it.startedAt(),
        it.endedAt(),
        it.outcome());
  }

  private ActivityJson json(Cases.Activity it, Map<String, List<Answers.Answer>> answers) {
    var task = it.task();
    var wording = wordings.current();
    return new ActivityJson(
        it.process(),
        it.instance(),
        it.activity(),
        TaskRows.title(it.activity(), wording),
        it.kind(),
        it.state(),
        it.startedAt(),
        it.endedAt(),
        person(it.actor()),
        person(it.doneFor()),
        it.decision(),
        it.record(),
        (task == null ? List.<Answers.Answer>of() : answers.getOrDefault(task, List.of()))
            .stream().map(answer -> AnswerJson.of(CaseViews.said(answer, wording))).toList());
  }

  private RecordJson json(CaseRecord it) {
    return new RecordJson(
        it.number(),
        it.kind().id(),
        it.at(),
        person(it.actor()),
        it.members(),
        it.digest(),
        SealJson.of(it.seal()));
  }

  private @Nullable PersonJson person(@Nullable PersonId id) {
    return PersonJson.orNull(id, names, wordings.current());
  }
}
