package coop.artel.desk.cases;

import coop.artel.desk.frame.FileName;
import coop.artel.desk.frame.WordingSource;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.workflow.Cases;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Documents as files that are read, printed and kept, for whoever was allowed to find them. */
@Component
public class DocumentFiles {
  /** A document brings its own style along, so that it can be saved and printed as one file. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Documents documents;
  private final Cases cases;
  private final WordingSource wordings;

  DocumentFiles(Documents documents, Cases cases, WordingSource wordings) {
    this.documents = documents;
    this.cases = cases;
    this.wordings = wordings;
  }

  public ResponseEntity<byte[]> html(Document document) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", POLICY)
        .header(HttpHeaders.CONTENT_DISPOSITION, name(document).shown())
        .body(documents.html(document).getBytes(StandardCharsets.UTF_8));
  }

  private FileName name(Document document) {
    var wording = wordings.current();
    return new FileName(
        wording.say(
            "paper.file",
            wording.say("document." + document.kind().id()),
            String.valueOf(document.number()),
            cases.number(document.caseId())),
        "html");
  }
}
