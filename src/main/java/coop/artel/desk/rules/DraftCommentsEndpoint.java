package coop.artel.desk.rules;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.DraftComments;
import coop.artel.law.RuleDrafts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
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
@RequestMapping("/api/rules/{country}/drafts/{draft}/comments")
@Tag(name = "Drafts of rules", description = "What lawyers write before it is published")
class DraftCommentsEndpoint {
  private final Callers callers;
  private final DraftComments comments;
  private final RuleDrafts drafts;
  private final DraftCommentViews views;
  private final WordingSource wordings;

  DraftCommentsEndpoint(
      Callers callers,
      DraftComments comments,
      RuleDrafts drafts,
      DraftCommentViews views,
      WordingSource wordings) {
    this.callers = callers;
    this.comments = comments;
    this.drafts = drafts;
    this.views = views;
    this.wordings = wordings;
  }

  /**
   * @param path of a file; absent where the draft as a whole is meant
   * @param subject id of a rule, norm or case; absent where the file as a whole is meant
   */
  record CommentRequest(@Nullable String path, @Nullable String subject, @Nullable String text) {}

  record Said(UUID id) {}

  @GetMapping
  @Operation(summary = "What lawyers say of a draft, oldest first; for lawyers")
  DraftCommentViews.Comments all(@PathVariable String country, @PathVariable UUID draft) {
    return views.of(callers.current(), country, draft, wordings.current());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Say something of a draft, of a file or of a rule, norm or case; for lawyers")
  Said add(
      @PathVariable String country, @PathVariable UUID draft, @RequestBody CommentRequest body) {
    var caller = callers.current();
    drafts.demandLawyer(caller);
    views.demand(country, draft);
    var said = new DraftComments.Said(text(body.path()), text(body.subject()), text(body.text()));
    return new Said(comments.add(caller, draft, said).id());
  }

  @PostMapping("/{comment}/settlement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "What a comment asks for is done, or need not be; for lawyers")
  void settle(@PathVariable String country, @PathVariable UUID draft, @PathVariable UUID comment) {
    var caller = callers.current();
    drafts.demandLawyer(caller);
    views.demand(country, draft);
    comments.settle(caller, draft, comment);
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
