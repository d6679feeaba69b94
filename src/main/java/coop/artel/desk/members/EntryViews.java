package coop.artel.desk.members;

import coop.artel.access.Caller;
import coop.artel.desk.cases.CaseViews;
import coop.artel.desk.cases.PersonFields;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.members.Imports;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Memberships.Membership;
import coop.artel.values.PersonId;
import coop.artel.workflow.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells lines of the register one by one: whose they are, since when, and on what they rest. */
@Component
class EntryViews {
  private static final Pattern BASIS =
      Pattern.compile("(import:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final People people;
  private final Documents documents;
  private final Imports imports;
  private final Cases cases;
  private final Names names;

  EntryViews(People people, Documents documents, Imports imports, Cases cases, Names names) {
    this.names = names;
    this.people = people;
    this.documents = documents;
    this.imports = imports;
    this.cases = cases;
  }

  /** One thing that is known, under its name. */
  record Field(String label, String value) {}

  /**
   * On what a line rests.
   *
   * @param paper link to the document, absent where it is none of the house
   * @param caseId of the case in which it was entered, with its number as people say it
   */
  record Basis(
      String words, @Nullable String paper, @Nullable String caseId, @Nullable String caseNumber) {}

  /**
   * A line.
   *
   * @param fields what is known of the member beside name and days
   */
  record Entry(
      String name, String since, @Nullable String until, Basis basis, List<Field> fields) {}

  /** For whoever serves there; the look is written down by whoever shows it. */
  Entry of(Caller reader, Membership line, Cooperative cooperative, Wording wording) {
    var until = line.until();
    var person = person(line.person());
    return new Entry(
        person.map(Person::fullName).orElseGet(() -> names.person(line.person(), wording)),
        wording.date(line.since()),
        until == null ? null : wording.date(until),
        basis(reader, line.basis(), cooperative, wording),
        person.map(it -> fields(it, wording)).orElse(List.of()));
  }

  /** Nobody where the data were erased. */
  Optional<Person> person(PersonId id) {
    return people.findAll(List.of(id)).stream().findFirst();
  }

  private static List<Field> fields(Person person, Wording wording) {
    var fields = new ArrayList<Field>();
    PersonFields.of(person, wording)
        .forEach(
            (key, value) -> {
              if (!key.equals(PersonFields.NAME) && !value.isEmpty()) {
                fields.add(new Field(wording.say(key), value));
              }
            });
    return fields;
  }

  private Basis basis(Caller reader, String basis, Cooperative cooperative, Wording wording) {
    var written = BASIS.matcher(basis);
    if (!written.matches()) {
      return new Basis(basis, null, null, null);
    }
    var id = UUID.fromString(written.group(2));
    return written.group(1) == null
        ? documents
            .find(id)
            .map(it -> decision(it, cooperative, wording))
            .orElseGet(() -> new Basis(wording.say("entry.basis.unknown"), null, null, null))
        : list(imports.find(reader, id), wording);
  }

  private Basis decision(Document it, Cooperative cooperative, Wording wording) {
    var paper = CaseViews.paper(it, cooperative.zone(), wording);
    return new Basis(
        wording.say(
            "entry.basis.document",
            paper.title(),
            it.number(),
            wording.day(it.writtenAt(), cooperative.zone())),
        "/documents/" + it.id(),
        it.caseId(),
        cases.number(it.caseId()));
  }

  private Basis list(Imports.Import it, Wording wording) {
    return new Basis(
        wording.say("import.minutes", it.minutes().number(), wording.date(it.minutes().day())),
        null,
        it.caseId(),
        cases.number(it.caseId()));
  }
}
