package coop.artel.desk.govern;

import coop.artel.access.Appointments;
import coop.artel.access.Caller;
import coop.artel.access.Substitution;
import coop.artel.access.Substitutions;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Wording;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Deputies;
import coop.artel.registry.Deputyship;
import coop.artel.registry.Offices;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands in for which officer of a cooperative, and on whose word. */
@Component
class DeputyViews {
  private final Deputies deputies;
  private final Substitutions substitutions;
  private final Appointments appointments;
  private final Offices offices;
  private final Names names;
  private final LegalClock clock;

  DeputyViews(
      Deputies deputies,
      Substitutions substitutions,
      Appointments appointments,
      Offices offices,
      Names names,
      LegalClock clock) {
    this.deputies = deputies;
    this.substitutions = substitutions;
    this.appointments = appointments;
    this.offices = offices;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Somebody stands in for an officer, did, or will.
   *
   * @param state {@code now}, {@code later}, {@code over}
   * @param mayEnd the reader may end it before its last day
   */
  record Row(
      String id,
      String office,
      String officeWords,
      String principal,
      String principalName,
      String deputy,
      String deputyName,
      LocalDate first,
      LocalDate last,
      String firstWords,
      String lastWords,
      String state,
      boolean mayEnd) {}

  /**
   * What was asked or ended.
   *
   * @param ended who ended it before its last day and when, absent where nobody did
   * @param state {@code done}, {@code asked}
   * @param deed where a second person decides or decided
   */
  record Asked(
      String words,
      String ground,
      String by,
      String at,
      @Nullable String ended,
      String state,
      @Nullable String deed) {}

  /** The newest first. */
  List<Row> all(Caller reader, Cooperative cooperative, Wording wording) {
    var today = clock.today(cooperative.zone());
    Map<Object, Substitution> asked =
        substitutions.of(cooperative.id()).stream()
            .collect(Collectors.toMap(Substitution::id, Function.identity()));
    return deputies.all(cooperative.id()).stream()
        .map(it -> row(it, asked.get(it.id()), reader, today, wording))
        .toList();
  }

  /**
   * An office that the reader exercises in another's place, or will.
   *
   * @param cooperative where it is told
   */
  record Own(String id, String cooperative, String words, String state) {}

  /** In the order of their first days. */
  List<Own> own(Caller reader, ZoneId zone, Wording wording) {
    var today = clock.today(zone);
    return deputies.of(reader.person(), today).stream()
        .map(
            it ->
                new Own(
                    it.id().toString(),
                    it.cooperative().toString(),
                    wording.say(
                        "deputies.you.one",
                        wording.say("office." + it.office().id()),
                        names.person(it.principal(), wording),
                        period(it.first(), it.last(), wording)),
                    it.on(today) ? "now" : "later"))
        .toList();
  }

  private static String period(LocalDate first, LocalDate last, Wording wording) {
    return wording.say("deputies.period", wording.date(first), wording.date(last));
  }

  private Row row(
      Deputyship it,
      @Nullable Substitution asked,
      Caller reader,
      LocalDate today,
      Wording wording) {
    var state = it.on(today) ? "now" : it.last().isBefore(today) ? "over" : "later";
    return new Row(
        it.id().toString(),
        it.office().id(),
        wording.say("office." + it.office().id()),
        it.principal().toString(),
        names.person(it.principal(), wording),
        it.deputy().toString(),
        names.person(it.deputy(), wording),
        it.first(),
        it.last(),
        wording.date(it.first()),
        wording.date(it.last()),
        state,
        asked != null && !state.equals("over") && substitutions.mayEnd(reader, asked));
  }

  List<Asked> asked(Cooperative cooperative, Wording wording) {
    return substitutions.of(cooperative.id()).stream()
        .map(
            it ->
                new Asked(
                    words(it, wording),
                    wording.say("deputies.on-ground", ground(it, wording)),
                    names.acting(it.askedBy(), it.askedFor(), wording),
                    wording.moment(it.askedAt(), cooperative.zone()),
                    ended(it, wording),
                    it.doneAt() == null ? "asked" : "done",
                    it.deed() == null ? null : it.deed().toString()))
        .toList();
  }

  private @Nullable String ended(Substitution it, Wording wording) {
    var end = it.end();
    return end == null
        ? null
        : wording.say(
            "deputies.ended",
            wording.date(end.day()),
            names.acting(end.by(), end.endedFor(), wording));
  }

  /** {@code Секретарь: Иванова Анна; замещает Петрова Вера, с 3 по 16 марта 2026}. */
  String words(Substitution it, Wording wording) {
    var change = it.change();
    return wording.say(
        "deputies.words",
        wording.say("office." + change.office().id()),
        names.person(change.principal(), wording),
        names.person(change.deputy(), wording),
        period(change.first(), change.last(), wording));
  }

  String ground(Substitution it, Wording wording) {
    var day = it.ground().day();
    return wording.say(
        "deputies.ground", it.ground().number(), day == null ? "" : wording.date(day));
  }

  /** Officers for whom the reader may name a deputy. */
  List<Option> principals(Caller reader, Cooperative cooperative, Wording wording) {
    var today = clock.today(cooperative.zone());
    boolean all = substitutions.forAll(reader, cooperative.id());
    var own = substitutions.ownOffices(reader, cooperative.id());
    return offices.all(cooperative.id()).stream()
        .filter(it -> Deputyship.OFFICES.contains(it.office()))
        .filter(it -> it.last() == null || !it.last().isBefore(today))
        .filter(it -> all || it.person().equals(reader.person()) && own.contains(it.office()))
        .sorted(Comparator.comparing(Offices.Tenure::office).thenComparing(Offices.Tenure::first))
        .map(
            it ->
                new Option(
                    it.office().id() + "/" + it.person(),
                    wording.say("office." + it.office().id())
                        + " — "
                        + names.person(it.person(), wording)))
        .distinct()
        .toList();
  }

  /** Those who can be chosen to stand in, by name. */
  List<Option> candidates(Caller reader, Cooperative cooperative, Wording wording) {
    return names.persons(appointments.known(cooperative.id()), wording).entrySet().stream()
        .filter(it -> !isReader(it.getKey(), reader))
        .map(it -> new Option(it.getKey().toString(), it.getValue()))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  /** Nobody names themselves. */
  private static boolean isReader(PersonId person, Caller reader) {
    return person.equals(reader.person());
  }
}
