package coop.artel.members;

import coop.artel.people.SealedColumn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where this module seals. */
@Component
class MembersSealed implements SealedColumn.Source {
  private static final String APPLICANT =
      "select person from members.applications where applications.id = it.application";

  /** A ground of destroying outlives the data. */
  private static final String KEPT =
      "select person from members.applications where applications.id = it.application"
          + " and it.fate = 'keep'";

  @Override
  public List<SealedColumn> sealed() {
    return List.of(
        SealedColumn.of("members.applications", "income", "it.id", "it.person"),
        SealedColumn.of("members.signings", "agreement_number", "it.task", APPLICANT),
        SealedColumn.of("members.returns", "note", "it.task", APPLICANT),
        SealedColumn.of("members.payments", "document", "it.task || '/' || it.kind", APPLICANT),
        SealedColumn.of("members.waits", "note", "it.task", APPLICANT),
        SealedColumn.of("members.delays", "note", "it.task", APPLICANT),
        SealedColumn.of("members.withdrawals", "letter_number", "it.application", APPLICANT),
        SealedColumn.of("members.retentions", "ground", "it.task", KEPT),
        SealedColumn.of(
            "members.import_lines", "content", "it.import || '/' || it.line", "it.person"),
        SealedColumn.of("members.corrections", "content", "it.id", "it.person"),
        SealedColumn.of("members.corrections", "note", "it.id", "it.person"));
  }
}
