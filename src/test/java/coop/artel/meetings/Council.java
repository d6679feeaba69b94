package coop.artel.meetings;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.law.Decision;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.notary.Receipt;
import coop.artel.notary.Records;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.FakeRun;
import coop.artel.workflow.Processes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A council of a chair and members on a fresh database, with law, notary and engine faked. */
final class Council {
  static final String CASE = "case-1";

  final CooperativeId cooperative = CooperativeId.random();
  final ZoneId zone = ZoneId.of("Asia/Vladivostok");
  final LegalClock clock = () -> Duration.ZERO;
  final DataSource source = TestDatabase.fresh().service();
  final JdbcClient sql = JdbcClient.create(source);
  final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));
  final Law law = mock(Law.class);
  final Records records = mock(Records.class);
  final Processes processes = mock(Processes.class);
  final Cooperatives cooperatives = mock(Cooperatives.class);
  final Offices offices = mock(Offices.class);
  final Seats seats = new Seats(sql, offices, cooperatives, clock);
  final List<Object> told = new ArrayList<>();
  final QuestionRows rows = new QuestionRows(sql, seats, clock);
  final VoteReasons reasons =
      new VoteReasons(
          sql,
          new SubjectCipher(
              sql, FieldCipher.of(Map.of(1, new SecretKeySpec(new byte[32], "AES")))));
  final List<PersonId> members = new ArrayList<>();
  final Questions questions =
      new Questions(rows, reasons, law, records, processes, cooperatives, clock);
  final OpenQuestion opening = new OpenQuestion(rows, seats, told::add);

  Council(int size) {
    Stream.generate(PersonId::random).limit(size).forEach(members::add);
    when(cooperatives.find(cooperative))
        .thenReturn(
            new Cooperative(
                cooperative,
                "ru",
                "consumer-society",
                "Потребительское общество «Рассвет»",
                "ПО «Рассвет»",
                "1027700132195",
                "7707083893",
                "г. Тверь",
                zone,
                Currency.getInstance("RUB"),
                false));
    when(offices.holders(any(), any(), any()))
        .thenAnswer(
            asked ->
                asked.getArgument(1) == Office.CHAIR
                    ? members.subList(0, Math.min(1, members.size()))
                    : List.copyOf(members));
    when(records.append(anyString(), any())).thenReturn(List.of(new Receipt(CASE, 7, "ab")));
  }

  PersonId chair() {
    return members.get(0);
  }

  Caller caller(PersonId person, Office... offices) {
    return new Caller(person, "", Map.of(cooperative, Set.of(offices)), Set.of());
  }

  Caller member(int place) {
    return caller(members.get(place), Office.COUNCIL);
  }

  FakeRun run(UUID question) {
    return new FakeRun(CASE, cooperative)
        .with(
            MeetingVariables.QUESTION.with(question),
            MeetingVariables.DECIDE_BY.with(LocalDate.of(2026, 12, 1)));
  }

  static Questions.Matter matter() {
    return new Questions.Matter(
        "admission", PersonId.random(), UUID.randomUUID(), 14, LocalDate.of(2026, 11, 1));
  }

  /** A question that is open to all who sit on the council. */
  UUID opened() {
    UUID id = questions.put(cooperative, CASE, matter(), LocalDate.of(2026, 12, 1));
    opening.run(run(id));
    return id;
  }

  void lawAnswers(Outcome outcome) {
    when(law.ask(any(), any(), any(), any(), any())).thenAnswer(asked -> answer(asked, outcome));
    when(law.askAgain(any(), any(), any(), any(), any(), any()))
        .thenAnswer(asked -> answer(asked, outcome));
    when(law.foresee(any(), any(), any())).thenAnswer(asked -> answer(asked, outcome));
  }

  private static Decision answer(InvocationOnMock asked, Outcome outcome) {
    return new Decision(
        UUID.randomUUID(),
        asked.getArgument(1),
        "council-vote",
        asked.getArgument(2),
        outcome,
        List.of(),
        List.of(),
        List.of(),
        "ed",
        "d1",
        false);
  }
}
