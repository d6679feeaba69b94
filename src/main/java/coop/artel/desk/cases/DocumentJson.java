package coop.artel.desk.cases;

import coop.artel.documents.Document;

/**
 * See {@code /api/documents/{id}}.
 *
 * @param replaced there is a later revision of the same number
 */
public record DocumentJson(
    String id, String kind, long number, int revision, boolean replaced, String digest) {
  public static DocumentJson of(Document it) {
    return new DocumentJson(
        it.id().toString(), it.kind().id(), it.number(), it.revision(), it.replaced(), it.digest());
  }
}
