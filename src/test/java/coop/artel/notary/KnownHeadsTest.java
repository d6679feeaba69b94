package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys stay in a node's memory for as long as it is known that none has been destroyed. */
class KnownHeadsTest {
  private Duration now = Duration.ZERO;
  private final KnownHeads known = new KnownHeads(() -> now.toNanos());

  @Test
  void where_nobody_looks_a_key_is_forgotten_a_minute_after_its_last_use() {
    known.remember(head("one", 1));
    known.remember(head("two", 1));
    pass(Duration.ofSeconds(50));
    known.remember(head("one", 2));
    pass(Duration.ofSeconds(50));

    assertThat(known.find("one")).map(Heads.Head::n).contains(2L);
    assertThat(known.find("two")).isEmpty();
    pass(Duration.ofSeconds(11));
    assertThat(known.find("one")).isEmpty();
  }

  @Test
  void nobody_need_ask_for_it_to_be_forgotten() {
    known.remember(head("one", 1));
    pass(Duration.ofSeconds(61));

    known.forgetOld();
    pass(Duration.ofSeconds(-61));

    assertThat(known.find("one")).isEmpty();
  }

  @Test
  void while_none_is_destroyed_a_case_is_known_however_long_it_rests() {
    known.looked(3);
    known.remember(head("one", 1));
    for (int i = 0; i < 1_000; i++) {
      pass(Duration.ofSeconds(10));
      known.forgetOld();
      known.looked(3);
    }
    assertThat(known.find("one")).isPresent();

    pass(Duration.ofSeconds(61));
    known.forgetOld();
    pass(Duration.ofSeconds(-61));
    assertThat(known.find("one")).isEmpty();
  }

  @Test
  void once_one_is_destroyed_all_are_forgotten() {
    known.looked(3);
    known.remember(head("one", 1));
    known.looked(4);

    assertThat(known.find("one")).isEmpty();
    known.remember(head("one", 1));
    known.looked(4);
    assertThat(known.find("one")).isPresent();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static Heads.Head head(String caseId, long n) {
    return new Heads.Head(
        caseId, n, new byte[32], new byte[32], UUID.randomUUID(), new byte[32], false);
  }
}
