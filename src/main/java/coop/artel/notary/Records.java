package coop.artel.notary;

import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The records of a case: written in the very transaction of what they record. */
@Component
public class Records {
  static final Pattern CASE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

  private final JdbcClient database;
  private final Heads heads;
  private final History history;
  private final LegalClock legalClock;
  private final Sequencer sequencer;
  private final Clock clock;

  @Autowired
  Records(
      JdbcClient database,
      Heads heads,
      History history,
      LegalClock legalClock,
      Sequencer sequencer) {
    this(database, heads, history, legalClock, sequencer, Clock.systemUTC());
  }

  Records(
      JdbcClient database,
      Heads heads,
      History history,
      LegalClock legalClock,
      Sequencer sequencer,
      Clock clock) {
    this.database = database;
    this.heads = heads;
    this.history = history;
    this.legalClock = legalClock;
    this.sequencer = sequencer;
    this.clock = clock;
  }

  /**
   * Names the person whose key hides the records and values of a case; before the first record.
   * Naming the same person again changes nothing, another one is an {@link IllegalStateException}.
   */
  public void subject(String caseId, PersonId subject) {
    check(caseId);
    heads.createForPerson(caseId, subject);
  }

  /**
   * Appends to the series of a case, in order, in the caller's transaction (there must be one).
   * Locks the case's head row until that transaction ends. After {@link RecordKind#ENDED} only
   * kinds that are not the case's own course may follow.
   */
  public List<Receipt> append(String caseId, List<Happening> happenings) {
    check(caseId);
    if (happenings.isEmpty()) {
      return List.of();
    }
    return heads
        .guess(caseId)
        .flatMap(head -> tryAppend(head, happenings))
        .orElseGet(() -> append(heads.lock(caseId), happenings));
  }

  /**
   * The cases about a person that go on, in the caller's transaction, to whose end no other is
   * begun about this person.
   */
  public List<String> openAbout(PersonId person) {
    checkTransaction();
    return heads.lockKeysOf(person).stream()
        .flatMap(subject -> heads.openUnder(subject).stream())
        .toList();
  }

  /**
   * Destroys the keys of a person, in the caller's transaction: the records and values of the cases
   * about this person can never be opened again, and a record in each of these cases says so. What
   * proves that they stood in the log remains.
   */
  public void erase(PersonId person) {
    checkTransaction();
    for (var subject : heads.lockKeysOf(person)) {
      for (String caseId : heads.casesUnder(subject)) {
        var head = heads.renew(heads.lock(caseId));
        append(
            head,
            List.of(
                Happening.of(RecordKind.ERASURE)
                    .with("cause", "subject-erased")
                    .with("through", head.n())));
      }
      heads.destroy(subject);
    }
  }

  /** All records of a case in their order, with what has become of each. */
  public List<CaseRecord> of(String caseId) {
    return history.of(caseId);
  }

  /** How many there are in a case; it grows with every step. */
  public long count(String caseId) {
    return database
        .sql("select coalesce((select n from notary.heads where case_id = ?), 0)")
        .param(caseId)
        .query(Long.class)
        .single();
  }

  /** What has become of the records that these receipts are for; unknown ones are left out. */
  public Map<Receipt, SealState> seals(Collection<Receipt> receipts) {
    return history.seals(receipts);
  }

  private List<Receipt> append(Heads.Head head, List<Happening> happenings) {
    return tryAppend(head, happenings)
        .orElseThrow(() -> new IllegalStateException("a locked head has moved: " + head.caseId()));
  }

  /** Nothing is written, and nothing answered, if the head does not stand there any more. */
  private Optional<List<Receipt>> tryAppend(Heads.Head head, List<Happening> happenings) {
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var offset = Duration.ofSeconds(legalClock.offset().toSeconds());
    var rows = new Rows();
    var receipts = new ArrayList<Receipt>();
    long n = head.n();
    byte[] last = head.last();
    boolean closed = head.closed();
    for (Happening happening : happenings) {
      if (closed && happening.kind().isOfTheCourse()) {
        throw new IllegalStateException(
            "case %s has ended; %s cannot follow".formatted(head.caseId(), happening.kind().id()));
      }
      n++;
      last = rows.add(head, n, last, at, offset, happening);
      closed |= happening.kind() == RecordKind.ENDED;
      receipts.add(new Receipt(head.caseId(), n, Hashes.hex(last)));
    }
    var next = head.after(n, last, closed);
    if (!rows.insert(database, head, at, next)) {
      return Optional.empty();
    }
    heads.remember(next);
    sequencer.sealAfterCommit();
    return Optional.of(receipts);
  }

  private static void check(String caseId) {
    checkTransaction();
    if (!CASE_ID.matcher(caseId).matches()) {
      throw new IllegalArgumentException("not the id of a case: " + caseId);
    }
  }

  private static void checkTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("records are written in the transaction of what they record");
    }
  }
}
