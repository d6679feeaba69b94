package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Dawn;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An invented lawyer publishes for show alone. */
class InventedLawyersTest {
  private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh().service());
  private final Cooperatives cooperatives = new Cooperatives(sql, (c, f, i, v) -> true);
  private final DemonstrationLawyers invented = new DemonstrationLawyers(sql);
  private final Publications publications =
      new Publications(
          mock(EditionStore.class),
          mock(Editions.class),
          mock(RuleDrafts.class),
          List.of(),
          invented,
          cooperatives,
          mock(LegalDays.class),
          mock(Records.class),
          sql);
  private final Caller lawyer =
      new Caller(PersonId.random(), "lawyer", Map.of(), Set.of(PlatformRole.LAWYER));

  @Test
  void once_a_cooperative_lives_by_a_law_in_earnest_only_lawyers_in_earnest_publish_it() {
    invented.add(lawyer.person());
    found("ru", "1027700132195", true);
    found("fi", "1027700132196", false);
    assertThatCode(() -> publications.demandLawyer(lawyer, "ru")).doesNotThrowAnyException();

    found("ru", "1027700132197", false);

    assertThatThrownBy(() -> publications.demandLawyer(lawyer, "ru"))
        .isInstanceOfSatisfying(
            PublicationRefused.class,
            refusal -> assertThat(refusal.code()).isEqualTo("lawyer-of-the-demonstration"));
    var earnest = new Caller(PersonId.random(), "lawyer", Map.of(), lawyer.roles());
    assertThatCode(() -> publications.demandLawyer(earnest, "ru")).doesNotThrowAnyException();
  }

  private void found(String country, String number, boolean demonstration) {
    cooperatives.found(Dawn.of(CooperativeId.random(), country, number, demonstration));
  }
}
