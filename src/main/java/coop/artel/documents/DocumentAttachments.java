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
        .filter(document -> !document.erased())
        .map(document -> new Exports.Attachment(name(document), document.canonical()))
        .toList();
  }

  private static String name(Document document) {
    var name = "%s-%d".formatted(document.kind().id(), document.number());
    return document.revision() == 1
        ? name + ".json"
        : "%s-r%d.json".formatted(name, document.revision());
  }
}
