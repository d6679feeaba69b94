package coop.artel.people;

import java.util.List;

/**
 * A column of what {@link SubjectCipher} seals. {@link SealAnew} moves what lies there from before
 * under the key of its subject.
 *
 * @param table with its schema
 * @param context SQL over the table's columns: the text that the bytes were sealed for
 * @param subject SQL over the table's columns, which stand under {@code it}: whom they are about;
 *     null where that is not known
 * @param marker the column of the same row that is moved last, and by which rows are found
 */
public record SealedColumn(
    String table, String column, String context, String subject, String marker) {
  /** Where a module seals; of a row with a marker of its own the marker comes last. */
  public interface Source {
    List<SealedColumn> sealed();
  }

  /**
   * With the usual context.
   *
   * @param id SQL for the last part of the context
   */
  public static SealedColumn of(String table, String column, String id, String subject) {
    return new SealedColumn(
        table, column, "'%s/%s/' || %s".formatted(table, column, id), subject, column);
  }
}
