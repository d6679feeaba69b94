package coop.artel.desk.members;

import coop.artel.access.Caller;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.members.Imports;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Membership;
import coop.artel.values.CooperativeId;
import coop.artel.workflow.Cases;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where lines of the register come from: the cases in which they were entered. */
@Component
class EntryOrigins {
  private static final Pattern BASIS =
      Pattern.compile("(import:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Memberships memberships;
  private final Documents documents;
  private final Imports imports;
  private final Cases cases;

  EntryOrigins(Memberships memberships, Documents documents, Imports imports, Cases cases) {
    this.memberships = memberships;
    this.documents = documents;
    this.imports = imports;
    this.cases = cases;
  }

  /**
   * @param number as people say it
   */
  record Origin(String caseId, String number) {}

  /** For whoever serves there; nothing where a correction names another ground than a case. */
  Optional<Origin> of(Caller reader, CooperativeId cooperative, long number) {
    return memberships
        .numbered(cooperative, number)
        .map(Membership::basis)
        .flatMap(basis -> caseOf(reader, basis))
        .map(it -> new Origin(it, cases.number(it)));
  }

  private Optional<String> caseOf(Caller reader, String basis) {
    var written = BASIS.matcher(basis);
    if (!written.matches()) {
      return Optional.empty();
    }
    var id = UUID.fromString(written.group(2));
    return written.group(1) == null
        ? documents.find(id).map(Document::caseId)
        : Optional.of(imports.find(reader, id).caseId());
  }
}
