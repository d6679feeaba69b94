package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.law.Law;
import coop.artel.notary.Exports;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The decisions of the law that a case's steps asked for, for its export. */
@Component
class DecisionAttachments implements Exports.Source {
  private final Notes notes;
  private final Law law;

  DecisionAttachments(Notes notes, Law law) {
    this.notes = notes;
    this.law = law;
  }

  @Override
  public List<Exports.Attachment> of(String caseId) {
    var attachments = new ArrayList<Exports.Attachment>();
    for (String id : notes.decisions(caseId).values()) {
      law.find(UUID.fromString(id))
          .map(decision -> attachment(attachments.size() + 1, decision))
          .ifPresent(attachments::add);
    }
    return attachments;
  }

  private static Exports.Attachment attachment(int number, Decision decision) {
    return new Exports.Attachment(
        "decision-%02d-%s.json".formatted(number, decision.question()), decision.canonical());
  }
}
