package coop.artel.documents;

import coop.artel.values.Refusal;

/** There was such a document; whom it was about was erased, and its content with them. */
public class DocumentErased extends Refusal {
  public DocumentErased() {
    super(Kind.GONE, "document-erased", "The document was erased with the key of its subject");
  }
}
