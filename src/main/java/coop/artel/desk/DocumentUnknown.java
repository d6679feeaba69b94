package coop.artel.desk;

import coop.artel.values.Refusal;

/** There is no such document or decision, or the caller may not know of it. */
class DocumentUnknown extends Refusal {
  DocumentUnknown() {
    super(Kind.NOT_FOUND, "document-unknown", "There is no such document for this caller");
  }
}
