package coop.artel.desk.frame;

/**
 * A part of a list.
 *
 * @param offset of the first line, from 0
 * @param limit 1 to 100
 */
public record Paging(int offset, int limit) {
  public Paging {
    if (offset < 0) {
      throw new BadParameter("offset");
    }
    if (limit < 1 || limit > 100) {
      throw new BadParameter("limit");
    }
  }
}
