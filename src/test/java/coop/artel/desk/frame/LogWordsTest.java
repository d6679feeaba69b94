package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.chain.ChainState;
import coop.artel.notary.LogState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The line under each page that says how far the log has come. */
class LogWordsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:30:00Z");
  private static final Instant JUST_NOW = NOW.minusSeconds(3);
  private static final Instant LONG_AGO = NOW.minusSeconds(3_600);

  @Test
  void what_waits_for_a_moment_only_is_counted() {
    assertThat(said(log(2, 1, JUST_NOW, JUST_NOW), chain(ChainState.Phase.READY, false)))
        .isEqualTo("Запечатано 8 записей, в цепи закреплено до 6-й, ждут 3");
  }

  @Test
  void what_is_not_sealed_for_long_is_told_with_since_when() {
    assertThat(said(log(2, 5, LONG_AGO, LONG_AGO), chain(ChainState.Phase.READY, false)))
        .isEqualTo(
            "Запечатано 8 записей, в цепи закреплено до 6-й, с 09:30 ждут 7 — записи не"
                + " запечатываются, сообщите оператору");
  }

  @Test
  void what_is_not_anchored_for_long_is_told_with_since_when_and_why() {
    assertThat(said(log(2, 0, null, LONG_AGO), chain(ChainState.Phase.READY, false)))
        .endsWith("с 09:30 ждут 2 — цепь на связи, но якорь ещё не принят");
    assertThat(said(log(2, 0, null, LONG_AGO), chain(ChainState.Phase.DOWN, false)))
        .endsWith("с 09:30 ждут 2 — цепь недоступна с 09:30");
  }

  @Test
  void a_development_chain_is_called_one() {
    assertThat(said(log(0, 0, null, null), chain(ChainState.Phase.READY, true)))
        .isEqualTo("Запечатано 8 записей, все закреплены в учебной цепи");
    assertThat(said(log(0, 0, null, null), chain(ChainState.Phase.READY, false)))
        .isEqualTo("Запечатано 8 записей, все закреплены в цепи");
  }

  private static LogState log(
      int unanchored, int unsealed, @Nullable Instant unsealedSince, @Nullable Instant since) {
    return new LogState(8, NOW, 8 - unanchored, NOW, unsealed, 0, unsealedSince, since);
  }

  private static ChainState chain(ChainState.Phase phase, boolean development) {
    return new ChainState(phase, null, LONG_AGO, 31337L, "0x5fbdb2", development);
  }

  private static String said(LogState log, ChainState chain) {
    var wording =
        new Wording(new MessageConfiguration().messageSource(), Locale.forLanguageTag("ru"));
    return new LogWords(wording, ZoneOffset.UTC, NOW).of(log, chain);
  }
}
