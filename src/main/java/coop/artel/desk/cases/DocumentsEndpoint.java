package coop.artel.desk.cases;

import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.DocumentUnknown;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Looks;
import coop.artel.documents.DocumentErased;
import coop.artel.documents.Documents;
import coop.artel.law.Decision;
import coop.artel.law.Finding;
import coop.artel.law.Law;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Endpoint
@Tag(name = "Documents", description = "Canonical documents and decisions of the law")
class DocumentsEndpoint {
  private final Looks looks;
  private final Documents documents;
  private final DocumentFiles files;
  private final Law law;
  private final Callers callers;

  DocumentsEndpoint(
      Looks looks, Documents documents, DocumentFiles files, Law law, Callers callers) {
    this.looks = looks;
    this.documents = documents;
    this.files = files;
    this.law = law;
    this.callers = callers;
  }

  record DecisionJson(
      String id,
      String cooperative,
      String question,
      LocalDate referenceDate,
      String outcome,
      List<String> missing,
      List<String> reasons,
      List<Finding> findings,
      String edition,
      String digest,
      boolean demonstration) {
    static DecisionJson of(Decision it) {
      return new DecisionJson(
          it.id().toString(),
          it.cooperative().toString(),
          it.question(),
          it.referenceDate(),
          it.outcome().id(),
          it.missing(),
          it.reasons(),
          it.findings(),
          it.edition(),
          it.digest(),
          it.demonstration());
    }
  }

  @GetMapping("/api/documents/{id}")
  @Operation(summary = "A document's canonical bytes (RFC 8785), or its page with as=html")
  ResponseEntity<byte[]> document(
      @PathVariable UUID id, @RequestParam(name = "as", required = false) @Nullable String as) {
    var document = documents.find(id).orElseThrow(DocumentUnknown::new);
    looks.atDocument(callers.current(), document);
    if (document.erased()) {
      throw new DocumentErased();
    }
    if (as == null || as.equals("json")) {
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document.canonical());
    }
    if (as.equals("html")) {
      return files.html(document);
    }
    throw new BadParameter("as");
  }

  @GetMapping("/api/decisions/{id}")
  @Operation(summary = "A decision of the law with everything that was found")
  DecisionJson decision(@PathVariable UUID id) {
    var caller = callers.current();
    var decision =
        law.find(id)
            .filter(it -> caller.serves(it.cooperative()))
            .orElseThrow(DocumentUnknown::new);
    looks.atDecision(caller, decision);
    return DecisionJson.of(decision);
  }
}
