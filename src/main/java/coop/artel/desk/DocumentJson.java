package coop.artel.desk;

import coop.artel.documents.Document;

/**
 * See {@code /api/documents/{id}}.
 *
 * @param replaced there is a later revision of the same number
 */
record DocumentJson(
    String id, String kind, long number, int revision, boolean replaced, String digest) {
  static DocumentJson of(Document it) {
    return new DocumentJson(
        it.id().toString(), it.kind().id(), it.number(), it.revision(), it.replaced(), it.digest());
  }
}
