package coop.artel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.registry.Charter.Figure;
import coop.artel.registry.IdentifierCheck.Identifier;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CooperativesTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final LocalDate SECOND = LocalDate.of(2024, 7, 1);

  private final DataSource source = TestDatabase.fresh().service();
  private final JdbcClient sql = JdbcClient.create(source);
  private final Cooperatives cooperatives = new Cooperatives(sql, (c, f, i, v) -> true);

  @Test
  void a_cooperative_is_found_as_founded() {
    var dawn = Dawn.cooperative();
    cooperatives.found(dawn);

    assertThat(cooperatives.find(dawn.id())).isEqualTo(dawn);
    assertThat(cooperatives.all()).containsExactly(dawn);
  }

  @Test
  void an_unknown_cooperative_is_refused() {
    assertThatThrownBy(() -> cooperatives.find(CooperativeId.random()))
        .isInstanceOfSatisfying(
            CooperativeUnknown.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
  }

  @Test
  void the_country_judges_both_identifiers_by_its_legal_form() {
    var strict =
        new Cooperatives(
            sql,
            (country, form, identifier, value) ->
                country.equals("ru")
                    && form.equals("consumer-society")
                    && value.equals(
                        identifier == Identifier.TAX_NUMBER ? "7707083893" : "1027700132195"));

    strict.found(Dawn.cooperative());
    assertRefused(
        "registration-number-malformed",
        () -> strict.found(Dawn.cooperative("Europe/Moscow", "1027700132196")));
    var lax = Dawn.cooperative();
    assertRefused(
        "tax-number-malformed",
        () ->
            strict.found(
                new Cooperative(
                    lax.id(),
                    lax.country(),
                    lax.legalForm(),
                    lax.name(),
                    lax.shortName(),
                    lax.registrationNumber(),
                    "7707083894",
                    lax.address(),
                    lax.zone(),
                    lax.currency(),
                    false)));
    assertThat(cooperatives.all()).hasSize(1);
  }

  @Test
  void the_same_registration_number_is_taken_once() {
    cooperatives.found(Dawn.cooperative());

    assertRefused("cooperative-known", () -> cooperatives.found(Dawn.cooperative()));
  }

  @Test
  void a_refusal_leaves_the_transaction_around_it_whole() {
    var dawn = Dawn.cooperative();
    var east = Dawn.cooperative("Asia/Vladivostok", "1027712345100");
    new TransactionTemplate(new JdbcTransactionManager(source))
        .executeWithoutResult(
            status -> {
              cooperatives.found(dawn);
              assertRefused("cooperative-known", () -> cooperatives.found(dawn));
              cooperatives.found(east);
            });

    assertThat(cooperatives.all()).containsExactlyInAnyOrder(dawn, east);
  }

  @Test
  void the_charter_in_force_is_that_of_the_day() {
    var dawn = Dawn.cooperative();
    cooperatives.found(dawn);
    cooperatives.adopt(charter(dawn.id(), FIRST, "10"));
    cooperatives.adopt(charter(dawn.id(), SECOND, "20"));

    assertThat(cooperatives.charter(dawn.id(), FIRST.minusDays(1)).figures()).isEmpty();
    assertThat(days(dawn, FIRST)).isEqualTo("10");
    assertThat(days(dawn, SECOND.minusDays(1))).isEqualTo("10");
    assertThat(days(dawn, SECOND)).isEqualTo("20");
    assertThat(cooperatives.charter(dawn.id(), SECOND).since()).isEqualTo(SECOND);
  }

  @Test
  void a_second_edition_of_the_same_day_is_refused() {
    var dawn = Dawn.cooperative();
    cooperatives.found(dawn);
    cooperatives.adopt(charter(dawn.id(), FIRST, "10"));

    assertRefused("charter-exists", () -> cooperatives.adopt(charter(dawn.id(), FIRST, "20")));
    assertThat(days(dawn, FIRST)).isEqualTo("10");
  }

  @Test
  void a_figure_is_confirmed_once_by_two_different_persons() {
    var dawn = Dawn.cooperative();
    cooperatives.found(dawn);
    cooperatives.adopt(charter(dawn.id(), FIRST, "10"));
    var lawyer = PersonId.random();
    var second = PersonId.random();

    assertRefused(
        "charter-same-person",
        () -> cooperatives.confirm(dawn.id(), FIRST, "admission.notice-days", lawyer, lawyer));
    assertThat(figure(dawn).confirmed()).isFalse();
    cooperatives.confirm(dawn.id(), FIRST, "admission.notice-days", lawyer, second);
    assertThat(figure(dawn).confirmed()).isTrue();
    assertThat(figure(dawn).confirmedBy()).isEqualTo(lawyer);
    assertRefused(
        "charter-figure-unknown",
        () -> cooperatives.confirm(dawn.id(), FIRST, "admission.notice-days", second, lawyer));
  }

  @Test
  void the_service_cannot_rewrite_a_charter() {
    var dawn = Dawn.cooperative();
    cooperatives.found(dawn);
    cooperatives.adopt(charter(dawn.id(), FIRST, "10"));

    for (String change :
        new String[] {
          "update registry.charter_figures set value = '99'",
          "delete from registry.charter_figures",
          "update registry.charters set since = since + 1"
        }) {
      assertThatThrownBy(() -> sql.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private String days(Cooperative cooperative, LocalDate day) {
    return cooperatives
        .charter(cooperative.id(), day)
        .figure("admission.notice-days")
        .orElseThrow()
        .value();
  }

  private Figure figure(Cooperative cooperative) {
    return cooperatives
        .charter(cooperative.id(), FIRST)
        .figure("admission.notice-days")
        .orElseThrow();
  }

  private static Charter charter(CooperativeId cooperative, LocalDate since, String days) {
    return new Charter(
        cooperative,
        since,
        Map.of(
            "admission.notice-days",
            new Figure("admission.notice-days", days, "days", "п. 4.7", null, null),
            "share.entrance-fee",
            new Figure("share.entrance-fee", "100.00", "RUB", "п. 6.1", null, null)));
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
