package coop.artel.desk.cases;

import coop.artel.documents.Document;

/**
 * See {@code /api/documents/{id}}.
 *
 * @param replaced there is a later revision of the same number
 * @param erased nothing of its content is left
 */
public record DocumentJson(
    String id,
    String kind,
    long number,
    int revision,
    boolean replaced,
    boolean erased,
    String digest) {
  public static DocumentJson of(Document it) {
    return new DocumentJson(
        it.id().toString(),
        it.kind().id(),
        it.number(),
        it.revision(),
        it.replaced(),
        it.erased(),
        it.digest());
  }
}
