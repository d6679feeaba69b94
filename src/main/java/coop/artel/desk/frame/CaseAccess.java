package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.documents.Document;
import coop.artel.workflow.Cases;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a case may be shown to whom: all of it to whoever holds an office in its cooperative, and
 * to the person whom it is about the papers that are addressed to that person.
 */
public final class CaseAccess {
  public static final Set<Document.Kind> OWN =
      Set.of(
          Document.Kind.MEMBERSHIP_APPLICATION,
          Document.Kind.DATA_CONSENT,
          Document.Kind.DECISION_NOTICE,
          Document.Kind.MEMBER_CERTIFICATE,
          Document.Kind.RETURN_LETTER,
          Document.Kind.MEMBER_LETTER);

  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2200;

  private CaseAccess() {}

  /** The case, for those who may see all of it; else it is not theirs to know: 404. */
  static Cases.Case whole(Cases cases, Caller caller, String caseId) {
    var found = cases.find(caller, caseId);
    if (!caller.serves(found.cooperative())) {
      throw new NotServed();
    }
    return found;
  }

  /** Refused as if there were no such document. */
  static void demand(Cases cases, Caller caller, Document document) {
    boolean own = OWN.contains(document.kind()) && cases.knows(caller, document.caseId());
    if (!caller.serves(document.cooperative()) && !own) {
      throw new DocumentUnknown();
    }
  }

  /** A day that somebody asks about; the database knows no years beyond reason. */
  public static void demandYear(@Nullable LocalDate day) {
    demandYear(day, "on");
  }

  public static void demandYear(@Nullable LocalDate day, String parameter) {
    if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
      throw new BadParameter(parameter);
    }
  }
}
