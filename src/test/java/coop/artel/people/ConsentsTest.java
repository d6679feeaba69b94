package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import coop.artel.TestDatabase;
import coop.artel.jurisdiction.Countries;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConsentsTest {
  private static final LegalClock CLOCK = () -> Duration.ZERO;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String TEXT = "Я, Иванова Анна Петровна, даю согласие.";

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database.service());
  private final FieldCipher fields = FieldCipher.of(Map.of(1, FieldCipherTest.key(1)));
  private final SubjectCipher cipher = new SubjectCipher(sql, fields);
  private final Records records = mock(Records.class);
  private final Consents consents = new Consents(sql, cipher, records, CLOCK);
  private final PersonId anna = PersonId.random();
  private final CooperativeId cooperative = CooperativeId.random();

  @BeforeEach
  void register() {
    new People(sql, cipher, fields, CLOCK, new Countries())
        .register(new Person(anna, "Иванова", "Анна", null, null, null, null, null, null));
  }

  @Test
  void a_consent_stands_with_the_digest_of_its_text_and_a_record_in_the_case() {
    var given = consents.give("case-1", anna, cooperative, "membership", DAY, true, TEXT);

    assertThat(given.digest())
        .isEqualTo("dc7ac9b1093c94807d127e4b60b98ad6e808ab7b358e6ef520e4d0c870e78a07");
    assertThat(consents.standing(anna, cooperative, "membership")).contains(given);
    assertThat(consents.standing(anna, cooperative, "marketing")).isEmpty();
    assertThat(consents.standing(anna, CooperativeId.random(), "membership")).isEmpty();
    assertThat(consents.text(given.id())).contains(TEXT);
    var happening = recorded(1).get(0);
    assertThat(happening.kind()).isEqualTo(RecordKind.CONSENT);
    assertThat(happening.actor()).isEmpty();
    assertThat(happening.members())
        .containsEntry("act", "given")
        .containsEntry("consent", given.id().toString())
        .containsEntry("digest", given.digest())
        .containsEntry("on", "2026-03-02");
  }

  @Test
  void the_newest_consent_stands_and_a_withdrawal_brings_back_the_older() {
    var old = consents.give("case-1", anna, cooperative, "membership", DAY, true, TEXT);
    var later = consents.give("case-1", anna, cooperative, "membership", DAY, true, TEXT + " Ещё.");
    assertThat(consents.standing(anna, cooperative, "membership")).contains(later);

    var withdrawn = consents.withdraw("case-1", later.id(), DAY.plusDays(3));

    assertThat(withdrawn.withdrawnOn()).isEqualTo(DAY.plusDays(3));
    assertThat(consents.standing(anna, cooperative, "membership")).contains(old);
    assertThat(recorded(3).get(2).members()).containsEntry("act", "withdrawn");
  }

  @Test
  void a_consent_is_withdrawn_once_and_not_before_it_was_given() {
    var given = consents.give("case-1", anna, cooperative, "membership", DAY, true, TEXT);

    assertRefused(
        "consent-withdrawn-before-given",
        () -> consents.withdraw("case-1", given.id(), DAY.minusDays(1)));
    consents.withdraw("case-1", given.id(), DAY);
    assertRefused("consent-already-withdrawn", () -> consents.withdraw("case-1", given.id(), DAY));
    assertRefused("consent-unknown", () -> consents.withdraw("case-1", UUID.randomUUID(), DAY));
  }

  @Test
  void an_empty_or_future_consent_is_refused_and_leaves_no_record() {
    assertRefused(
        "consent-empty",
        () -> consents.give("case-1", anna, cooperative, "membership", DAY, true, " "));
    assertRefused(
        "consent-dated-ahead",
        () ->
            consents.give(
                "case-1",
                anna,
                cooperative,
                "membership",
                LocalDate.now().plusDays(3),
                true,
                TEXT));
    verifyNoInteractions(records);
    assertThat(consents.standing(anna, cooperative, "membership")).isEmpty();
  }

  @Test
  void the_text_is_encrypted_at_rest() {
    consents.give("case-1", anna, cooperative, "membership", DAY, true, TEXT);

    byte[] row =
        JdbcClient.create(database.superuser())
            .sql("select content from people.consents")
            .query(byte[].class)
            .single();
    assertThat(new String(row, UTF_8)).doesNotContain("Иванова").doesNotContain("согласие");
  }

  @Test
  void the_service_cannot_change_or_remove_a_consent() {
    consents.give("case-1", anna, cooperative, "membership", DAY, true, TEXT);

    for (String change :
        new String[] {
          "update people.consents set purpose = 'x'",
          "delete from people.consents",
          "delete from people.consent_withdrawals"
        }) {
      assertThatThrownBy(() -> sql.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @SuppressWarnings("unchecked")
  private List<Happening> recorded(int count) {
    ArgumentCaptor<List<Happening>> happenings = ArgumentCaptor.forClass(List.class);
    verify(records, times(count)).append(eq("case-1"), happenings.capture());
    return happenings.getAllValues().stream().flatMap(List::stream).toList();
  }
}
