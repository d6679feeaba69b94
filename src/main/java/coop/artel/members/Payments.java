package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.Money;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Submission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the accountant confirmed as paid. A correction is a newer row. */
@Component
class Payments implements Answers {
  /** What is paid to become a member. */
  enum Kind {
    ENTRANCE_FEE("entrance-fee"),
    SHARE("share");

    private final String id;

    Kind(String id) {
      this.id = id;
    }
  }

  record Payment(Money sum, @Nullable LocalDate paidOn) {
    boolean by(LocalDate lastDay) {
      return paidOn != null && !paidOn.isAfter(lastDay);
    }
  }

  /** The newest of each kind. */
  record Paid(Optional<Payment> entranceFee, Optional<Payment> share) {}

  private final JdbcClient sql;
  private final SubjectCipher cipher;

  Payments(JdbcClient sql, SubjectCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  void keep(Dossier dossier, Submission submission, Kind kind, Payment payment) {
    sql.sql(
            """
            insert into members.payments
              (task, kind, application, confirmed_by, amount, currency, paid_on, document)
            values (:task, :kind, :application, :person, :amount, :currency, :day, :document)
            """)
        .param("task", submission.taskId())
        .param("kind", kind.id)
        .param("application", dossier.id())
        .param("person", submission.by().value())
        .param("amount", payment.sum().amount())
        .param("currency", payment.sum().currency().getCurrencyCode())
        .param("day", payment.paidOn())
        .param(
            "document",
            cipher.seal(
                dossier.person(),
                submission.text("paymentDocument").getBytes(UTF_8),
                context(submission.taskId(), kind.id)))
        .update();
  }

  Paid of(UUID application) {
    return new Paid(newest(application, Kind.ENTRANCE_FEE), newest(application, Kind.SHARE));
  }

  /** The newest of each kind, if that came by a day; what has no day counts for none. */
  Paid inTime(UUID application, LocalDate lastDay) {
    var paid = of(application);
    return new Paid(
        paid.entranceFee().filter(it -> it.by(lastDay)), paid.share().filter(it -> it.by(lastDay)));
  }

  @Override
  public List<Answer> of(String caseId) {
    return AnswerRows.ofCase(sql, "members.payments", caseId, (row, n) -> answers(row));
  }

  private List<Answer> answers(ResultSet row) throws SQLException {
    String task = row.getString("task");
    String kind = row.getString("kind");
    var paid = payment(row);
    var answers = new ArrayList<Answer>();
    answers.add(new Answer(task, kind, paid.sum()));
    if (paid.paidOn() != null) {
      answers.add(new Answer(task, "paid-on", paid.paidOn()));
    }
    var document = cipher.text(row.getBytes("document"), context(task, kind));
    answers.add(new Answer(task, "payment-document", Answers.orErased(document)));
    return answers;
  }

  private static byte[] context(String task, String kind) {
    return FieldCipher.context("members.payments", "document", task + "/" + kind);
  }

  private static Payment payment(ResultSet row) throws SQLException {
    return new Payment(
        Money.of(row.getBigDecimal("amount").toPlainString(), row.getString("currency")),
        row.getObject("paid_on", LocalDate.class));
  }

  private Optional<Payment> newest(UUID application, Kind kind) {
    return sql.sql(
            """
            select amount, currency, paid_on from members.payments
            where application = :id and kind = :kind order by entry desc limit 1
            """)
        .param("id", application)
        .param("kind", kind.id)
        .query((row, n) -> payment(row))
        .optional();
  }
}
