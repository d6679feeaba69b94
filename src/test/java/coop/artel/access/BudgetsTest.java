package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.TestDatabase;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often somebody may do what everybody may do. */
class BudgetsTest {
  private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh().service());
  private final MovableClock clock = new MovableClock();
  private final Budgets budgets = new Budgets(sql, clock);
  private final Limits.Budget three = new Limits.Budget("three", 3, Duration.ofMinutes(2));

  @Test
  void a_bucket_empties_at_once_and_fills_one_by_one() {
    take(3);
    assertThat(budgets.take(three, "here")).isFalse();
    assertThat(budgets.untilOneIsLeft(three, "here")).isEqualTo(Duration.ofMinutes(2));
    assertThat(budgets.take(three, "there")).isTrue();

    clock.pass(Duration.ofSeconds(90));
    assertThat(budgets.take(three, "here")).isFalse();
    assertThat(budgets.untilOneIsLeft(three, "here")).isEqualTo(Duration.ofSeconds(30));
    clock.pass(Duration.ofSeconds(30));
    take(1);
    assertThat(budgets.take(three, "here")).isFalse();
  }

  @Test
  void a_bucket_holds_no_more_than_its_measure_and_is_forgotten_when_full() {
    take(1);
    clock.pass(Duration.ofDays(3));
    take(3);
    assertThat(budgets.take(three, "here")).isFalse();

    clock.pass(Duration.ofMinutes(6));
    budgets.take(three, "there");
    assertThat(sql.sql("select count(*) from access.budgets").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void of_many_at_once_no_more_than_the_measure_come_through() throws Exception {
    var pool = Executors.newFixedThreadPool(6);
    try {
      Callable<Boolean> attempt = () -> budgets.take(three, "here");
      int taken = 0;
      for (Future<Boolean> outcome : pool.invokeAll(Collections.nCopies(18, attempt))) {
        taken += outcome.get() ? 1 : 0;
      }
      assertThat(taken).isEqualTo(3);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void an_address_is_not_kept_as_it_is() {
    budgets.take(three, "192.0.2.7");

    assertThat(sql.sql("select b::text from access.budgets b").query(String.class).single())
        .doesNotContain("192.0.2.7");
  }

  @Test
  void applications_of_one_address_are_bounded_and_a_refused_one_does_not_count() {
    var limit =
        new ApplicationLimit(
            budgets,
            new Limits(
                new Limits.Applications(2, Duration.ofMinutes(10)),
                new Limits.SignInAddress(1, Duration.ofSeconds(1)),
                new Limits.SignInLogin(1, Duration.ofSeconds(1))));
    assertThatThrownBy(() -> limit.within(from("192.0.2.7"), BudgetsTest::mistyped))
        .isInstanceOf(Mistyped.class);
    assertThat(limit.within(from("192.0.2.7"), () -> 1)).isEqualTo(1);
    assertThat(limit.within(from("192.0.2.7"), () -> 2)).isEqualTo(2);

    assertThatThrownBy(() -> limit.within(from("192.0.2.7"), () -> 3))
        .isInstanceOfSatisfying(
            TooMany.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
              assertThat(refusal.seconds()).isEqualTo(600);
              assertThat(refusal.arguments()).containsExactly(10L);
            });
    assertThat(limit.within(from("192.0.2.8"), () -> 4)).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:/64",
    "2001:0db8:1::9, 2001:db8:1:0:/64",
    "::1, 0:0:0:0:/64",
    "fe80::1%eth0, fe80:0:0:0:/64"
  })
  void a_household_has_one_address(String address, String household) {
    assertThat(ClientAddress.of(address)).isEqualTo(household);
  }

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(budgets.take(three, "here")).isTrue();
    }
  }

  private static Object mistyped() {
    throw new Mistyped();
  }

  private static HttpServletRequest from(String address) {
    HttpServletRequest request = mock();
    when(request.getRemoteAddr()).thenReturn(address);
    return request;
  }

  private static final class Mistyped extends Refusal {
    Mistyped() {
      super(Kind.INVALID, "mistyped", "Not so");
    }
  }
}
