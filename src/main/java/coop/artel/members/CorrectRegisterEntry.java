package coop.artel.members;

import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.registry.EntryChanged;
import coop.artel.registry.Memberships;
import coop.artel.values.PersonId;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts the right line in the place of the wrong one, which stays to be seen. */
@Component
class CorrectRegisterEntry implements Step {
  private final CorrectionRows rows;
  private final Memberships memberships;
  private final People people;
  private final Records records;

  CorrectRegisterEntry(
      CorrectionRows rows, Memberships memberships, People people, Records records) {
    this.rows = rows;
    this.memberships = memberships;
    this.people = people;
    this.records = records;
  }

  /** Somebody else changed the line since it was proposed. */
  @Override
  public Set<String> refusals() {
    return Set.of(EntryChanged.CODE);
  }

  @Override
  public void run(Run run) {
    var found = rows.of(run);
    var before = found.before();
    var after = found.after();
    memberships.hold(run.cooperative());
    var person = people.find(found.person());
    var line = memberships.numbered(run.cooperative(), found.number());
    if (!line.map(it -> EntryContent.of(person, it)).filter(before::equals).isPresent()) {
      rows.state(found.id(), "outdated");
      throw new EntryChanged(found.number());
    }
    memberships.correct(line.orElseThrow(), after.since(), after.basis());
    if (!after.sameName(before)) {
      people.change(after.named(person));
    }
    rows.state(found.id(), "entered");
    records.append(run.caseId(), List.of(correction(found)));
  }

  private static Happening correction(CorrectionRows.Row found) {
    PersonId approvedBy = Objects.requireNonNull(found.decidedBy());
    var happening =
        Happening.of(RecordKind.CORRECTION)
            .with("what", "register-entry")
            .with("number", found.number())
            .with("proposedBy", found.proposedBy())
            .withPerson("proposedFor", found.proposedFor())
            .with("approvedBy", approvedBy)
            .committing("ground", found.ground());
    found.before().asMap().forEach((key, value) -> happening.committing("before." + key, value));
    found.after().asMap().forEach((key, value) -> happening.committing("after." + key, value));
    return happening;
  }
}
