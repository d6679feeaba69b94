package coop.artel.desk.cases;

import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.workflow.CommentMalformed;
import coop.artel.workflow.Comments;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes remarks on tasks and cases; they are shown where they were made. */
@Page
class CommentPage {
  private final Visitor visitor;
  private final Comments comments;
  private final Refusals refusals;
  private final WordingSource wordings;

  CommentPage(Visitor visitor, Comments comments, Refusals refusals, WordingSource wordings) {
    this.visitor = visitor;
    this.comments = comments;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @PostMapping("/tasks/{id}/comments")
  String onTask(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes next) {
    return take(() -> comments.onTask(visitor.caller(), id, text), "/tasks/" + id, text, next);
  }

  @PostMapping("/cases/{id}/comments")
  String onCase(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes next) {
    return take(() -> comments.onCase(visitor.caller(), id, text), "/cases/" + id, text, next);
  }

  /** What cannot be taken stands in its field again, with what is wrong about it. */
  private String take(Runnable writing, String place, String text, RedirectAttributes next) {
    try {
      writing.run();
    } catch (CommentMalformed refusal) {
      next.addFlashAttribute("commentText", text);
      next.addFlashAttribute("commentError", refusals.sentence(refusal, wordings.current()));
    }
    return "redirect:" + place + "#h-comments";
  }
}
