package coop.artel.desk;

import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A document as it is read and printed, for those who may know of its case. */
@Page
class DocumentPage {
  /** A document brings its own style along, so that it can be saved and printed as one file. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Looks looks;
  private final Visitor visitor;
  private final Documents documents;

  DocumentPage(Looks looks, Visitor visitor, Documents documents) {
    this.looks = looks;
    this.visitor = visitor;
    this.documents = documents;
  }

  @GetMapping("/documents/{id}")
  ResponseEntity<byte[]> document(@PathVariable UUID id) {
    var document = documents.find(id).orElseThrow(DocumentUnknown::new);
    looks.atDocument(visitor.caller(), document);
    return html(documents, document);
  }

  static ResponseEntity<byte[]> html(Documents documents, Document document) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", POLICY)
        .body(documents.html(document).getBytes(StandardCharsets.UTF_8));
  }
}
