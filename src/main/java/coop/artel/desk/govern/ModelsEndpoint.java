package coop.artel.desk.govern;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.OperatorOnly;
import coop.artel.workflow.LineDifference;
import coop.artel.workflow.ModelDraft;
import coop.artel.workflow.Models;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/models")
@Tag(name = "Models", description = "What processes run by, and what two operators make of it")
class ModelsEndpoint {
  private final Callers callers;
  private final Models models;

  ModelsEndpoint(Callers callers, Models models) {
    this.callers = callers;
    this.models = models;
  }

  /**
   * @param files SHA-256 by file
   */
  record ModelsJson(SortedMap<String, String> files, List<DraftJson> drafts) {}

  /**
   * @param deed the newest proposal to publish it, to be approved under {@code /api/deeds}
   * @param changes against what is in use now
   */
  record DraftJson(
      String id,
      String origin,
      Instant draftedAt,
      String state,
      @Nullable String deed,
      List<ChangeJson> changes) {
    static DraftJson of(ModelDraft it) {
      var deed = it.deed();
      return new DraftJson(
          it.id().toString(),
          it.origin().name().toLowerCase(Locale.ROOT),
          it.draftedAt(),
          it.state().name().toLowerCase(Locale.ROOT),
          deed == null ? null : deed.id().toString(),
          it.changes().stream().map(ChangeJson::of).toList());
    }
  }

  /**
   * @param kind {@code added}, {@code changed}, {@code removed}
   */
  record ChangeJson(String file, String kind, @Nullable String before, @Nullable String after) {
    static ChangeJson of(ModelDraft.Change it) {
      return new ChangeJson(it.file(), it.kind(), it.before(), it.after());
    }
  }

  /**
   * @param kind {@code added}, {@code removed}, {@code same}
   */
  record LineJson(String kind, @Nullable Integer before, @Nullable Integer after, String text) {
    static LineJson of(LineDifference it) {
      return new LineJson(it.kind(), it.before(), it.after(), it.text());
    }
  }

  /**
   * @param lines the changed lines with some around them, by file
   */
  record DraftWithLinesJson(DraftJson draft, SortedMap<String, List<LineJson>> lines) {}

  @GetMapping
  @Operation(summary = "The models and forms in use, and the drafts of changes, newest first")
  ModelsJson all() {
    var caller = callers.current();
    OperatorOnly.check(caller);
    return new ModelsJson(
        models.inUse(caller), models.drafts(caller).stream().map(DraftJson::of).toList());
  }

  @PostMapping(
      consumes = {
        MediaType.APPLICATION_XML_VALUE,
        MediaType.TEXT_XML_VALUE,
        MediaType.APPLICATION_JSON_VALUE
      })
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Check a BPMN model or a form and propose it; another operator approves. A refused one"
              + " answers with what and where")
  DraftJson propose(@RequestParam String name, @RequestBody byte[] file) {
    var caller = callers.current();
    OperatorOnly.check(caller);
    return DraftJson.of(models.propose(caller, name, file));
  }

  @GetMapping("/drafts/{id}")
  @Operation(summary = "One draft with the lines that it changes")
  DraftWithLinesJson draft(@PathVariable UUID id) {
    var caller = callers.current();
    OperatorOnly.check(caller);
    var lines = new TreeMap<String, List<LineJson>>();
    models
        .differences(caller, id)
        .forEach((file, told) -> lines.put(file, told.stream().map(LineJson::of).toList()));
    return new DraftWithLinesJson(DraftJson.of(models.draft(caller, id)), lines);
  }

  @PostMapping("/drafts/{id}/proposal")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Propose a waiting draft; another operator approves")
  DraftJson propose(@PathVariable UUID id) {
    var caller = callers.current();
    OperatorOnly.check(caller);
    return DraftJson.of(models.propose(caller, id));
  }
}
