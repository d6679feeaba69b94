package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.jurisdiction.Countries;
import coop.artel.people.Person.IdentityDocument;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The persons known to the service, their personal fields encrypted at rest. */
@UseCase
public class People {
  private static final String TABLE = "people.persons";

  /** A list of names opens what it shows and nothing else. */
  private static final String NAMES =
      "select id, family_name, given_name, patronymic from people.persons ";

  private final JdbcClient database;
  private final FieldCipher cipher;
  private final LegalClock clock;
  private final NameIndex names;
  private final DocumentNumbers numbers;

  public People(JdbcClient database, FieldCipher cipher, LegalClock clock, Countries countries) {
    this.numbers = new DocumentNumbers(countries);
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
    this.names = new NameIndex(database, cipher);
  }

  /** Stores a new person under the id that it carries; refused: {@link PersonMalformed}. */
  public void register(Person person) {
    var checked = check(person);
    int written =
        write(
            """
            insert into people.persons (id, family_name, given_name, patronymic, born, address,
              phone, email, document_kind, document_number, document_issued_on, document_issued_by,
              document_mark, registered_at, changed_at)
            values (:id, :family_name, :given_name, :patronymic, :born, :address,
              :phone, :email, :document_kind, :document_number, :document_issued_on,
              :document_issued_by, :document_mark, now(), now())
            on conflict do nothing
            """,
            checked);
    if (written == 0) {
      throw new PersonKnown(checked.id());
    }
    names.add(checked);
  }

  /** Replaces what is known of a person. */
  public void change(Person person) {
    var known = find(person.id()).document();
    var checked = PersonChecks.checked(person, latestToday(), numbers, known);
    keepFormer(checked.id());
    int changed =
        write(
            """
            update people.persons
            set family_name = :family_name, given_name = :given_name, patronymic = :patronymic,
              born = :born, address = :address, phone = :phone, email = :email,
              document_kind = :document_kind, document_number = :document_number,
              document_issued_on = :document_issued_on, document_issued_by = :document_issued_by,
              document_mark = :document_mark, changed_at = now()
            where id = :id
            """,
            checked);
    if (changed == 0) {
      throw new PersonUnknown(checked.id());
    }
    names.add(checked);
  }

  private void keepFormer(PersonId id) {
    database
        .sql(
            """
            insert into people.former_persons (id, family_name, given_name, patronymic, born, address,
              phone, email, document_kind, document_number, document_issued_on, document_issued_by,
              document_mark, registered_at, changed_at)
            select id, family_name, given_name, patronymic, born, address,
              phone, email, document_kind, document_number, document_issued_on, document_issued_by,
              document_mark, registered_at, changed_at
            from people.persons where id = :id
            """)
        .param("id", id.value())
        .update();
  }

  /** What was known of a person and is no more, oldest first. */
  public List<FormerPerson> formers(PersonId id) {
    return database
        .sql("select * from people.former_persons where id = :id order by entry")
        .param("id", id.value())
        .query(
            (row, number) ->
                new FormerPerson(
                    person(row), row.getObject("replaced_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Throws {@link PersonUnknown} if there is none. */
  public Person find(PersonId id) {
    return database
        .sql("select * from people.persons where id = :id")
        .param("id", id.value())
        .query((row, number) -> person(row))
        .optional()
        .orElseThrow(() -> new PersonUnknown(id));
  }

  /** The full name, or empty if the person is unknown or erased. */
  public Optional<String> nameOf(PersonId id) {
    return database
        .sql(NAMES + "where id = :id")
        .param("id", id.value())
        .query((row, number) -> name(row))
        .optional();
  }

  /** Full names of those who are known, read at once. */
  public Map<PersonId, String> namesOf(Collection<PersonId> ids) {
    var names = new HashMap<PersonId, String>();
    if (ids.isEmpty()) {
      return names;
    }
    database
        .sql(NAMES + "where id = any(:ids)")
        .param("ids", ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
        .query(
            row -> {
              names.put(new PersonId(row.getObject("id", UUID.class)), name(row));
            });
    return names;
  }

  /**
   * All ids under which the holder of this person's identity document is kept, that of the person
   * among them. They reach across cooperatives: whoever asks may use them only to look at rows of
   * the own cooperative, and tells them to nobody.
   */
  public Set<PersonId> sameAs(PersonId id) {
    var ids =
        new HashSet<>(
            database
                .sql(
                    """
                    select id from people.persons
                    where document_mark = (select document_mark from people.persons where id = :id)
                    """)
                .param("id", id.value())
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .list());
    ids.add(id);
    return Set.copyOf(ids);
  }

  /** Those of these who are known. */
  public List<Person> findAll(Collection<PersonId> ids) {
    return database
        .sql("select * from people.persons where id = any(:ids) order by id")
        .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
        .query((row, number) -> person(row))
        .list();
  }

  /** Everything that {@link #check} could refuse but for the document, by field. */
  public Map<String, PersonMalformed> faults(Person person) {
    return PersonChecks.faults(person, latestToday());
  }

  /** As it would be stored; refused with {@link PersonMalformed}, and nothing is stored. */
  public Person check(Person person) {
    return PersonChecks.checked(person, latestToday(), numbers, null);
  }

  /**
   * A mark that is the same however the document's number is written, and tells nothing; absent for
   * a document whose number says nothing of who it is.
   */
  public @Nullable String markOf(IdentityDocument document) {
    byte @Nullable [] mark = DocumentMarks.of(document, cipher);
    return mark == null ? null : HexFormat.of().formatHex(mark);
  }

  /**
   * Who holds documents with these marks, by mark. As with {@link #sameAs} whoever asks may use
   * them only to look at rows of the own cooperative, and tells them to nobody.
   */
  public Map<String, Set<PersonId>> holders(Collection<String> marks) {
    var holders = new HashMap<String, Set<PersonId>>();
    database
        .sql("select id, document_mark from people.persons where document_mark = any(:marks)")
        .param("marks", marks.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
        .query(
            row -> {
              holders
                  .computeIfAbsent(
                      HexFormat.of().formatHex(row.getBytes("document_mark")),
                      mark -> new HashSet<>())
                  .add(new PersonId(row.getObject("id", UUID.class)));
            });
    return holders;
  }

  /** Marks the documents that were entered before there were marks. */
  void markDocuments() {
    database
        .sql(
            """
            select * from people.persons
            where document_number is not null and document_mark is null
            """)
        .query((row, number) -> person(row))
        .list()
        .forEach(
            person ->
                database
                    .sql(
                        """
                        update people.persons set document_mark = :mark
                        where id = :id and document_mark is null
                        """)
                    .param("mark", DocumentMarks.of(person.document(), cipher), Types.BINARY)
                    .param("id", person.id().value())
                    .update());
  }

  /** Makes those be found by name who were entered before there was an index of names. */
  void indexNames() {
    database
        .sql(
            """
            select * from people.persons
            where not exists (select 1 from people.name_marks where person = id)
            """)
        .query((row, number) -> person(row))
        .list()
        .forEach(names::add);
  }

  /** A person has no time zone of its own: the day that has begun anywhere on earth counts. */
  private LocalDate latestToday() {
    return clock.today(ZoneOffset.ofHours(14));
  }

  private int write(String sql, Person person) {
    var document = person.document();
    var statement = database.sql(sql).param("id", person.id().value());
    seal(statement, person.id(), "family_name", person.familyName());
    seal(statement, person.id(), "given_name", person.givenName());
    seal(statement, person.id(), "patronymic", person.patronymic());
    seal(statement, person.id(), "born", person.born());
    seal(statement, person.id(), "address", person.address());
    seal(statement, person.id(), "phone", person.phone());
    seal(statement, person.id(), "email", person.email());
    seal(statement, person.id(), "document_kind", document == null ? null : document.kind());
    seal(statement, person.id(), "document_number", document == null ? null : document.number());
    seal(
        statement,
        person.id(),
        "document_issued_on",
        document == null ? null : document.issuedOn());
    seal(
        statement,
        person.id(),
        "document_issued_by",
        document == null ? null : document.issuedBy());
    statement.param("document_mark", DocumentMarks.of(document, cipher), Types.BINARY);
    return statement.update();
  }

  private void seal(StatementSpec statement, PersonId id, String column, @Nullable Object field) {
    byte @Nullable [] sealed =
        field == null
            ? null
            : cipher.seal(field.toString().getBytes(UTF_8), FieldCipher.context(TABLE, column, id));
    statement.param(column, sealed, Types.BINARY);
  }

  private Person person(ResultSet row) throws SQLException {
    var id = new PersonId(row.getObject("id", UUID.class));
    return new Person(
        id,
        required(row, id, "family_name"),
        required(row, id, "given_name"),
        open(row, id, "patronymic"),
        day(row, id, "born"),
        open(row, id, "address"),
        open(row, id, "phone"),
        open(row, id, "email"),
        document(row, id));
  }

  private String name(ResultSet row) throws SQLException {
    var id = new PersonId(row.getObject("id", UUID.class));
    return Person.fullName(
        required(row, id, "family_name"),
        required(row, id, "given_name"),
        open(row, id, "patronymic"));
  }

  private @Nullable IdentityDocument document(ResultSet row, PersonId id) throws SQLException {
    LocalDate issuedOn = day(row, id, "document_issued_on");
    return issuedOn == null
        ? null
        : new IdentityDocument(
            required(row, id, "document_kind"),
            required(row, id, "document_number"),
            issuedOn,
            required(row, id, "document_issued_by"));
  }

  private @Nullable LocalDate day(ResultSet row, PersonId id, String column) throws SQLException {
    String text = open(row, id, column);
    return text == null ? null : LocalDate.parse(text);
  }

  private String required(ResultSet row, PersonId id, String column) throws SQLException {
    String text = open(row, id, column);
    if (text == null) {
      throw new IllegalStateException("%s of %s is missing".formatted(column, id));
    }
    return text;
  }

  private @Nullable String open(ResultSet row, PersonId id, String column) throws SQLException {
    byte[] sealed = row.getBytes(column);
    return sealed == null
        ? null
        : new String(cipher.open(sealed, FieldCipher.context(TABLE, column, id)), UTF_8);
  }
}
