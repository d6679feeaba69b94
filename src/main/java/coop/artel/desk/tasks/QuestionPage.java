package coop.artel.desk.tasks;

import coop.artel.desk.cases.CaseViews;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.Law;
import coop.artel.meetings.Questions;
import coop.artel.meetings.Questions.Choice;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A question of the council: read, vote, close. */
@Page
class QuestionPage {
  private static final List<String> NORMS =
      List.of(
          "council.quorum-percent",
          "council.quorum-with-leader",
          "council.majority",
          "council.majority-base",
          "council.casting-vote");

  private final Looks looks;
  private final Visitor visitor;
  private final Questions questions;
  private final QuestionViews views;
  private final CaseViews caseViews;
  private final Names names;
  private final Law law;
  private final LegalClock clock;
  private final WordingSource wordings;

  QuestionPage(
      Looks looks,
      Visitor visitor,
      Questions questions,
      QuestionViews views,
      CaseViews caseViews,
      Names names,
      Law law,
      LegalClock clock,
      WordingSource wordings) {
    this.looks = looks;
    this.visitor = visitor;
    this.questions = questions;
    this.views = views;
    this.caseViews = caseViews;
    this.names = names;
    this.law = law;
    this.clock = clock;
    this.wordings = wordings;
  }

  @GetMapping("/questions/{id}")
  String question(@PathVariable UUID id, Model model) {
    var caller = visitor.caller();
    var question = questions.find(caller, id);
    looks.atQuestion(caller, question.caseId());
    var wording = wordings.current();
    var zone = names.cooperative(question.cooperative()).zone();
    model.addAttribute("question", views.whole(question, caller, wording));
    model.addAttribute("papers", caseViews.papers(question.caseId(), zone, wording));
    model.addAttribute("figures", figures(question.cooperative()));
    return "questions/question";
  }

  @PostMapping("/questions/{id}/vote")
  String vote(
      @PathVariable UUID id,
      @RequestParam String choice,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    next.addFlashAttribute("receipt", questions.vote(visitor.caller(), id, choice(choice), reason));
    return "redirect:/questions/" + id;
  }

  @PostMapping("/questions/{id}/close")
  String close(@PathVariable UUID id) {
    questions.close(visitor.caller(), id);
    return "redirect:/questions/" + id;
  }

  static Choice choice(String name) {
    for (var choice : Choice.values()) {
      if (choice.id().equals(name)) {
        return choice;
      }
    }
    throw new BadParameter("choice");
  }

  private List<Law.Figure> figures(CooperativeId cooperative) {
    var today = clock.today(names.cooperative(cooperative).zone());
    return NORMS.stream()
        .map(norm -> law.figure(norm, cooperative, today))
        .flatMap(Optional::stream)
        .toList();
  }
}
