package coop.artel.documents;

import coop.artel.notary.Exports;
import java.util.List;
import org.springframework.stereotype.Component;

/** The canonical bytes of a case's documents, for its export. */
@Component
class DocumentAttachments implements Exports.Source {
  private final Documents documents;

  DocumentAttachments(Documents documents) {
    this.documents = documents;
  }

  @Override
  public List<Exports.Attachment> of(String caseId) {
    return documents.of(caseId).stream()
        .map(
            document ->
                new Exports.Attachment(
                    "%s-%d.json".formatted(document.kind().id(), document.number()),
                    document.canonical()))
        .toList();
  }
}
