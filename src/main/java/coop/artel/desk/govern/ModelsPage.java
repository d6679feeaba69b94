package coop.artel.desk.govern;

import coop.artel.access.Deed;
import coop.artel.desk.frame.OperatorOnly;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.desk.frame.Zones;
import coop.artel.workflow.LineDifference;
import coop.artel.workflow.ModelDraft;
import coop.artel.workflow.Models;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The models and forms in use, and the changes of them that wait for two operators. */
@Page
class ModelsPage {
  private final Visitor visitor;
  private final Models models;
  private final DeedViews deeds;
  private final Zones zones;
  private final WordingSource wordings;

  ModelsPage(Visitor visitor, Models models, DeedViews deeds, Zones zones, WordingSource wordings) {
    this.visitor = visitor;
    this.models = models;
    this.deeds = deeds;
    this.zones = zones;
    this.wordings = wordings;
  }

  /** A draft as a line of the list, and as the head of its own page. */
  record DraftView(
      String id,
      String origin,
      String draftedAt,
      String state,
      boolean mayPropose,
      @Nullable DeedView deed,
      List<ModelDraft.Change> changes) {}

  /** A file that a draft changes, with its changed lines. */
  record FileView(ModelDraft.Change change, List<LineDifference> lines) {}

  @GetMapping("/models")
  String list(Model model) {
    var caller = visitor.caller();
    OperatorOnly.check(caller);
    SortedMap<String, String> files = models.inUse(caller);
    model.addAttribute("files", files);
    model.addAttribute(
        "newer",
        models
            .outdatedSince(caller)
            .map(it -> wordings.current().moment(it, zones.of(caller)))
            .orElse(null));
    model.addAttribute("drafts", models.drafts(caller).stream().map(this::view).toList());
    return "models/list";
  }

  @GetMapping("/models/drafts/{id}")
  String draft(@PathVariable UUID id, Model model) {
    var caller = visitor.caller();
    OperatorOnly.check(caller);
    var draft = models.draft(caller, id);
    var lines = models.differences(caller, id);
    model.addAttribute("draft", view(draft));
    model.addAttribute(
        "files",
        draft.changes().stream()
            .map(it -> new FileView(it, lines.getOrDefault(it.file(), List.of())))
            .toList());
    return "models/draft";
  }

  @PostMapping("/models/drafts/{id}/proposal")
  String propose(@PathVariable UUID id) {
    models.propose(visitor.caller(), id);
    return "redirect:/models/drafts/" + id;
  }

  private DraftView view(ModelDraft draft) {
    var wording = wordings.current();
    @Nullable Deed deed = draft.deed();
    return new DraftView(
        draft.id().toString(),
        draft.origin().name().toLowerCase(Locale.ROOT),
        wording.moment(draft.draftedAt(), zones.of(visitor.caller())),
        draft.state().name().toLowerCase(Locale.ROOT),
        draft.state() == ModelDraft.State.DRAFTED || draft.state() == ModelDraft.State.REJECTED,
        deed == null ? null : deeds.view(deed, visitor.caller(), wording),
        draft.changes());
  }
}
