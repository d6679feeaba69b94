package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.chain.Chain;
import coop.artel.chain.ChainState;
import coop.artel.notary.LogState;
import coop.artel.notary.LogWatch;
import coop.artel.notary.StampState;
import coop.artel.notary.StampState.Stamped;
import coop.artel.notary.StampWatch;
import coop.artel.registry.Cooperatives;
import coop.artel.values.LegalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of the log and the page of a case say of seals, strays and time stamps. */
class LogViewsTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:30:00Z");
  private static final Instant LATER = Instant.parse("2026-03-02T11:45:00Z");
  private static final Stamped STAMP = new Stamped(6, AT, "Точное время");

  private final LogWatch log = mock();
  private final StampWatch stamps = mock();
  private final Chain chain = mock();
  private final Cooperatives cooperatives = mock();
  private final LegalClock clock = () -> Duration.ZERO;
  private final LogViews views = new LogViews(log, stamps, chain, new Zones(cooperatives), clock);

  @BeforeEach
  void all_is_as_it_should_be() {
    when(cooperatives.all()).thenReturn(List.of());
    when(chain.state())
        .thenReturn(new ChainState(ChainState.Phase.READY, null, AT, 1L, "0x5fbdb2", false));
    when(log.state()).thenReturn(new LogState(8, AT, 8, AT, 0, 0, null, null));
    when(log.queuedAgain()).thenReturn(new LogWatch.QueuedAgain(0, null));
    when(stamps.over(anyLong())).thenReturn(Optional.empty());
    stamped(STAMP, null);
  }

  @Test
  void the_page_of_the_log_tells_what_is_sealed_anchored_stamped_and_waits() {
    assertThat(rows("ru").lines())
        .startsWith(
            "Запечатано: 8 записей, последняя контрольная точка — 2 марта 2026, 10:30",
            "Закреплено в цепи: до 8-й записи, 2 марта 2026, 10:30",
            "Ждёт: ничего",
            "Пропало из очереди: сейчас ничего",
            "Метка времени: 2 марта 2026, 10:30 по часам службы времени «Точное время»; ею"
                + " засвидетельствованы первые 6 записей");
    assertThat(rows("en")).contains("Gone from the queue: nothing now");
  }

  @Test
  void it_tells_what_was_taken_out_of_the_queue_now_and_before() {
    when(log.state()).thenReturn(new LogState(8, AT, 8, AT, 3, 2, AT, AT));
    when(log.queuedAgain()).thenReturn(new LogWatch.QueuedAgain(4, LATER));

    assertThat(rows("ru"))
        .contains(
            "Пропало из очереди: 2 записи: их нет ни в журнале, ни в очереди. Служба вернёт их и"
                + " запечатает; возвращено в очередь: 4, последний раз 2 марта 2026, 11:45. Кто-то"
                + " удалял из неё в базе данных");
    assertThat(views.json().strayed()).isEqualTo(2);
    assertThat(views.json().queuedAgain()).isEqualTo(4);
  }

  @Test
  void without_an_authority_it_says_so() {
    when(stamps.state()).thenReturn(new StampState(false, null, AT, null, null));

    assertThat(rows("ru")).contains("Метка времени: нет: служба времени не указана в настройках");
    assertThat(ofCase()).isEqualTo("Меток времени нет: служба времени не указана в настройках.");
  }

  @Test
  void an_authority_that_is_away_is_told_with_since_when_and_why() {
    stamped(STAMP, "slow");
    assertThat(rows("ru"))
        .contains("6 записей; с 2 марта 2026, 11:45 меток нет — служба времени отвечает слишком");
    assertThat(ofCase())
        .isEqualTo(
            "Метки времени ждёт с 3 марта 2026, 09:00 — служба времени отвечает слишком долго.");

    stamped(null, "slow");
    assertThat(rows("en")).contains("Time stamp: none since 2 March 2026, 11:45 — the authority");
    stamped(null, null);
    assertThat(rows("ru")).contains("Метка времени: ещё нет, первая запись ждёт с 2 марта 2026");
  }

  @Test
  void the_page_of_a_case_tells_by_when_all_of_it_was_in_the_log() {
    assertThat(ofCase()).isEqualTo("Метки времени ждёт с 3 марта 2026, 09:00.");
    when(stamps.over(5)).thenReturn(Optional.of(STAMP));

    assertThat(ofCase())
        .isEqualTo(
            "Метка времени: 2 марта 2026, 10:30 по часам службы времени «Точное время». Всё до"
                + " записи № 4 тогда уже было в журнале.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "silent",
        "slow",
        "http-status",
        "too-large",
        "no-stamp",
        "refused",
        "other-answer",
        "unknown-certificate",
        "unusual"
      })
  void every_reason_of_an_authority_has_words(String reason) {
    stamped(STAMP, reason);
    for (String language : List.of("ru", "en")) {
      assertThat(rows(language)).doesNotContain("— " + reason);
    }
  }

  private void stamped(@Nullable Stamped newest, @Nullable String reason) {
    when(stamps.state())
        .thenReturn(new StampState(true, newest, AT, reason, reason == null ? null : LATER));
  }

  private String ofCase() {
    return plain(views.stampOver(5, 4, "3 марта 2026, 09:00", ZoneOffset.UTC, wording("ru")));
  }

  private String rows(String language) {
    return views.rows(null, wording(language)).stream()
        .map(row -> plain(row.name() + ": " + row.words()))
        .collect(Collectors.joining("\n"));
  }

  private static String plain(String words) {
    return words.replace('\u00a0', ' ');
  }

  private static Wording wording(String language) {
    return new Wording(new MessageConfiguration().messageSource(), Locale.forLanguageTag(language));
  }
}
