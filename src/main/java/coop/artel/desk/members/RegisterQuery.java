package coop.artel.desk.members;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.QueryString;
import coop.artel.registry.RegisterFilter;
import coop.artel.values.CooperativeId;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a register, as its address says it.
 *
 * @param joined month in which they came, whatever became of them; likewise left
 * @param q a number of the register, or words of a name
 */
record RegisterQuery(
    CooperativeId cooperative,
    @Nullable LocalDate on,
    @Nullable YearMonth joined,
    @Nullable YearMonth left,
    @Nullable String q) {
  private static final int LONGEST = 200;

  RegisterQuery {
    q = q == null || q.isBlank() ? null : q.strip();
    if (q != null && q.length() > LONGEST) {
      throw new BadParameter("q");
    }
    CaseAccess.demandYear(on);
    CaseAccess.demandYear(joined == null ? null : joined.atDay(1), "joined");
    CaseAccess.demandYear(left == null ? null : left.atDay(1), "left");
  }

  /** Who came or went in a month is told, whatever day it is. */
  public boolean monthly() {
    return joined != null || left != null;
  }

  /**
   * @param day on which the register is looked at
   */
  RegisterFilter filter(LocalDate day, RegisterFilter.@Nullable Words words) {
    return new RegisterFilter(monthly() ? null : day, joined, left, words);
  }

  /** As the end of an address. */
  public String link() {
    return link(q);
  }

  /** The same list without the words that are looked for. */
  public String linkToAll() {
    return link(null);
  }

  private String link(@Nullable String words) {
    return new QueryString()
        .with("cooperative", cooperative)
        .with("on", on)
        .with("joined", joined)
        .with("left", left)
        .with("q", words)
        .toString();
  }
}
