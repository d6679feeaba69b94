package coop.artel.desk.cases;

import coop.artel.desk.frame.DocumentUnknown;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.documents.Documents;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A document as it is read and printed, for those who may know of its case. */
@Page
class DocumentPage {
  private final Looks looks;
  private final Visitor visitor;
  private final Documents documents;
  private final DocumentFiles files;

  DocumentPage(Looks looks, Visitor visitor, Documents documents, DocumentFiles files) {
    this.looks = looks;
    this.visitor = visitor;
    this.documents = documents;
    this.files = files;
  }

  @GetMapping("/documents/{id}")
  ResponseEntity<byte[]> document(@PathVariable UUID id) {
    var document = documents.find(id).orElseThrow(DocumentUnknown::new);
    looks.atDocument(visitor.caller(), document);
    return files.html(document);
  }
}
