package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.access.Caller;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.Office;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import coop.artel.workflow.Processes;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applicants on paper who withdraw by letter, which a secretary enters. */
@UseCase
public class PaperWithdrawals {
  private static final String WITHDRAW = "withdraw-application";

  private final Dossiers dossiers;
  private final Processes processes;
  private final OwnTerms own;
  private final SubjectCipher cipher;
  private final JdbcClient sql;

  PaperWithdrawals(
      Dossiers dossiers, Processes processes, OwnTerms own, SubjectCipher cipher, JdbcClient sql) {
    this.dossiers = dossiers;
    this.processes = processes;
    this.own = own;
    this.cipher = cipher;
    this.sql = sql;
  }

  /** The application of a case, where the caller may enter such a letter now. */
  public Optional<UUID> open(Caller caller, String caseId) {
    return dossiers
        .ofCase(caseId)
        .filter(it -> caller.holds(it.cooperative(), Office.SECRETARY))
        .filter(it -> !it.status().isFinal() && dossiers.onPaper(it.id()).isPresent())
        .map(Dossier::id);
  }

  /**
   * The application ends here, whatever waits in its case. Refused: {@code application-unknown} to
   * those who do not serve there, {@code secretary-only}, {@code not-on-paper}, {@code
   * application-closed} and what {@link WithdrawalLetter} refuses.
   */
  public void withdraw(Caller caller, UUID application, WithdrawalLetter letter) {
    var dossier =
        dossiers
            .find(application)
            .filter(it -> caller.serves(it.cooperative()))
            .orElseThrow(() -> new ApplicationUnknown(application));
    SecretaryOnly.demand(caller, dossier.cooperative());
    if (dossiers.onPaper(application).isEmpty()) {
      throw new NotOnPaper();
    }
    if (dossier.status().isFinal()) {
      throw new ApplicationClosed();
    }
    var today = own.today(dossier.cooperative());
    var writtenOn = letter.demandSound(dossier.receivedOn(), today);
    keep(dossier, caller, today, writtenOn, letter);
    processes.tell(WITHDRAW, dossier.startedCase(), caller.person());
  }

  private void keep(
      Dossier dossier, Caller by, LocalDate today, LocalDate writtenOn, WithdrawalLetter letter) {
    sql.sql(
            """
            insert into members.withdrawals
              (application, recorded_by, recorded_for, recorded_on, letter_number, letter_on,
                scan_digest)
            values (:application, :by, :for, :today, :number, :day, :scan)
            """)
        .param("application", dossier.id())
        .param("by", by.person().value())
        .param(
            "for",
            by.principal(dossier.cooperative(), Office.SECRETARY).map(PersonId::value).orElse(null),
            Types.OTHER)
        .param("today", today)
        .param(
            "number",
            cipher.seal(
                dossier.person(),
                letter.number().getBytes(UTF_8),
                FieldCipher.context("members.withdrawals", "letter_number", dossier.id())))
        .param("day", writtenOn)
        .param("scan", letter.scanDigest())
        .update();
  }

  /** Digest of the letter's scan, if the application was withdrawn by letter. */
  Optional<String> scan(UUID application) {
    return sql.sql("select scan_digest from members.withdrawals where application = ?")
        .param(application)
        .query(String.class)
        .optional();
  }
}
