package coop.artel.desk.rules;

import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.RulesUnknown;
import coop.artel.publishing.Proposal;
import coop.artel.publishing.Proposals;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What was published of a country's rules, what waits for it, and the way back. */
@Page
class PublicationsPage {
  private final Visitor visitor;
  private final PublicationViews views;
  private final Proposals proposals;
  private final WordingSource wordings;

  PublicationsPage(
      Visitor visitor, PublicationViews views, Proposals proposals, WordingSource wordings) {
    this.visitor = visitor;
    this.views = views;
    this.proposals = proposals;
    this.wordings = wordings;
  }

  @GetMapping("/rules/{country}/publications")
  String all(@PathVariable String country, Model model) {
    var caller = visitor.caller();
    NormViews.demandStaff(caller);
    var wording = wordings.current();
    var rows = views.rows(caller, country, wording);
    named(country, model);
    model.addAttribute("rows", rows);
    model.addAttribute("open", views.open(caller, country, wording));
    model.addAttribute("restorable", rows.stream().anyMatch(PublicationViews.Row::restorable));
    return "rules/publications";
  }

  @GetMapping("/rules/{country}/publications/{number}")
  String one(@PathVariable String country, @PathVariable int number, Model model) {
    var caller = visitor.caller();
    NormViews.demandStaff(caller);
    named(country, model);
    model.addAttribute("row", views.row(caller, country, number, wordings.current()));
    model.addAttribute("files", views.differences(country, number));
    return "rules/publication";
  }

  @PostMapping("/rules/{country}/publications/{number}/restoration")
  String restore(@PathVariable String country, @PathVariable int number) {
    return toProposal(proposals.restore(visitor.caller(), country, number));
  }

  /** Whoever may write the draft sends it to be checked and published. */
  @PostMapping("/rules/{country}/drafts/{draft}/proposal")
  String propose(@PathVariable String country, @PathVariable UUID draft) {
    return toProposal(proposals.propose(visitor.caller(), draft));
  }

  @GetMapping("/rules/{country}/proposals/{proposal}")
  String proposal(@PathVariable String country, @PathVariable UUID proposal, Model model) {
    var caller = visitor.caller();
    NormViews.demandStaff(caller);
    var found = ofCountry(country, proposal);
    named(country, model);
    model.addAttribute("it", views.view(caller, found, wordings.current()));
    model.addAttribute("files", proposals.differences(found));
    return "rules/proposal";
  }

  /** From a case or its task to what it is to publish. */
  @GetMapping("/rules/proposals/{case}")
  String ofCase(@PathVariable("case") String caseId) {
    NormViews.demandStaff(visitor.caller());
    return proposals
        .ofCase(caseId)
        .map(PublicationsPage::toProposal)
        .orElseThrow(() -> new RulesUnknown("proposals", caseId));
  }

  @PostMapping("/rules/{country}/proposals/{proposal}/recall")
  String recall(@PathVariable String country, @PathVariable UUID proposal) {
    var found = ofCountry(country, proposal);
    proposals.recall(visitor.caller(), found.id());
    return toProposal(found);
  }

  private Proposal ofCountry(String country, UUID proposal) {
    var found = proposals.find(proposal);
    if (!found.country().equals(country)) {
      throw new RulesUnknown(country, proposal.toString());
    }
    return found;
  }

  private void named(String country, Model model) {
    model.addAttribute("country", country);
    model.addAttribute("countryName", views.countryName(country, wordings.current()));
  }

  private static String toProposal(Proposal it) {
    return "redirect:/rules/%s/proposals/%s".formatted(it.country(), it.id());
  }
}
