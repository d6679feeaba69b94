package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.people.People;
import coop.artel.people.SubjectCipher;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of applications. */
@Component
class Dossiers {
  /** A decision about a person that lapsed on a day. */
  record Lapse(PersonId person, LocalDate day) {}

  private static final String TABLE = "members.applications";

  private final JdbcClient sql;
  private final SubjectCipher cipher;
  private final People people;
  private final LegalClock clock;
  private final ApplicationEventPublisher news;

  Dossiers(
      JdbcClient sql,
      SubjectCipher cipher,
      People people,
      LegalClock clock,
      ApplicationEventPublisher news) {
    this.news = news;
    this.sql = sql;
    this.cipher = cipher;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @param consentShown digest of the consent's wording that stood before the applicant, absent
   *     where it was given on paper
   */
  void add(
      UUID id,
      CooperativeId cooperative,
      PersonId person,
      LocalDate receivedOn,
      @Nullable Set<Income> income,
      @Nullable String consentShown) {
    sql.sql(
            """
            insert into members.applications
              (id, cooperative, person, status, applied_at, received_on, income, consent_shown)
            values (:id, :cooperative, :person, :status, :now, :received, :income, :shown)
            """)
        .param("id", id)
        .param("cooperative", cooperative.value())
        .param("person", person.value())
        .param("status", Status.RECEIVED.id())
        .param("now", clock.now().atOffset(ZoneOffset.UTC))
        .param("received", receivedOn)
        .param("income", income == null ? null : seal(id, person, income))
        .param("shown", consentShown)
        .update();
  }

  /** The application came on paper, and somebody entered it. */
  void onPaper(UUID id, PersonId by, @Nullable PersonId enteredFor, OnPaper paper) {
    sql.sql(
            """
            insert into members.paper_applications (application, entered_by, entered_for,
              received_on, scan_digest, consent_on, consent_digest)
            values (:id, :by, :for, :received, :scan, :day, :consent)
            """)
        .param("id", id)
        .param("by", by.value())
        .param("for", PersonId.valueOf(enteredFor), Types.OTHER)
        .param("received", paper.receivedOn())
        .param("scan", paper.scanDigest())
        .param("day", paper.consentOn())
        .param("consent", paper.consentDigest())
        .update();
  }

  /** What is kept of the paper, if it came on paper. */
  Optional<OnPaper> onPaper(UUID id) {
    return sql.sql("select * from members.paper_applications where application = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new OnPaper(
                    row.getObject("received_on", LocalDate.class),
                    row.getString("scan_digest"),
                    row.getObject("consent_on", LocalDate.class),
                    row.getString("consent_digest")))
        .optional();
  }

  /**
   * Digest of the consent's wording that stood before the applicant; of older ones none is known.
   */
  Optional<String> consentShown(UUID id) {
    return sql.sql(
            """
            select consent_shown from members.applications
            where id = :id and consent_shown is not null
            """)
        .param("id", id)
        .query(String.class)
        .optional();
  }

  Optional<Dossier> find(UUID id) {
    return sql.sql("select * from members.applications where id = :id")
        .param("id", id)
        .query((row, n) -> dossier(row))
        .optional();
  }

  /** None for a case that is no admission. */
  Optional<Dossier> ofCase(String caseId) {
    return sql.sql("select * from members.applications where case_id = :case")
        .param("case", caseId)
        .query((row, n) -> dossier(row))
        .optional();
  }

  /** Of the case that runs. */
  Dossier of(Run run) {
    UUID id = MemberVariables.APPLICANT.in(run);
    return find(id).orElseThrow(() -> new IllegalStateException("There is no application " + id));
  }

  /** The newest first. */
  List<Dossier> of(PersonId person) {
    return sql.sql("select * from members.applications where person = :person order by entry desc")
        .param("person", person.value())
        .query((row, n) -> dossier(row))
        .list();
  }

  /** Decisions to admit that lapsed here since a day, the newest first. */
  List<Lapse> lapses(CooperativeId cooperative, LocalDate since) {
    return sql.sql(
            """
            select person, lapsed_on from members.applications
            where cooperative = :cooperative and lapsed_on >= :since
            order by lapsed_on desc
            """)
        .param("cooperative", cooperative.value())
        .param("since", since)
        .query((row, n) -> new Lapse(personOf(row), row.getObject("lapsed_on", LocalDate.class)))
        .list();
  }

  void received(UUID id, String caseId, UUID consent, LocalDate decideBy, boolean preliminary) {
    sql.sql(
            """
            update members.applications
            set case_id = :case, consent = :consent, decide_by = :day,
              decide_by_preliminary = :preliminary
            where id = :id
            """)
        .param("id", id)
        .param("case", caseId)
        .param("consent", consent)
        .param("day", decideBy)
        .param("preliminary", preliminary)
        .update();
  }

  void status(UUID id, Status status) {
    set(id, "status", status.id());
    var dossier = find(id).orElseThrow();
    if (dossier.caseId() != null) {
      news.publishEvent(
          new ApplicationMoved(dossier.caseId(), dossier.person(), dossier.cooperative(), status));
    }
  }

  void income(Dossier dossier, Set<Income> income) {
    set(dossier.id(), "income", seal(dossier.id(), dossier.person(), income));
  }

  void paper(UUID id, UUID document) {
    set(id, "paper", document);
  }

  void question(UUID id, UUID question) {
    set(id, "question", question);
  }

  void noticeBy(UUID id, LocalDate day) {
    set(id, "notice_by", day);
  }

  void payBy(UUID id, LocalDate day) {
    set(id, "pay_by", day);
  }

  void lapsed(UUID id, LocalDate day) {
    set(id, "lapsed_on", day);
    status(id, Status.LAPSED);
  }

  private void set(UUID id, String column, Object value) {
    sql.sql("update members.applications set " + column + " = :value where id = :id")
        .param("id", id)
        .param("value", value)
        .update();
  }

  private Dossier dossier(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte @Nullable [] income = row.getBytes("income");
    return new Dossier(
        id,
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        personOf(row),
        row.getString("case_id"),
        Status.of(row.getString("status")),
        row.getObject("received_on", LocalDate.class),
        income == null
            ? Set.of()
            : cipher.text(income, context(id)).map(Income::of).orElse(Set.of()),
        row.getObject("decide_by", LocalDate.class),
        row.getBoolean("decide_by_preliminary"),
        row.getObject("consent", UUID.class),
        row.getObject("paper", UUID.class),
        row.getObject("question", UUID.class),
        row.getObject("notice_by", LocalDate.class),
        row.getObject("pay_by", LocalDate.class),
        row.getObject("lapsed_on", LocalDate.class));
  }

  private static PersonId personOf(ResultSet row) throws SQLException {
    return new PersonId(row.getObject("person", UUID.class));
  }

  private byte[] seal(UUID id, PersonId person, Set<Income> income) {
    return cipher.seal(person, Income.text(income).getBytes(UTF_8), context(id));
  }

  private static byte[] context(UUID id) {
    return FieldCipher.context(TABLE, "income", id);
  }
}
