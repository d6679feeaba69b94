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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of decisions, and nodes with one edition or another that ask about them again. */
final class PastDecisions {
  static final PersonId LAWYER_A = PersonId.random();
  static final PersonId LAWYER_B = PersonId.random();
  static final Caller LAWYER = new Caller(LAWYER_A, "Юрист", Map.of(), Set.of(PlatformRole.LAWYER));

  private static final AtomicLong NUMBER = new AtomicLong();

  final TestDatabase database = TestDatabase.fresh();
  final JdbcClient service = JdbcClient.create(database.service());
  final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(database.service());
  final Records records = mock(Records.class);

  PastDecisions() {
    when(records.of(anyString())).thenReturn(List.of());
  }

  /** What a node has that serves a set of files. */
  final class Node {
    final Countries countries;
    final Editions editions;
    final JdbcClient sql = JdbcClient.create(transactions.getDataSource());
    final Cooperatives cooperatives =
        new Cooperatives(sql, (country, form, identifier, value) -> true);
    final DecisionStore decisions =
        new DecisionStore(
            sql,
            new SubjectCipher(
                sql, FieldCipher.of(Map.of(1, new SecretKeySpec(new byte[32], "AES")))));
    final VerificationStore verifications;
    final Law law;
    final ReplayStore store = new ReplayStore(sql);
    final Replay replay;

    Node(Countries countries) {
      this.countries = countries;
      this.editions = new Editions(countries);
      this.verifications = new VerificationStore(sql, editions, () -> Duration.ZERO);
      this.law = new Law(editions, cooperatives, verifications, decisions, new Judgements(sql));
      this.replay = new Replay(store, decisions, editions, countries, cooperatives);
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

    /** Asks about all that there is, to the end. */
    Replay.Run replayed() {
      var run = replay.start(LAWYER, "ru", null);
      rounds(7).round();
      return replay.find(LAWYER, run.id());
    }

    Decision ask(Facts facts, CooperativeId of, LocalDate day, PersonId about) {
      return together(() -> law.ask(facts, of, day, about));
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

  Node node() {
    return new Node(new Countries());
  }

  /** With files of Russia in which something stands otherwise. */
  Node node(String file, String before, String after) throws IOException {
    var folder = Files.createTempDirectory(Path.of("target"), "edition");
    var shipped = Path.of("jurisdictions/ru");
    try (var paths = Files.walk(shipped)) {
      for (var path : paths.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        var name = shipped.relativize(path);
        if (name.startsWith("worked")) {
          continue;
        }
        var text = Files.readString(path);
        if (name.toString().equals(file)) {
          if (!text.contains(before)) {
            throw new IllegalArgumentException(before);
          }
          text = text.replace(before, after);
        }
        var copy = folder.resolve("ru").resolve(name);
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, text);
      }
    }
    return new Node(Countries.in(folder));
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
