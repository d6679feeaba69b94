package coop.artel.desk.rules;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.RulesUnknown;
import coop.artel.publishing.Proposal;
import coop.artel.publishing.Proposals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The same as {@link PublicationsPage} for programs. */
@Endpoint
@RequestMapping("/api/rules/{country}")
@Tag(name = "Rules")
class PublicationsEndpoint {
  private final Callers callers;
  private final PublicationViews views;
  private final Proposals proposals;
  private final WordingSource wordings;

  PublicationsEndpoint(
      Callers callers, PublicationViews views, Proposals proposals, WordingSource wordings) {
    this.callers = callers;
    this.views = views;
    this.proposals = proposals;
    this.wordings = wordings;
  }

  @GetMapping("/publications")
  @Operation(summary = "What was published of a country's rules, newest first")
  List<PublicationViews.Row> all(@PathVariable String country) {
    var caller = callers.current();
    NormViews.demandStaff(caller);
    return views.rows(caller, country, wordings.current());
  }

  @PostMapping("/publications/{number}/restoration")
  @Operation(summary = "Proposes to put an earlier publication in force again")
  PublicationViews.Whole restore(@PathVariable String country, @PathVariable int number) {
    return view(proposals.restore(callers.current(), country, number));
  }

  @PostMapping("/drafts/{draft}/proposal")
  @Operation(summary = "Sends a draft to be checked, and published by a second lawyer")
  PublicationViews.Whole propose(@PathVariable String country, @PathVariable UUID draft) {
    return view(proposals.propose(callers.current(), draft));
  }

  @GetMapping("/proposals/{proposal}")
  @Operation(summary = "Where a proposal stands, and what stands in its way")
  PublicationViews.Whole one(@PathVariable String country, @PathVariable UUID proposal) {
    NormViews.demandStaff(callers.current());
    return view(ofCountry(country, proposal));
  }

  @PostMapping("/proposals/{proposal}/recall")
  @Operation(summary = "Its author takes back what waits for its review")
  PublicationViews.Whole recall(@PathVariable String country, @PathVariable UUID proposal) {
    var found = ofCountry(country, proposal);
    proposals.recall(callers.current(), found.id());
    return view(proposals.find(found.id()));
  }

  private Proposal ofCountry(String country, UUID proposal) {
    var found = proposals.find(proposal);
    if (!found.country().equals(country)) {
      throw new RulesUnknown(country, proposal.toString());
    }
    return found;
  }

  private PublicationViews.Whole view(Proposal it) {
    return views.view(callers.current(), it, wordings.current());
  }
}
