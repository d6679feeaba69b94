package coop.artel.desk.members;

import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Looks;
import coop.artel.members.Corrections;
import coop.artel.values.CooperativeId;
import coop.artel.workflow.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/cooperatives/{id}/members/{number}/corrections")
@Tag(name = "Corrections", description = "Mistakes in the register, put right by two persons")
class CorrectionsEndpoint {
  private final Looks looks;
  private final Callers callers;
  private final Corrections corrections;

  CorrectionsEndpoint(Looks looks, Callers callers, Corrections corrections) {
    this.looks = looks;
    this.callers = callers;
    this.corrections = corrections;
  }

  record ContentJson(String name, LocalDate since, String basis) {
    static ContentJson of(Corrections.Content it) {
      return new ContentJson(it.name(), it.since(), it.basis());
    }
  }

  /**
   * @param state {@code proposed}, {@code entered}, {@code refused}, {@code outdated}
   */
  record CorrectionJson(
      String id,
      String caseId,
      long number,
      ContentJson before,
      ContentJson after,
      String ground,
      String state,
      String proposedBy,
      Instant proposedAt,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String note) {
    static CorrectionJson of(Corrections.Correction it) {
      var decidedBy = it.decidedBy();
      return new CorrectionJson(
          it.id().toString(),
          it.caseId(),
          it.number(),
          ContentJson.of(it.before()),
          ContentJson.of(it.after()),
          it.ground(),
          it.state(),
          it.proposedBy().toString(),
          it.proposedAt(),
          decidedBy == null ? null : decidedBy.toString(),
          it.decidedAt(),
          it.note());
    }
  }

  /** The form's keys are those of its file. */
  record CorrectionRequest(@Nullable Map<String, Object> values) {}

  record DraftJson(Form form, Map<String, Object> values) {}

  @GetMapping
  @Operation(summary = "All corrections of a number of the register, newest first")
  List<CorrectionJson> all(@PathVariable UUID id, @PathVariable long number) {
    var caller = callers.current();
    var cooperative = new CooperativeId(id);
    var found = corrections.of(caller, cooperative, number);
    looks.atEntry(caller, corrections.line(caller, cooperative, number));
    return found.stream().map(CorrectionJson::of).toList();
  }

  @GetMapping("/form")
  @Operation(summary = "The form of a correction with what the register says now")
  DraftJson form(@PathVariable UUID id, @PathVariable long number) {
    var caller = callers.current();
    var cooperative = new CooperativeId(id);
    var draft = corrections.draft(caller, cooperative, number);
    looks.atEntry(caller, corrections.line(caller, cooperative, number));
    return new DraftJson(draft.form(), draft.values());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Propose a correction; a second person approves by the task of its case")
  CorrectionJson propose(
      @PathVariable UUID id, @PathVariable long number, @RequestBody CorrectionRequest body) {
    var values = body.values();
    if (values == null) {
      throw new BadParameter("values");
    }
    return CorrectionJson.of(
        corrections.propose(callers.current(), new CooperativeId(id), number, values));
  }
}
