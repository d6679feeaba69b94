package coop.artel.desk;

import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.values.PersonId;
import coop.artel.workflow.CaseChanges;
import coop.artel.workflow.Cases;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changed in a case from what to what: its answers and dates, and the data of its person. */
@Component
class ChangeViews {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");

  private final CaseChanges changes;
  private final People people;
  private final Names names;

  ChangeViews(CaseChanges changes, People people, Names names) {
    this.changes = changes;
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

  /** Oldest first, for whoever may see all of the case. */
  List<Row> of(Cases.Case it, CaseFile file, Wording wording) {
    var zone = names.cooperative(it.cooperative()).zone();
    var rows = new ArrayList<Row>();
    var runs =
        file.steps().stream()
            .map(CaseFile.Step::activity)
            .collect(Collectors.toMap(Cases.Activity::id, Function.identity(), (a, b) -> a));
    for (var change : changes.of(it.id())) {
      if (!isId(change.before()) && !isId(change.after())) {
        var run = change.run() == null ? null : runs.get(change.run());
        rows.add(
            new Row(
                change.at(),
                wording.moment(change.at(), zone),
                wording.sayOr("variable." + change.variable(), change.variable()),
                value(change.before(), zone, wording),
                value(change.after(), zone, wording),
                run == null ? null : names.personOrNull(run.actor(), wording),
                run == null ? null : run.record()));
      }
    }
    rows.addAll(ofPerson(it, zone, wording));
    rows.sort(Comparator.comparing(Row::at));
    return rows;
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
        : wording.word(value);
  }

  private List<Row> ofPerson(Cases.Case it, ZoneId zone, Wording wording) {
    var rows = new ArrayList<Row>();
    var formers = people.formers(it.subject());
    for (int i = 0; i < formers.size(); i++) {
      var at = formers.get(i).until();
      if (during(it, at)) {
        var after = i + 1 < formers.size() ? formers.get(i + 1).person() : current(it.subject());
        var then = fields(formers.get(i).person(), wording);
        fields(after, wording)
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

  private static Map<String, String> fields(Person it, Wording wording) {
    var fields = new LinkedHashMap<String, String>();
    var born = it.born();
    var document = it.document();
    fields.put("person.name", it.fullName());
    fields.put("person.born", born == null ? "" : wording.date(born));
    fields.put("person.address", text(it.address()));
    fields.put("person.phone", text(it.phone()));
    fields.put("person.email", text(it.email()));
    fields.put(
        "person.document",
        document == null
            ? ""
            : "%s, %s, %s"
                .formatted(
                    document.number(), wording.date(document.issuedOn()), document.issuedBy()));
    return fields;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
