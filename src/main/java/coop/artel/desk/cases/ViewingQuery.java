package coop.artel.desk.cases;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.QueryString;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is asked about looks, as it stands in an address.
 *
 * @param q words of the name of who looked or was looked at
 * @param caseId id of a case
 * @param kind case, task, question, document, decision, register, search, export
 */
record ViewingQuery(
    @Nullable String q,
    @Nullable String caseId,
    @Nullable String kind,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
  private static final int LONGEST = 200;

  /** Not by the constructor, whose refusals the binding of parameters would hide. */
  void demandBounds() {
    if ((q != null && q.length() > LONGEST) || (caseId != null && caseId.length() > LONGEST)) {
      throw new BadParameter("q");
    }
    CaseAccess.demandYear(from, "from");
    CaseAccess.demandYear(to, "to");
  }

  public boolean asks() {
    return !link().isEmpty();
  }

  /** As it follows other parameters of an address. */
  public String link() {
    return new QueryString()
        .with("q", q)
        .with("caseId", caseId)
        .with("kind", kind)
        .with("from", from)
        .with("to", to)
        .further();
  }
}
