package coop.artel.access;

import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deeds that need two persons: one proposes, another approves, and only then is it done. Who may do
 * either is said by the {@link DeedRule} of the deed's kind; a kind without one is nobody's.
 */
@UseCase
public class Deeds {
  private static final int LONGEST_REASON = 1000;

  private static final String SELECT =
      "select deeds.*, rejections.reason from access.deeds"
          + " left join access.rejections on rejections.deed = deeds.id ";
  private static final String WAITING = "decided_at is null and superseded_at is null";

  private final JdbcClient database;
  private final Records records;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Function<PersonId, Caller> callers;
  private final Map<String, DeedRule> rules;

  @Autowired
  public Deeds(
      JdbcClient database,
      Records records,
      Clock clock,
      ApplicationEventPublisher events,
      Callers callers,
      List<DeedRule> rules) {
    this(database, records, clock, events, callers::of, rules);
  }

  Deeds(
      JdbcClient database,
      Records records,
      Clock clock,
      ApplicationEventPublisher events,
      Function<PersonId, Caller> callers,
      List<DeedRule> rules) {
    this.database = database;
    this.records = records;
    this.clock = clock;
    this.events = events;
    this.callers = callers;
    this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(DeedRule::kind, it -> it));
  }

  /**
   * Refused with {@code deed-not-theirs}: for whoever is about to look whether there is anything to
   * propose, which is nobody else's to know.
   */
  public void demandProposer(String kind, String subject, Caller by) {
    var rule = rules.get(kind);
    if (rule == null) {
      throw new IllegalStateException("Nobody says who does %s".formatted(kind));
    }
    if (!rule.mayPropose(by, subject)) {
      throw DeedRefused.notTheirs();
    }
  }

  private boolean mayPropose(Caller caller, String kind, String subject) {
    var rule = rules.get(kind);
    return rule != null && rule.mayPropose(caller, subject);
  }

  /**
   * Tells everybody {@link DeedProposed} in this transaction. Refused: {@code deed-not-theirs};
   * {@code deed-waiting} while the same waits already.
   */
  public Deed propose(String kind, String subject, String digest, Caller by) {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("%s is no SHA-256".formatted(digest));
    }
    demandProposer(kind, subject, by);
    var id = UUID.randomUUID();
    int written =
        database
            .sql(
                """
                insert into access.deeds (id, kind, subject, digest, proposed_by, proposed_for,
                  proposed_at)
                values (:id, :kind, :subject, :digest, :by, :for, :now)
                on conflict (kind, subject) where decided_at is null do nothing
                """)
            .param("id", id)
            .param("kind", kind)
            .param("subject", subject)
            .param("digest", digest)
            .param("by", by.person().value())
            .param("for", value(by.inWhoseName(it -> mayPropose(it, kind, subject))), Types.OTHER)
            .param("now", now())
            .update();
    if (written == 0) {
      throw DeedRefused.waiting();
    }
    var proposed = find(id).orElseThrow();
    events.publishEvent(new DeedProposed(proposed));
    return proposed;
  }

  /**
   * Tells everybody {@link DeedApproved} in this transaction. Refused: {@code deed-unknown}, {@code
   * deed-decided}, {@code deed-not-theirs}, {@code same-person} for who proposed it, {@code
   * same-principal} for that one's deputy and the one it was proposed for, {@code
   * deed-proposer-gone}, and whatever the deed's own rule refuses.
   */
  public Deed approve(UUID id, Caller by) {
    var deed = open(id, by);
    if (deed.proposedBy().equals(by.person())) {
      throw DeedRefused.samePerson();
    }
    if (speaksForProposer(by, deed)) {
      throw DeedRefused.samePrincipal();
    }
    var rule = rules.get(deed.kind());
    if (rule == null || !rule.mayDecide(by, deed)) {
      throw DeedRefused.notTheirs();
    }
    if (!rule.mayPropose(callers.apply(deed.proposedBy()), deed.subject())) {
      throw DeedRefused.proposerGone();
    }
    rule.demand(deed);
    var approved = decide(deed, by, true);
    events.publishEvent(
        new DeedApproved(
            id,
            deed.kind(),
            deed.subject(),
            deed.digest(),
            deed.proposedBy(),
            deed.proposedFor(),
            by.person(),
            approved.decidedFor()));
    return approved;
  }

  /** A deputy and the one who is stood in for are one hand: neither is second to the other. */
  private static boolean speaksForProposer(Caller by, Deed deed) {
    var proposedFor = deed.proposedFor();
    return by.speaksFor(deed.proposedBy()) || proposedFor != null && by.speaksFor(proposedFor);
  }

  /**
   * Who proposed a deed may reject it too, which takes it back. The record names both and commits
   * to the reason. Refused like an approval, and with {@code deed-unexplained} without a reason.
   * Tells everybody {@link DeedRejected} in this transaction.
   */
  public Deed reject(UUID id, Caller by, String reason) {
    var deed = open(id, by);
    if (!deed.proposedBy().equals(by.person()) && !mayDecide(by, deed)) {
      throw DeedRefused.notTheirs();
    }
    var words = Normalizer.normalize(reason, Normalizer.Form.NFC).strip();
    if (words.isEmpty() || words.length() > LONGEST_REASON || words.indexOf('\0') >= 0) {
      throw DeedRefused.unexplained();
    }
    database
        .sql("insert into access.rejections (deed, reason) values (:deed, :reason)")
        .param("deed", id)
        .param("reason", words)
        .update();
    var rejected = decide(deed, by, false);
    record(rejected, by, words);
    events.publishEvent(new DeedRejected(rejected));
    return rejected;
  }

  private void record(Deed deed, Caller by, String reason) {
    var rule = rules.get(deed.kind());
    if (rule == null) {
      return;
    }
    var happening =
        Happening.of(RecordKind.DEED_REJECTED)
            .with("deed", deed.id().toString())
            .with("kind", deed.kind())
            .with("digest", deed.digest())
            .with("proposedBy", deed.proposedBy())
            .with("rejectedBy", by.person())
            .committing("reason", reason);
    happening.withPerson("proposedFor", deed.proposedFor());
    happening.withPerson("rejectedFor", deed.decidedFor());
    records.append(rule.series(deed.subject()), List.of(happening));
  }

  /**
   * What waits about a subject ends undecided, since something newer takes its place. Tells
   * everybody {@link DeedSuperseded} in this transaction.
   */
  public void supersede(String kind, String subject) {
    var ended =
        database
            .sql(
                """
                update access.deeds set superseded_at = :now
                where kind = :kind and subject = :subject and decided_at is null
                  and superseded_at is null
                returning id
                """)
            .param("now", now())
            .param("kind", kind)
            .param("subject", subject)
            .query(UUID.class)
            .list();
    ended.forEach(id -> events.publishEvent(new DeedSuperseded(find(id).orElseThrow())));
  }

  /** Whether the caller may be the second person of an open deed. */
  public boolean mayApprove(Caller caller, Deed deed) {
    return deed.open() && !speaksForProposer(caller, deed) && mayDecide(caller, deed);
  }

  private boolean mayDecide(Caller caller, Deed deed) {
    var rule = rules.get(deed.kind());
    return rule != null && rule.mayDecide(caller, deed);
  }

  /** A deed that the caller has proposed, may decide or might have proposed; else there is none. */
  public Deed find(Caller caller, UUID id) {
    return find(id).filter(deed -> concerns(caller, deed)).orElseThrow(DeedRefused::unknown);
  }

  private boolean concerns(Caller caller, Deed deed) {
    var rule = rules.get(deed.kind());
    return deed.proposedBy().equals(caller.person())
        || (rule != null
            && (rule.mayDecide(caller, deed) || rule.mayPropose(caller, deed.subject())));
  }

  Optional<Deed> find(UUID id) {
    return database
        .sql(SELECT + "where id = :id")
        .param("id", id)
        .query((row, number) -> deed(row))
        .optional();
  }

  /** The open deeds that concern the caller, oldest first. */
  public List<Deed> openFor(Caller caller) {
    return database
        .sql(SELECT + "where " + WAITING + " order by proposed_at, id")
        .query((row, number) -> deed(row))
        .list()
        .stream()
        .filter(deed -> concerns(caller, deed))
        .toList();
  }

  /** Those of a kind that wait for a decision, oldest first. */
  public List<Deed> waiting(String kind) {
    return database
        .sql(SELECT + "where kind = :kind and " + WAITING + " order by proposed_at, id")
        .param("kind", kind)
        .query((row, number) -> deed(row))
        .list();
  }

  /** The newest deed about a subject, decided or not. */
  public Optional<Deed> newest(String kind, String subject) {
    return database
        .sql(
            SELECT
                + """
                where kind = :kind and subject = :subject
                order by decided_at desc nulls first, proposed_at desc limit 1
                """)
        .param("kind", kind)
        .param("subject", subject)
        .query((row, number) -> deed(row))
        .optional();
  }

  /** One that nobody has decided yet; for whom it does not concern there is none. */
  private Deed open(UUID id, Caller by) {
    var deed =
        database
            .sql(SELECT + "where id = :id for update of deeds")
            .param("id", id)
            .query((row, number) -> deed(row))
            .optional()
            .filter(it -> concerns(by, it))
            .orElseThrow(DeedRefused::unknown);
    if (deed.supersededAt() != null) {
      throw DeedRefused.superseded();
    }
    if (!deed.open()) {
      throw DeedRefused.decided();
    }
    return deed;
  }

  private Deed decide(Deed deed, Caller by, boolean approved) {
    boolean takesBack = !approved && deed.proposedBy().equals(by.person());
    var decidedFor = takesBack ? Optional.ofNullable(deed.proposedFor()) : decidesFor(by, deed);
    database
        .sql(
            """
            update access.deeds
            set decided_by = :by, decided_for = :for, decided_at = :now, approved = :approved
            where id = :id
            """)
        .param("by", by.person().value())
        .param("for", value(decidedFor), Types.OTHER)
        .param("now", now())
        .param("approved", approved)
        .param("id", deed.id())
        .update();
    return find(deed.id()).orElseThrow();
  }

  private Optional<PersonId> decidesFor(Caller by, Deed deed) {
    return by.inWhoseName(it -> mayDecide(it, deed));
  }

  private static @Nullable UUID value(Optional<PersonId> person) {
    return person.map(PersonId::value).orElse(null);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Deed deed(ResultSet row) throws SQLException {
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    OffsetDateTime supersededAt = row.getObject("superseded_at", OffsetDateTime.class);
    return new Deed(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("digest"),
        new PersonId(row.getObject("proposed_by", UUID.class)),
        person(row, "proposed_for"),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        person(row, "decided_by"),
        person(row, "decided_for"),
        decidedAt == null ? null : decidedAt.toInstant(),
        row.getObject("approved", Boolean.class),
        row.getString("reason"),
        supersededAt == null ? null : supersededAt.toInstant());
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    return PersonId.orNull(row.getObject(column, UUID.class));
  }
}
