package coop.artel.desk.frame;

import coop.artel.values.Refusal;

/** There is no such document or decision, or the caller may not know of it. */
public class DocumentUnknown extends Refusal {
  public DocumentUnknown() {
    super(Kind.NOT_FOUND, "document-unknown", "There is no such document for this caller");
  }
}
