package coop.artel.law;

import static org.mockito.Mockito.when;

import coop.artel.jurisdiction.Citation;
import coop.artel.jurisdiction.Countries;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A watch that knows of one change, with what of the shipped files cites it. */
public final class LawWatches {
  public static final UUID CHANGE = UUID.fromString("00000000-0000-4000-8000-00000000c4a6");
  private static final Countries COUNTRIES = new Countries();
  private static final Editions EDITIONS = new Editions(COUNTRIES);

  private LawWatches() {}

  /**
   * @param cited as cited: {@code 3085-1, ст. 10(2)}
   */
  public static void marked(LawWatch watch, String cited, PersonId by) {
    var place = Citation.all(cited).get(0);
    var at = Instant.parse("2026-03-02T09:00:00Z");
    var change =
        new ArticleChange(
            CHANGE,
            "ru",
            place,
            LocalDate.of(2026, 9, 1),
            "Срок станет короче <b>вдвое</b>",
            "https://publication.example/0001",
            by,
            at,
            null);
    var settled =
        new ArticleChange(
            UUID.fromString("00000000-0000-4000-8000-00000000c4a5"),
            "ru",
            new Citation("ГК", "ст. 193"),
            LocalDate.of(2025, 1, 1),
            "Уточнили день окончания срока",
            "",
            by,
            at,
            new ArticleChange.Settlement("Правила прежние", by, at));
    var citings = Citings.of(EDITIONS.current("ru"), EDITIONS.currentFiles("ru"), COUNTRIES);
    when(watch.every()).thenReturn(90L);
    when(watch.changes("ru")).thenReturn(List.of(change, settled));
    when(watch.flagged("ru"))
        .thenReturn(
            List.of(
                new LawWatch.Flagged(
                    change, citings.stream().filter(it -> it.cites(place)).toList())));
    when(watch.acts("ru"))
        .thenReturn(
            COUNTRIES.of("ru").acts().values().stream()
                .map(
                    act ->
                        act.id().equals("3085-1")
                            ? new LawWatch.Watched(
                                act,
                                LocalDate.of(2026, 2, 1),
                                29L,
                                false,
                                List.of(
                                    new ActCheck(
                                        new Citation("3085-1", ""),
                                        LocalDate.of(2026, 2, 1),
                                        "сошлось",
                                        by,
                                        at)))
                            : new LawWatch.Watched(act, null, null, true, List.of()))
                .toList());
    when(watch.due("ru")).thenReturn(COUNTRIES.of("ru").acts().size() - 1L);
  }
}
