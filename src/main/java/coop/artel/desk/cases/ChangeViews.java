package coop.artel.desk.cases;

import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.members.Corrections;
import coop.artel.members.Imports;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Membership;
import coop.artel.values.PersonId;
import coop.artel.workflow.CaseChanges;
import coop.artel.workflow.Cases;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What changed in a case from what to what: its answers and dates, the register, and the data of
 * its person.
 */
@Component
class ChangeViews {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");

  /** The steps that write in the register. */
  private static final String ENTRY = "enter-in-register";

  private static final String CORRECTION = "correct-register-entry";
  private static final String IMPORT = "enter-imported-lines";

  /** More lines of a list than this nobody reads on the page of a case. */
  static final int MOST_LINES = 100;

  private final CaseChanges changes;
  private final Memberships memberships;
  private final Corrections corrections;
  private final Imports imports;
  private final People people;
  private final Names names;

  ChangeViews(
      CaseChanges changes,
      Memberships memberships,
      Corrections corrections,
      Imports imports,
      People people,
      Names names) {
    this.changes = changes;
    this.memberships = memberships;
    this.corrections = corrections;
    this.imports = imports;
    this.people = people;
    this.names = names;
  }

  /**
   * A change in words.
   *
   * @param actor absent where the service did it, or where nothing says who did
   * @param record number of the record of the step in which it happened
   */
  record Row(
      Instant at,
      String when,
      String what,
      @Nullable String before,
      @Nullable String after,
      @Nullable String actor,
      @Nullable Long record) {}

  /**
   * Oldest first, for whoever may see all of the case.
   *
   * @param lines of a list that the case entered in the register: at most so many are told singly
   */
  List<Row> of(Cases.Case it, CaseFile file, int lines, Wording wording) {
    var zone = names.cooperative(it.cooperative()).zone();
    var rows = new ArrayList<Row>();
    var runs =
        file.steps().stream()
            .map(CaseFile.Step::activity)
            .collect(Collectors.toMap(Cases.Activity::id, Function.identity(), (a, b) -> a));
    for (var change : changes.of(it.id())) {
      var what = wording.sayOr("variable." + change.variable(), "");
      // What has no words is the engine's own way and nothing that anybody said or decided.
      if (!what.isEmpty() && !isId(change.before()) && !isId(change.after())) {
        var run = change.run() == null ? null : runs.get(change.run());
        rows.add(
            new Row(
                change.at(),
                wording.moment(change.at(), zone),
                what,
                value(change.before(), zone, wording),
                value(change.after(), zone, wording),
                run == null ? null : actor(run, wording),
                run == null ? null : run.record()));
      }
    }
    var register = register(it, file, zone, wording);
    rows.addAll(register);
    rows.addAll(imported(it, file, lines, zone, wording));
    ofPerson(it, zone, wording).stream()
        .filter(row -> register.stream().noneMatch(line -> same(line, row)))
        .forEach(rows::add);
    rows.sort(Comparator.comparing(Row::at));
    return rows;
  }

  /** A corrected name is told once: as the register's line, with the record that sealed it. */
  private static boolean same(Row one, Row other) {
    return Objects.equals(one.before(), other.before())
        && Objects.equals(one.after(), other.after());
  }

  /** Lines that the case put into the register, and what it corrected there. */
  private List<Row> register(Cases.Case it, CaseFile file, ZoneId zone, Wording wording) {
    var rows = new ArrayList<Row>();
    var entered = run(ENTRY, file);
    if (entered != null) {
      var papers =
          file.documents().stream().map(paper -> paper.id().toString()).collect(Collectors.toSet());
      for (var line : memberships.entered(it.cooperative(), papers)) {
        rows.add(
            line(
                line.number(),
                new Change(wording.say("register.col.since"), null, wording.date(line.since())),
                null,
                entered,
                zone,
                wording));
      }
    }
    var corrected = run(CORRECTION, file);
    if (corrected != null) {
      corrections
          .ofCase(it.id())
          .filter(correction -> correction.state().equals("entered"))
          .ifPresent(
              correction ->
                  CorrectionChanges.of(correction.before(), correction.after(), wording)
                      .forEach(
                          change ->
                              rows.add(
                                  line(
                                      correction.number(),
                                      new Change(change.what(), change.before(), change.after()),
                                      correction.decidedBy(),
                                      corrected,
                                      zone,
                                      wording))));
    }
    return rows;
  }

  /** What a list put into the register, and how much more of it there is. */
  private List<Row> imported(Cases.Case it, CaseFile file, int most, ZoneId zone, Wording wording) {
    var run = run(IMPORT, file);
    var ground = run == null ? null : imports.basis(it.id()).orElse(null);
    if (run == null || ground == null) {
      return List.of();
    }
    var rows = new ArrayList<Row>();
    var entered = memberships.entered(it.cooperative(), ground, Math.max(most, most + 1));
    var shown = entered.subList(0, Math.min(most, entered.size()));
    var members = names.persons(shown.stream().map(Membership::person).toList(), wording);
    for (var line : shown) {
      rows.add(
          line(
              line.number(),
              new Change(
                  wording.say(
                      "changes.since",
                      members.getOrDefault(line.person(), ""),
                      wording.say("register.col.since")),
                  null,
                  wording.date(line.since())),
              null,
              run,
              zone,
              wording));
    }
    if (entered.size() > most) {
      var at = rows.get(most - 1).at();
      rows.add(
          new Row(
              at,
              wording.moment(at, zone),
              wording.say("changes.imported.more"),
              null,
              wording.say("changes.imported.words", wording.number(most)),
              null,
              run.record()));
    }
    return rows;
  }

  private record Change(String what, @Nullable String before, String after) {}

  private Row line(
      long number,
      Change change,
      @Nullable PersonId by,
      Cases.Activity run,
      ZoneId zone,
      Wording wording) {
    var at = Objects.requireNonNullElse(run.endedAt(), run.startedAt());
    return new Row(
        at,
        wording.moment(at, zone),
        wording.say("changes.register", Long.toString(number), change.what()),
        change.before(),
        change.after(),
        names.personOrNull(by, wording),
        run.record());
  }

  /** The run that ended well: none while the register is still what it was. */
  private static Cases.@Nullable Activity run(String activity, CaseFile file) {
    return file.steps().stream()
        .filter(step -> !step.open() && step.activity().activity().equals(activity))
        .map(CaseFile.Step::activity)
        .reduce((first, last) -> last)
        .orElse(null);
  }

  private @Nullable String actor(Cases.Activity run, Wording wording) {
    var actor = run.actor();
    return actor == null ? null : names.acting(actor, run.doneFor(), wording);
  }

  private static boolean isId(@Nullable String value) {
    return value != null && ID.matcher(value).matches();
  }

  private static @Nullable String value(@Nullable String value, ZoneId zone, Wording wording) {
    if (value == null) {
      return null;
    }
    try {
      if (DAY.matcher(value).matches()) {
        return wording.date(LocalDate.parse(value));
      }
      if (MOMENT.matcher(value).matches()) {
        return wording.moment(Instant.parse(value), zone);
      }
    } catch (DateTimeException e) {
      return value;
    }
    return value.equals("true") || value.equals("false")
        ? wording.say("answer." + value)
        : wording.sayOr("decision." + value, wording.word(value));
  }

  private List<Row> ofPerson(Cases.Case it, ZoneId zone, Wording wording) {
    var rows = new ArrayList<Row>();
    var formers = people.formers(it.subject());
    for (int i = 0; i < formers.size(); i++) {
      var at = formers.get(i).until();
      if (during(it, at)) {
        var after = i + 1 < formers.size() ? formers.get(i + 1).person() : current(it.subject());
        var then = PersonFields.of(formers.get(i).person(), wording);
        PersonFields.of(after, wording)
            .forEach(
                (what, now) -> {
                  var before = then.get(what);
                  if (!Objects.equals(before, now)) {
                    rows.add(
                        new Row(
                            at,
                            wording.moment(at, zone),
                            wording.say(what),
                            blank(before),
                            blank(now),
                            null,
                            null));
                  }
                });
      }
    }
    return rows;
  }

  private Person current(PersonId id) {
    return people.find(id);
  }

  private static boolean during(Cases.Case it, Instant at) {
    var ended = it.endedAt();
    return !at.isBefore(it.startedAt()) && (ended == null || !at.isAfter(ended));
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
