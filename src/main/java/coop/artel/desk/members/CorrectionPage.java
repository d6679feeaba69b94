package coop.artel.desk.members;

import coop.artel.desk.cases.CorrectionChanges;
import coop.artel.desk.forms.FieldFaults;
import coop.artel.desk.forms.FormViews;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Corrections;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.Refusal;
import coop.artel.workflow.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A line of the register: what it said before, and the form to correct it. */
@Page
class CorrectionPage {
  private final Looks looks;
  private final Visitor visitor;
  private final Corrections corrections;
  private final EntryViews entries;
  private final FormViews forms;
  private final Names names;
  private final Refusals refusals;
  private final WordingSource wordings;

  CorrectionPage(
      Looks looks,
      Visitor visitor,
      Corrections corrections,
      EntryViews entries,
      FormViews forms,
      Names names,
      Refusals refusals,
      WordingSource wordings) {
    this.looks = looks;
    this.visitor = visitor;
    this.corrections = corrections;
    this.entries = entries;
    this.forms = forms;
    this.names = names;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  record Trace(
      String caseId,
      String state,
      String stateWords,
      List<CorrectionChanges.Change> changes,
      String ground,
      String proposed,
      @Nullable String decided,
      @Nullable String note) {}

  @GetMapping("/members/{cooperative}/{number}")
  String line(@PathVariable UUID cooperative, @PathVariable long number, Model model) {
    var found = served(new CooperativeId(cooperative));
    Map<String, Object> values =
        corrects(found, number)
            ? corrections.draft(visitor.caller(), found.id(), number).values()
            : Map.of();
    return show(found, number, values, List.of(), model);
  }

  @PostMapping("/members/{cooperative}/{number}")
  String propose(
      @PathVariable UUID cooperative,
      @PathVariable long number,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var found = served(new CooperativeId(cooperative));
    var caller = visitor.caller();
    var draft = corrections.draft(caller, found.id(), number);
    var values = forms.read(draft.form(), request.getParameterMap());
    try {
      corrections.propose(caller, found.id(), number, values);
      return "redirect:/members/" + cooperative + "/" + number;
    } catch (Refusal refusal) {
      response.setStatus(Problems.status(refusal).value());
      var errors = FieldFaults.of(refusal, draft.form(), values);
      if (errors.isEmpty()) {
        model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
      }
      return show(found, number, values, errors, model);
    }
  }

  /** Nobody corrects the line of somebody who was erased. */
  private boolean corrects(Cooperative cooperative, long number) {
    var caller = visitor.caller();
    return caller.holds(cooperative.id(), Office.SECRETARY)
        && entries.person(corrections.line(caller, cooperative.id(), number).person()).isPresent();
  }

  /** Whoever serves elsewhere does not learn which cooperatives there are. */
  private Cooperative served(CooperativeId cooperative) {
    if (!visitor.caller().serves(cooperative)) {
      throw new NotServed();
    }
    return names.cooperative(cooperative);
  }

  private String show(
      Cooperative cooperative,
      long number,
      Map<String, Object> values,
      List<Form.FieldError> errors,
      Model model) {
    var caller = visitor.caller();
    var wording = wordings.current();
    var found = corrections.of(caller, cooperative.id(), number);
    var line = corrections.line(caller, cooperative.id(), number);
    looks.atEntry(caller, line);
    var traces = found.stream().map(it -> trace(it, cooperative, wording)).toList();
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("number", Long.toString(number));
    model.addAttribute("traces", traces);
    model.addAttribute("entry", entries.of(caller, line, cooperative, wording));
    boolean waits = traces.stream().anyMatch(it -> it.state().equals("proposed"));
    boolean secretary = corrects(cooperative, number);
    model.addAttribute("secretary", secretary);
    if (secretary && !waits) {
      var draft = corrections.draft(caller, cooperative.id(), number);
      model.addAttribute("form", forms.draw(draft.form(), values, errors, wording));
    }
    return "members/entry";
  }

  private Trace trace(Corrections.Correction it, Cooperative cooperative, Wording wording) {
    var zone = cooperative.zone();
    var decidedBy = it.decidedBy();
    var decidedAt = it.decidedAt();
    return new Trace(
        it.caseId(),
        it.state(),
        wording.say("correction.state." + it.state()),
        CorrectionChanges.of(it.before(), it.after(), wording),
        it.ground(),
        names.acting(it.proposedBy(), it.proposedFor(), wording)
            + ", "
            + wording.moment(it.proposedAt(), zone),
        decidedBy == null || decidedAt == null
            ? null
            : names.person(decidedBy, wording) + ", " + wording.moment(decidedAt, zone),
        it.note());
  }
}
