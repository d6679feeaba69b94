package coop.artel.law;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Countries;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.Records;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of decisions, and nodes with one edition or another that ask about them again. */
final class PastDecisions {
  static final PersonId LAWYER_A = PersonId.random();
  static final PersonId LAWYER_B = PersonId.random();
  static final Caller LAWYER = new Caller(LAWYER_A, "Юрист", Map.of(), Set.of(PlatformRole.LAWYER));

  static final String NORMS = "jurisdictions/ru/norms.yaml";

  private static final Countries COUNTRIES = new Countries();
  private static final Editions EDITIONS = new Editions(COUNTRIES);
  private static final AtomicLong NUMBER = new AtomicLong();

  final TestDatabase database = TestDatabase.fresh();
  private final DataSource source = database.service();
  final JdbcClient service = JdbcClient.create(source);
  final DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
  final Records records = mock(Records.class);

  PastDecisions() {
    publish(EDITIONS.shippedFiles("ru"));
    when(records.of(anyString())).thenReturn(List.of());
  }

  /** A node of the service. */
  final class Node {
    final Countries countries;
    final Editions editions;
    final EditionStore editionStore;
    final JdbcClient sql = service;
    final Cooperatives cooperatives =
        new Cooperatives(sql, (country, form, identifier, value) -> true);
    final DecisionStore decisions =
        new DecisionStore(
            sql,
            new SubjectCipher(
                sql, FieldCipher.of(Map.of(1, new SecretKeySpec(new byte[32], "AES")))));
    final VerificationStore verifications;
    final Law law;
    final RuleDrafts drafts;
    final ReplayStore store = new ReplayStore(sql);
    final Replay replay;

    private Node(Countries countries, Editions editions, EditionStore editionStore) {
      this.countries = countries;
      this.editions = editions;
      this.editionStore = editionStore;
      this.verifications = new VerificationStore(sql, editions, () -> Duration.ZERO);
      this.law =
          new Law(
              editions,
              cooperatives,
              verifications,
              decisions,
              new Judgements(sql),
              new CaseEditions(sql, editions));
      this.drafts = new RuleDrafts(new RuleDraftStore(sql), editionStore, editions, countries);
      this.replay =
          new Replay(store, decisions, editions, editionStore, drafts, countries, cooperatives);
    }

    ReplayRounds rounds(int batch) {
      return new ReplayRounds(
          store,
          decisions,
          editions,
          cooperatives,
          new CharterHistory(cooperatives, records),
          transactions,
          Duration.ofDays(1),
          true,
          batch);
    }

    /** Asks the edition in force about all that there is, to the end. */
    Replay.Run replayed() {
      return replayed(editions.currentFiles("ru"));
    }

    Replay.Run replayed(RuleFiles files) {
      var run = replay.start(LAWYER, files, null, null);
      rounds(7).round();
      return replay.find(LAWYER, run.id());
    }

    /** In a case of its own. */
    Decision ask(Facts facts, CooperativeId of, LocalDate day, PersonId about) {
      return together(() -> askNow(facts, of, day, about));
    }

    Decision askNow(Facts facts, CooperativeId of, LocalDate day, PersonId about) {
      return law.ask(facts, of, day, about, UUID.randomUUID().toString());
    }

    CooperativeId found(String legalForm) {
      var id = CooperativeId.random();
      cooperatives.found(
          new Cooperative(
              id,
              "ru",
              legalForm,
              "Кооператив «Рассвет»",
              "«Рассвет»",
              "1%012d".formatted(NUMBER.incrementAndGet()),
              "7707083893",
              "170100, г. Тверь, ул. Советская, д. 1",
              ZoneId.of("Europe/Moscow"),
              Currency.getInstance("RUB"),
              false));
      return id;
    }

    Charter charter(
        CooperativeId id, LocalDate since, Map<String, String> figures, Set<String> unconfirmed) {
      var held = new HashMap<String, Charter.Figure>();
      figures.forEach(
          (norm, value) -> {
            boolean confirmed = !unconfirmed.contains(norm);
            held.put(
                norm,
                new Charter.Figure(
                    norm,
                    value,
                    countries.of("ru").norm(norm).orElseThrow().unit(),
                    "7",
                    confirmed ? LAWYER_A : null,
                    confirmed ? LAWYER_B : null));
          });
      return new Charter(id, since, held);
    }
  }

  /** On which nothing is ever published; what it has compiled it shares with other tests. */
  Node node() {
    return new Node(COUNTRIES, EDITIONS, new EditionStore(service, Published.nothing()));
  }

  /** One that has just started and knows nothing but the database. */
  Node started() {
    var countries = new Countries();
    var published = new Published(() -> Duration.ZERO);
    var store = new EditionStore(service, published);
    published.know("ru", store.publications("ru"));
    return new Node(countries, new Editions(countries, published, store, 24), store);
  }

  /** What the service brings, with something in its norms that stands otherwise. */
  static RuleFiles files(String before, String after) {
    var shipped = EDITIONS.shippedFiles("ru");
    var text = shipped.byPath().get(NORMS);
    if (!text.contains(before)) {
      throw new IllegalArgumentException(before);
    }
    return shipped.with(Map.of(NORMS, Optional.of(text.replace(before, after))));
  }

  /** Puts files in force. */
  void publish(RuleFiles files) {
    var store = new EditionStore(service, Published.nothing());
    var set = store.keep(files, Edition.id(files));
    store.publish("ru", set, null, null, null, null);
  }

  <T> T together(Supplier<T> work) {
    return new TransactionTemplate(transactions).execute(status -> work.get());
  }

  /** From now on the records of a charter tell of these confirmations. */
  void recorded(CooperativeId cooperative, List<CaseRecord> confirmations) {
    when(records.of(CharterConfirmations.series(cooperative))).thenReturn(confirmations);
  }

  void erase(PersonId person) {
    JdbcClient.create(database.superuser())
        .sql("update people.subject_keys set wrapped = null, erased_at = now() where person = ?")
        .param(person.value())
        .update();
  }
}
