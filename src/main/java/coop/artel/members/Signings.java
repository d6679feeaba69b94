package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.law.SigningFacts;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.LegalClock;
import coop.artel.workflow.Answers;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Submission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the secretary found about who the applicant is and how the application was signed. */
@Component
class Signings implements Answers {
  private static final String PAPER = "paper";
  private static final String AGREEMENT = "agreement";
  private static final String NONE = "none";
  private static final String FOUND =
      "members.signings join (select task, matches from members.identity_checks) as checks using"
          + " (task)";

  /**
   * @param way {@code paper}, {@code agreement}, {@code none}
   * @param signedOn absent while it is not signed, and in what was found before it was asked
   */
  record Signing(
      LocalDate foundOn,
      @Nullable LocalDate signedOn,
      String way,
      @Nullable String scanDigest,
      @Nullable String agreementNumber,
      @Nullable LocalDate agreementDate,
      boolean agreementComplete) {

    /** The day by whose law the signature is judged: while there is none, that of the look. */
    LocalDate day() {
      return signedOn == null ? foundOn : signedOn;
    }

    SigningFacts asFacts(boolean identityVerified) {
      return new SigningFacts(
          identityVerified,
          way.equals(PAPER),
          scanDigest,
          agreementNumber,
          agreementDate,
          agreementComplete);
    }
  }

  private final JdbcClient sql;
  private final SubjectCipher cipher;
  private final LegalClock clock;
  private final DayFields days;

  Signings(JdbcClient sql, SubjectCipher cipher, LegalClock clock, DayFields days) {
    this.sql = sql;
    this.cipher = cipher;
    this.clock = clock;
    this.days = days;
  }

  /**
   * What is signed was signed on a day: by agreement not before the application was sent, on paper
   * and the agreement itself not before the applicant was born.
   *
   * @param sentOn day on which the applicant sent it in, absent if it came on paper
   */
  void check(
      FormInvalid.Check check,
      Submission submission,
      @Nullable LocalDate sentOn,
      @Nullable LocalDate born) {
    String way = way(submission);
    if (way.equals(NONE)) {
      return;
    }
    boolean agreed = way.equals(AGREEMENT);
    days.required(check, submission, "signedOn")
        .ifPresent(
            day -> {
              demandLived(check, "signedOn", day, born);
              if (agreed && sentOn != null) {
                check.demand(
                    !day.isBefore(sentOn), "signedOn", "signed-before-application", sentOn);
              }
            });
    if (agreed) {
      days.past(check, submission, "agreementDate")
          .ifPresent(day -> demandLived(check, "agreementDate", day, born));
    }
  }

  private static void demandLived(
      FormInvalid.Check check, String field, LocalDate day, @Nullable LocalDate born) {
    if (born != null) {
      check.demand(!day.isBefore(born), field, "before-birth", born);
    }
  }

  /** On which day, of what was found signed. */
  static Optional<LocalDate> signed(Submission submission) {
    return way(submission).equals(NONE)
        ? Optional.empty()
        : Optional.ofNullable((LocalDate) submission.values().get("signedOn"));
  }

  private static String way(Submission submission) {
    return submission.values().getOrDefault("signing", NONE).toString();
  }

  /**
   * Keeps the fields {@code matches} and {@code signing} with what belongs to it; what is signed
   * was signed on a day.
   */
  void keep(Dossier dossier, Submission submission, ZoneId zone) {
    LocalDate today = clock.today(zone);
    String way = way(submission);
    @Nullable LocalDate signedOn = way.equals(NONE) ? null : days.required(submission, "signedOn");
    sql.sql(
            """
            insert into members.identity_checks (task, application, checked_by, checked_on, matches)
            values (:task, :application, :person, :today, :matches)
            """)
        .param("task", submission.taskId())
        .param("application", dossier.id())
        .param("person", submission.by().value())
        .param("today", today)
        .param("matches", submission.flag("matches"))
        .update();
    @Nullable Object number =
        way.equals(AGREEMENT) ? submission.values().get("agreementNumber") : null;
    sql.sql(
            """
            insert into members.signings (task, application, found_by, found_on, signed_on, way,
              scan_digest, agreement_number, agreement_date, agreement_complete)
            values (:task, :application, :person, :today, :signed, :way, :digest, :number, :date,
              :complete)
            """)
        .param("task", submission.taskId())
        .param("application", dossier.id())
        .param("person", submission.by().value())
        .param("today", today)
        .param("signed", signedOn)
        .param("way", way)
        .param("digest", way.equals(PAPER) ? submission.values().get("scanDigest") : null)
        .param(
            "number",
            number == null
                ? null
                : cipher.seal(
                    dossier.person(),
                    number.toString().getBytes(UTF_8),
                    context(submission.taskId())))
        .param("date", way.equals(AGREEMENT) ? submission.values().get("agreementDate") : null)
        .param("complete", way.equals(AGREEMENT) && submission.flag("agreementComplete"))
        .update();
  }

  /** What was found last. */
  Optional<Signing> newest(UUID application) {
    return sql.sql(
            "select * from members.signings where application = :id order by entry desc limit 1")
        .param("id", application)
        .query((row, n) -> signing(row))
        .optional();
  }

  /** Whether the person and the application matched the document when last compared. */
  boolean identityVerified(UUID application) {
    return sql.sql(
            """
            select matches from members.identity_checks
            where application = :id order by entry desc limit 1
            """)
        .param("id", application)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  @Override
  public List<Answer> of(String caseId) {
    return AnswerRows.ofCase(sql, FOUND, caseId, (row, n) -> answers(row));
  }

  private List<Answer> answers(ResultSet row) throws SQLException {
    String task = row.getString("task");
    var signing = signing(row);
    var answers = new ArrayList<Answer>();
    answers.add(new Answer(task, "matches", row.getBoolean("matches")));
    answers.add(new Answer(task, "signing", new Word(signing.way())));
    add(answers, task, "signed-on", signing.signedOn());
    add(answers, task, "scan-digest", signing.scanDigest());
    add(answers, task, "agreement-number", signing.agreementNumber());
    add(answers, task, "agreement-date", signing.agreementDate());
    return answers;
  }

  private static void add(List<Answer> answers, String task, String what, @Nullable Object value) {
    if (value != null) {
      answers.add(new Answer(task, what, value));
    }
  }

  private Signing signing(ResultSet row) throws SQLException {
    byte @Nullable [] number = row.getBytes("agreement_number");
    return new Signing(
        row.getObject("found_on", LocalDate.class),
        row.getObject("signed_on", LocalDate.class),
        row.getString("way"),
        row.getString("scan_digest"),
        number == null ? null : cipher.text(number, context(row.getString("task"))).orElse(null),
        row.getObject("agreement_date", LocalDate.class),
        row.getBoolean("agreement_complete"));
  }

  private static byte[] context(String task) {
    return FieldCipher.context("members.signings", "agreement_number", task);
  }
}
