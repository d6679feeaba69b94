package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.RuleBench;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDrafts;
import coop.artel.law.RulesUnknown;
import coop.artel.publishing.Proposals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/rules")
@Tag(name = "Drafts of rules", description = "What lawyers write before it is published")
class DraftsEndpoint {
  private final Callers callers;
  private final RuleDrafts drafts;
  private final Proposals proposals;
  private final RuleBench bench;
  private final DraftViews views;
  private final WordingSource wordings;

  DraftsEndpoint(
      Callers callers,
      RuleDrafts drafts,
      Proposals proposals,
      RuleBench bench,
      DraftViews views,
      WordingSource wordings) {
    this.callers = callers;
    this.drafts = drafts;
    this.proposals = proposals;
    this.bench = bench;
    this.views = views;
    this.wordings = wordings;
  }

  /**
   * @param author absent where an upgrade of the service brought it
   * @param base number of the publication whose files it changes
   * @param state {@code open}, {@code submitted}, {@code published}, {@code withdrawn}
   */
  record RuleDraftJson(
      String id,
      String country,
      String title,
      String reason,
      @Nullable String author,
      int base,
      String state,
      Instant openedAt) {
    static RuleDraftJson of(RuleDraft it) {
      return new RuleDraftJson(
          it.id().toString(),
          it.country(),
          it.title(),
          it.reason(),
          it.author().map(Object::toString).orElse(null),
          it.base(),
          it.state().name().toLowerCase(Locale.ROOT),
          it.openedAt());
    }
  }

  /**
   * The last change of a file.
   *
   * @param number to be sent back as {@code seen} with the next change
   * @param gone whether it took the file away
   */
  record RuleChangeJson(int number, String path, boolean gone, @Nullable String by, Instant at) {
    static RuleChangeJson of(RuleDraft.Change it) {
      return new RuleChangeJson(
          it.number(),
          it.path(),
          it.text().isEmpty(),
          it.by().map(Object::toString).orElse(null),
          it.at());
    }
  }

  /**
   * A file of a draft, without its text.
   *
   * @param digest SHA-256 of it, hex; absent where the draft takes it away
   * @param change {@code added}, {@code changed} or {@code removed} since the draft was begun;
   *     absent where it is as it was
   */
  record RuleFileDigestJson(String path, @Nullable String digest, @Nullable String change) {}

  /**
   * A file of a draft.
   *
   * @param seen number of its last change, to be sent back with the next; 0 if there is none
   */
  record RuleFileTextJson(String path, String text, String digest, int seen) {}

  record RuleFaultJson(String path, int line, String code, String message) {}

  record RuleCaseJson(String id, String question, String expected, String found) {}

  /**
   * @param files all of them by path, changed or not; the text of each is asked for by its path
   * @param cases how many there are; none while there are faults
   * @param red cases that come out otherwise than their lawyer wrote
   */
  record WholeDraftJson(
      RuleDraftJson draft,
      List<RuleChangeJson> changes,
      List<RuleFileDigestJson> files,
      List<RuleFaultJson> faults,
      int cases,
      List<RuleCaseJson> red) {}

  record RuleDraftRequest(@Nullable String title, @Nullable String reason) {}

  /**
   * @param text absent where the file goes
   * @param seen number of the last change of the file that the caller knows, 0 if none
   */
  record RuleFileJson(@Nullable String text, int seen) {}

  @GetMapping("/{country}/drafts")
  @Operation(summary = "The drafts of a country's rules, newest first")
  List<RuleDraftJson> all(@PathVariable String country) {
    views.demandReader(callers.current());
    return drafts.ofCountry(country).stream().map(RuleDraftJson::of).toList();
  }

  @PostMapping("/{country}/drafts")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Begin a draft on what was published last")
  RuleDraftJson open(@PathVariable String country, @RequestBody RuleDraftRequest body) {
    var title = Objects.requireNonNullElse(body.title(), "");
    var reason = Objects.requireNonNullElse(body.reason(), "");
    return RuleDraftJson.of(drafts.open(callers.current(), country, title, reason));
  }

  @GetMapping("/drafts/{id}")
  @Operation(
      summary =
          "A draft: which files it has and changes, what is wrong with them, and how its cases come"
              + " out")
  WholeDraftJson one(@PathVariable UUID id) {
    views.demandReader(callers.current());
    return whole(id);
  }

  private WholeDraftJson whole(UUID id) {
    var wording = wordings.current();
    var whole = bench.whole(id);
    return new WholeDraftJson(
        RuleDraftJson.of(drafts.find(id)),
        drafts.changes(id).stream().map(RuleChangeJson::of).toList(),
        files(id),
        whole.faults().stream()
            .map(
                it ->
                    new RuleFaultJson(
                        it.path(), it.line(), it.refusal().code(), views.message(it, wording)))
            .toList(),
        whole.cases().values().stream().mapToInt(List::size).sum(),
        whole.red().stream()
            .map(
                it ->
                    new RuleCaseJson(
                        it.id(),
                        it.decision().question(),
                        it.expected().id(),
                        it.decision().outcome().id()))
            .toList());
  }

  private List<RuleFileDigestJson> files(UUID id) {
    var before = drafts.before(id);
    var now = drafts.files(id);
    var changes = before.changesTo(now);
    var digests = now.digests();
    var paths = new TreeSet<>(digests.keySet());
    paths.addAll(changes.keySet());
    return paths.stream()
        .map(
            path ->
                new RuleFileDigestJson(
                    path,
                    digests.get(path),
                    changes.containsKey(path)
                        ? how(before.byPath().containsKey(path), digests.containsKey(path))
                        : null))
        .toList();
  }

  private static String how(boolean was, boolean is) {
    return was ? (is ? "changed" : "removed") : "added";
  }

  @GetMapping("/drafts/{id}/files")
  @Operation(summary = "A file of a draft as it stands there, with its text")
  RuleFileTextJson file(@PathVariable UUID id, @RequestParam String path) {
    views.demandReader(callers.current());
    var files = drafts.files(id);
    var text = files.byPath().get(path);
    if (text == null) {
      throw new RulesUnknown(files.country(), path);
    }
    int seen =
        drafts.changes(id).stream()
            .filter(it -> it.path().equals(path))
            .mapToInt(RuleDraft.Change::number)
            .findFirst()
            .orElse(0);
    return new RuleFileTextJson(
        path, text, Objects.requireNonNull(files.digests().get(path)), seen);
  }

  @PutMapping("/drafts/{id}/files")
  @Operation(
      summary =
          "Write a file of a draft, or take it away; what cannot be understood is kept too, and"
              + " told in the answer")
  WholeDraftJson write(
      @PathVariable UUID id, @RequestParam String path, @RequestBody RuleFileJson body) {
    drafts.change(caller(), id, path, Optional.ofNullable(body.text()), body.seen());
    return whole(id);
  }

  @PostMapping("/drafts/{id}/withdraw")
  @Operation(summary = "Give a draft up")
  RuleDraftJson withdraw(@PathVariable UUID id) {
    proposals.withdraw(caller(), id);
    return RuleDraftJson.of(drafts.find(id));
  }

  @PostMapping("/drafts/{id}/rebase")
  @Operation(summary = "Put a draft on what was published since it was begun")
  RuleDraftJson rebase(@PathVariable UUID id) {
    drafts.rebase(caller(), id);
    return RuleDraftJson.of(drafts.find(id));
  }

  private Caller caller() {
    return callers.current();
  }
}
