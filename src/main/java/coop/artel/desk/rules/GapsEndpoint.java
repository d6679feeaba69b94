package coop.artel.desk.rules;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.Contradictions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Endpoint
@RequestMapping("/api/rules/{country}/{question}/gaps")
@Tag(name = "Rules", description = "What the law is asked, by which sentences it answers")
class GapsEndpoint {
  private final Callers callers;
  private final GapViews views;
  private final Contradictions contradictions;
  private final WordingSource wordings;

  GapsEndpoint(
      Callers callers, GapViews views, Contradictions contradictions, WordingSource wordings) {
    this.callers = callers;
    this.views = views;
    this.contradictions = contradictions;
    this.wordings = wordings;
  }

  /**
   * @param form a legal form of the question; the first one where none is named
   * @param asOf today where none is named
   * @param draft whose rules are meant, absent for those in force
   * @param finding id of a contradiction
   */
  record ExplanationRequest(
      @Nullable String form,
      @Nullable String asOf,
      @Nullable UUID draft,
      @Nullable String finding,
      @Nullable String explanation) {}

  @GetMapping
  @Operation(
      summary = "Cells that the rules on a question leave open, and rules that do not fit together")
  GapViews.Whole gaps(
      @PathVariable String country,
      @PathVariable String question,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String asOf,
      @RequestParam(required = false) @Nullable UUID draft) {
    var caller = callers.current();
    var of = new GapViews.Of(country, question, draft);
    var report = views.report(caller, of, form, asOf);
    return views.whole(of, report, caller, wordings.current());
  }

  @PostMapping("/explanations")
  @Operation(summary = "A lawyer says why what seems a contradiction is none")
  GapViews.Whole explain(
      @PathVariable String country,
      @PathVariable String question,
      @RequestBody ExplanationRequest body) {
    var caller = callers.current();
    contradictions.demandLawyer(caller);
    var of = new GapViews.Of(country, question, body.draft());
    var report = views.report(caller, of, said(body.form()), said(body.asOf()));
    contradictions.explain(caller, country, report, said(body.finding()), said(body.explanation()));
    return views.whole(of, report, caller, wordings.current());
  }

  private static String said(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
