package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Act;
import coop.artel.jurisdiction.Citation;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.FieldsRefused;
import coop.artel.values.LegalClock;
import coop.artel.values.UseCase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Lawyers watch the law: they mark what has changed, whatever cites it is flagged until somebody
 * has looked it through, and acts that nobody has compared for long are due.
 */
@UseCase
public class LawWatch {
  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_ADDRESS = 500;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final int YEARS_AHEAD = 10;
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

  private final WatchRows rows;
  private final Editions editions;
  private final Countries countries;
  private final Records records;
  private final LegalClock clock;
  private final ApplicationEventPublisher events;
  private final Duration every;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * @param every how old the last check of an act may become; the house's own figure, no law's
   */
  LawWatch(
      WatchRows rows,
      Editions editions,
      Countries countries,
      Records records,
      LegalClock clock,
      ApplicationEventPublisher events,
      @Value("${artel.law.check-every:90d}") Duration every) {
    this.rows = rows;
    this.editions = editions;
    this.countries = countries;
    this.records = records;
    this.clock = clock;
    this.events = events;
    this.every = every;
  }

  /** What a set of files cites; read once. */
  private record Known(String fileSet, List<Citing> citings) {}

  /**
   * What a lawyer says has changed.
   *
   * @param place as cited: {@code 3085-1, ст. 10}; an act alone is meant as a whole
   * @param since its first day; it may be still to come
   * @param source an address, or empty
   */
  public record Mark(String place, @Nullable LocalDate since, String note, String source) {}

  /**
   * What a lawyer says was compared with the official text.
   *
   * @param place as in {@link Mark}
   * @param note may be empty
   */
  public record Comparison(String place, @Nullable LocalDate day, String note) {}

  /** A change that is not settled, with all that cites what has changed. */
  public record Flagged(ArticleChange change, List<Citing> citings) {}

  /**
   * An act and its last check, by the files or by a lawyer here.
   *
   * @param last absent if nobody has ever compared it
   * @param age in days; absent likewise
   * @param due nobody has compared it within the time that the installation sets
   */
  public record Watched(
      Act act, @Nullable LocalDate last, @Nullable Long age, boolean due, List<ActCheck> checks) {}

  public static void demandLawyer(Caller caller) {
    if (!caller.roles().contains(PlatformRole.LAWYER)) {
      throw WatchRefused.notTheirs();
    }
  }

  /** In how many days an act is due again. */
  public long every() {
    return every.toDays();
  }

  /**
   * Tells everybody {@link ArticleMarked} in this transaction. Refused: {@code watch-not-theirs},
   * {@code fields-refused}, {@code change-known}, {@link RulesUnknown}.
   */
  public ArticleChange mark(Caller caller, String country, Mark mark) {
    demandLawyer(caller);
    var change = read(caller, country(country), mark);
    if (rows.changes(country).stream()
        .anyMatch(
            it ->
                it.open()
                    && it.place().equals(change.place())
                    && it.since().equals(change.since()))) {
      throw WatchRefused.known(change.place().toString());
    }
    rows.add(change);
    record(
        of(RecordKind.ARTICLE_CHANGED, country, change.place())
            .with("change", change.id().toString())
            .with("since", change.since().toString())
            .with("markedBy", caller.person())
            .committing("note", change.note())
            .committing("source", change.source()));
    events.publishEvent(
        new ArticleMarked(change.id(), country, change.place().toString(), caller.person()));
    return change;
  }

  private ArticleChange read(Caller caller, Country country, Mark mark) {
    var note = mark.note().strip();
    var source = mark.source().strip();
    var latest = clock.today(country.zone()).plusYears(YEARS_AHEAD);
    var since = Optional.ofNullable(mark.since());
    var check =
        check(country, mark.place())
            .demand(since.isPresent(), "since", "day-empty")
            .demand(
                since.filter(it -> it.isBefore(FIRST_DAY) || it.isAfter(latest)).isEmpty(),
                "since",
                "change-far",
                YEARS_AHEAD)
            .text("note", note, LONGEST_NOTE);
    if (!source.isEmpty()) {
      check
          .text("source", source, LONGEST_ADDRESS)
          .demand(ADDRESS.matcher(source).matches(), "source", "address");
    }
    check.done();
    return new ArticleChange(
        UUID.randomUUID(),
        country.id(),
        place(mark.place()),
        since.orElseThrow(),
        note,
        source,
        caller.person(),
        clock.now().truncatedTo(ChronoUnit.MICROS),
        null);
  }

  /**
   * What cites the article was looked through. Refused: {@code watch-not-theirs}, {@code
   * change-unknown}, {@code change-settled}, {@code fields-refused}.
   */
  public void settle(Caller caller, String country, UUID id, String note) {
    demandLawyer(caller);
    var change =
        rows.find(id).filter(it -> it.country().equals(country)).orElseThrow(WatchRefused::unknown);
    var words = note.strip();
    new FieldsRefused.Check().text("note", words, LONGEST_NOTE).done();
    if (!rows.settle(id, new ArticleChange.Settlement(words, caller.person(), clock.now()))) {
      throw WatchRefused.settled();
    }
    record(
        of(RecordKind.LAW_CHECKED, country, change.place())
            .with("change", id.toString())
            .with("checkedBy", caller.person())
            .committing("note", words));
  }

  /** Refused: {@code watch-not-theirs}, {@code fields-refused}, {@link RulesUnknown}. */
  public void compare(Caller caller, String country, Comparison it) {
    demandLawyer(caller);
    var files = country(country);
    var today = clock.today(files.zone());
    var note = it.note().strip();
    var day = Optional.ofNullable(it.day());
    var check =
        check(files, it.place())
            .demand(day.isPresent(), "day", "day-empty")
            .demand(day.filter(today::isBefore).isEmpty(), "day", "day-ahead")
            .demand(day.filter(FIRST_DAY::isAfter).isEmpty(), "day", "day-impossible");
    if (!note.isEmpty()) {
      check.text("note", note, LONGEST_NOTE);
    }
    check.done();
    var place = place(it.place());
    var compared = day.orElseThrow();
    rows.add(country, new ActCheck(place, compared, note, caller.person(), clock.now()));
    record(
        of(RecordKind.LAW_CHECKED, country, place)
            .with("day", compared.toString())
            .with("checkedBy", caller.person())
            .committing("note", note));
  }

  /** Of a country, the newest mark first. Refused: {@link RulesUnknown}. */
  public List<ArticleChange> changes(String country) {
    return rows.changes(country(country).id());
  }

  /** What is not settled, with exactly what cites it. Refused: {@link RulesUnknown}. */
  public List<Flagged> flagged(String country) {
    var open = changes(country).stream().filter(ArticleChange::open).toList();
    if (open.isEmpty()) {
      return List.of();
    }
    var citings = citings(country);
    return open.stream()
        .map(
            it ->
                new Flagged(
                    it, citings.stream().filter(citing -> citing.cites(it.place())).toList()))
        .toList();
  }

  /** Which of these changes are not settled. */
  public Set<UUID> open(Collection<UUID> changes) {
    return rows.open(changes);
  }

  /** The acts of a country, those longest unchecked first. Refused: {@link RulesUnknown}. */
  public List<Watched> acts(String country) {
    var files = country(country);
    var today = clock.today(files.zone());
    var checks = rows.checks(country);
    return files.acts().values().stream()
        .map(act -> watched(act, checks, today))
        .sorted(
            Comparator.comparing(
                Watched::last, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
        .toList();
  }

  /** How many acts are due. Refused: {@link RulesUnknown}. */
  public long due(String country) {
    return acts(country).stream().filter(Watched::due).count();
  }

  private Watched watched(Act act, List<ActCheck> all, LocalDate today) {
    var checks = all.stream().filter(it -> it.place().act().equals(act.id())).toList();
    var last =
        Stream.concat(
                act.checked().stream(),
                checks.stream().filter(it -> it.place().article().isEmpty()).map(ActCheck::day))
            .max(Comparator.naturalOrder())
            .orElse(null);
    var age = last == null ? null : today.toEpochDay() - last.toEpochDay();
    return new Watched(act, last, age, age == null || age > every.toDays(), checks);
  }

  private List<Citing> citings(String country) {
    var fileSet = editions.currentSet(country);
    return Objects.requireNonNull(
            known.compute(
                country,
                (id, old) ->
                    old != null && old.fileSet.equals(fileSet)
                        ? old
                        : new Known(
                            fileSet,
                            Citings.of(editions.of(fileSet), editions.files(fileSet), countries))))
        .citings();
  }

  private static FieldsRefused.Check check(Country country, String place) {
    return new FieldsRefused.Check()
        .demand(places(country).contains(place), "place", "place-unknown");
  }

  private static Set<String> places(Country country) {
    return country.acts().values().stream()
        .flatMap(act -> places(act).stream())
        .map(Citation::toString)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What of an act can be marked: the whole, each article, and the parts that are cited. */
  public static List<Citation> places(Act act) {
    return Stream.concat(Stream.of(""), Citation.places(act).stream())
        .map(place -> new Citation(act.id(), place))
        .toList();
  }

  private static Citation place(String cited) {
    return Citation.all(cited).get(0);
  }

  private static Happening of(RecordKind kind, String country, Citation place) {
    return Happening.of(kind)
        .with("country", country)
        .with("act", place.act())
        .with("article", place.article());
  }

  private void record(Happening happening) {
    var country = String.valueOf(happening.members().get("country"));
    records.append(EditionsAtStart.series(country), List.of(happening));
  }

  private Country country(String id) {
    return countries.find(id).orElseThrow(() -> new RulesUnknown(id, id));
  }
}
