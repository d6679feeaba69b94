package coop.artel.desk.cases;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.CaseAccess;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriUtils;

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
    return part("q", q)
        + part("caseId", caseId)
        + part("kind", kind)
        + part("from", from)
        + part("to", to);
  }

  private static String part(String name, @Nullable Object value) {
    return value == null || value.toString().isBlank()
        ? ""
        : "&" + name + "=" + UriUtils.encode(value.toString(), StandardCharsets.UTF_8);
  }
}
