package coop.artel.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.law.DemonstrationLawyers;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Dawn;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.workflow.Cases;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose cases a lawyer proposes to move. */
class MoveCaseRuleTest {
  private static final String FOR_SHOW = "case-for-show";
  private static final String IN_EARNEST = "case-in-earnest";
  private static final String OF_A_COUNTRY = "case-of-a-country";

  private final Cooperatives cooperatives =
      new Cooperatives(JdbcClient.create(TestDatabase.fresh().service()), (c, f, i, v) -> true);
  private final Cases cases = mock();
  private final DemonstrationLawyers invented = mock();
  private final MoveCaseRule rule = new MoveCaseRule(cases, cooperatives, invented, mock());
  private final Caller lawyer = caller(PlatformRole.LAWYER);

  private static Caller caller(PlatformRole role) {
    return new Caller(PersonId.random(), "Кто-то", Map.of(), Set.of(role));
  }

  @BeforeEach
  void cases_that_run() {
    runs(FOR_SHOW, found("1027700132195", true));
    runs(IN_EARNEST, found("1027700132196", false));
    runs(OF_A_COUNTRY, CooperativeId.ofCountry("ru"));
  }

  private CooperativeId found(String number, boolean demonstration) {
    var id = CooperativeId.random();
    cooperatives.found(Dawn.of(id, number, demonstration));
    return id;
  }

  private void runs(String id, CooperativeId cooperative) {
    when(cases.running(id))
        .thenReturn(
            Optional.of(
                new Cases.Case(
                    id,
                    "admit-member",
                    cooperative,
                    PersonId.random(),
                    Instant.EPOCH,
                    null,
                    null,
                    "2026-1")));
  }

  @Test
  void a_lawyer_proposes_to_move_a_running_case_of_any_cooperative() {
    assertThat(rule.mayPropose(lawyer, FOR_SHOW)).isTrue();
    assertThat(rule.mayPropose(lawyer, IN_EARNEST)).isTrue();
    assertThat(rule.mayPropose(lawyer, "case-that-has-ended")).isFalse();
    assertThat(rule.mayPropose(lawyer, OF_A_COUNTRY)).isFalse();
    assertThat(rule.mayPropose(caller(PlatformRole.OPERATOR), IN_EARNEST)).isFalse();
  }

  @Test
  void an_invented_lawyer_moves_invented_cases_alone() {
    when(invented.include(lawyer.person())).thenReturn(true);

    assertThat(rule.mayPropose(lawyer, FOR_SHOW)).isTrue();
    assertThat(rule.mayPropose(lawyer, IN_EARNEST)).isFalse();
  }
}
