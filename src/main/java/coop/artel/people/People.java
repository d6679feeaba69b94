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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The persons known to the service, their personal fields encrypted at rest. */
@UseCase
public class People {
  static final String TABLE = "people.persons";
  private static final int MOST_AT_ONCE = 500;

  /** With the key that opens a row beside it, and without those who were erased. */
  private static final String FROM =
      " from people.persons left join people.subject_keys on person = id"
          + " where persons.erased_at is null ";

  private static final String ALL = "select persons.*, wrapped" + FROM;

  /** A list of names opens what it shows and nothing else. */
  private static final String NAMES =
      "select id, family_name, given_name, patronymic, wrapped" + FROM;

  private final JdbcClient database;
  private final FieldCipher marks;
  private final SubjectCipher cipher;
  private final LegalClock clock;
  private final NameIndex names;
  private final DocumentNumbers numbers;

  /**
   * @param marks by which people are found again without being read
   */
  public People(
      JdbcClient database,
      SubjectCipher cipher,
      FieldCipher marks,
      LegalClock clock,
      Countries countries) {
    this.numbers = new DocumentNumbers(countries);
    this.database = database;
    this.marks = marks;
    this.cipher = cipher;
    this.clock = clock;
    this.names = new NameIndex(database, marks);
  }

  /** Stores a new person under the id that it carries; refused: {@link PersonMalformed}. */
  public void register(Person person) {
    registerAll(List.of(person));
  }

  /**
   * Stores many new persons by few statements. Refused, and none stored: {@link PersonMalformed};
   * for one who is here already {@link PersonKnown}.
   */
  public void registerAll(List<Person> persons) {
    var checked = persons.stream().map(this::check).toList();
    for (int from = 0; from < checked.size(); from += MOST_AT_ONCE) {
      add(checked.subList(from, Math.min(from + MOST_AT_ONCE, checked.size())));
    }
  }

  private void add(List<Person> persons) {
    var ids = persons.stream().map(Person::id).toList();
    cipher.keys().make(ids);
    cipher.keys().load(ids);
    var sealed = persons.stream().map(this::sealed).toList();
    var statement =
        database
            .sql(
                """
                insert into people.persons (id, family_name, given_name, patronymic, born, address,
                  phone, email, document_kind, document_number, document_issued_on,
                  document_issued_by, document_mark, registered_at, changed_at)
                select *, now(), now()
                from unnest(:ids::uuid[], :family_name::bytea[], :given_name::bytea[],
                  :patronymic::bytea[], :born::bytea[], :address::bytea[], :phone::bytea[],
                  :email::bytea[], :document_kind::bytea[], :document_number::bytea[],
                  :document_issued_on::bytea[], :document_issued_by::bytea[],
                  :document_mark::bytea[])
                on conflict do nothing
                returning id
                """)
            .param("ids", persons.stream().map(it -> it.id().value()).toArray(UUID[]::new));
    for (String column : sealed.get(0).keySet()) {
      statement.param(
          column, sealed.stream().map(fields -> fields.get(column)).toArray(byte[][]::new));
    }
    var written =
        new HashSet<>(statement.query((row, number) -> row.getObject("id", UUID.class)).list());
    for (Person person : persons) {
      if (!written.remove(person.id().value())) {
        throw new PersonKnown(person.id());
      }
    }
    names.addAll(persons);
  }

  /** Replaces what is known of a person. Refused: {@link PersonUnknown}, {@link PersonErased}. */
  public void change(Person person) {
    var known = find(person.id()).document();
    var checked = PersonChecks.checked(person, latestToday(), numbers, known);
    keepFormer(checked.id());
    var statement =
        database
            .sql(
                """
                update people.persons
                set family_name = :family_name, given_name = :given_name, patronymic = :patronymic,
                  born = :born, address = :address, phone = :phone, email = :email,
                  document_kind = :document_kind, document_number = :document_number,
                  document_issued_on = :document_issued_on,
                  document_issued_by = :document_issued_by,
                  document_mark = :document_mark, changed_at = now()
                where id = :id and erased_at is null
                """)
            .param("id", checked.id().value());
    sealed(checked).forEach((column, field) -> statement.param(column, field, Types.BINARY));
    int changed = statement.update();
    if (changed == 0) {
      throw new PersonUnknown(checked.id());
    }
    names.addAll(List.of(checked));
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
        .sql(
            """
            select former_persons.*, wrapped
            from people.former_persons left join people.subject_keys on person = id
            where id = :id and subject_keys.erased_at is null order by entry
            """)
        .param("id", id.value())
        .query(
            (row, number) ->
                new FormerPerson(
                    person(row), row.getObject("replaced_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Throws {@link PersonUnknown} if there is none, {@link PersonErased} if there was one. */
  public Person find(PersonId id) {
    return database
        .sql(ALL + "and id = :id")
        .param("id", id.value())
        .query((row, number) -> person(row))
        .optional()
        .orElseThrow(() -> isErased(id) ? new PersonErased(id) : new PersonUnknown(id));
  }

  public boolean isErased(PersonId id) {
    return database
        .sql("select exists (select from people.subject_keys where person = ? and wrapped is null)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  /** Those of these who were erased. */
  public Set<PersonId> erased(Collection<PersonId> ids) {
    return Set.copyOf(
        database
            .sql(
                "select person from people.subject_keys where person = any(:ids) and wrapped is"
                    + " null")
            .param("ids", ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
            .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
            .list());
  }

  /**
   * Destroys the key of a person in the caller's transaction: whatever was sealed for this person,
   * here and in other modules, can never be opened again. The marks by which the person was found
   * and the fields themselves go too; the id stays, and says nothing. A second time changes
   * nothing.
   */
  public void erase(PersonId id) {
    // Whoever changes the person holds the row, so that no mark of a name comes after its deletion.
    database
        .sql(
            """
            update people.persons
            set family_name = null, given_name = null, patronymic = null, born = null,
              address = null, phone = null, email = null, document_kind = null,
              document_number = null, document_issued_on = null, document_issued_by = null,
              document_mark = null, erased_at = now()
            where id = :id and erased_at is null
            """)
        .param("id", id.value())
        .update();
    names.remove(id);
    cipher.keys().destroy(id);
  }

  /** The full name, or empty if the person is unknown or erased. */
  public Optional<String> nameOf(PersonId id) {
    return database
        .sql(NAMES + "and id = :id")
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
        .sql(NAMES + "and id = any(:ids)")
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
        .sql(ALL + "and id = any(:ids) order by id")
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
    byte @Nullable [] mark = DocumentMarks.of(document, marks);
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
        .sql(ALL + "and document_number is not null and document_mark is null")
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
                    .param("mark", DocumentMarks.of(person.document(), marks), Types.BINARY)
                    .param("id", person.id().value())
                    .update());
  }

  /** Makes those be found by name who were entered before there was an index of names. */
  void indexNames() {
    database
        .sql(
            ALL
                + """
                and not exists (
                  select 1 from people.name_marks where name_marks.person = persons.id)
                """)
        .query((row, number) -> person(row))
        .list()
        .forEach(person -> names.addAll(List.of(person)));
  }

  /** A person has no time zone of its own: the day that has begun anywhere on earth counts. */
  private LocalDate latestToday() {
    return clock.today(ZoneOffset.ofHours(14));
  }

  /** By column; what is not known is null. */
  private Map<String, byte @Nullable []> sealed(Person person) {
    var document = person.document();
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("family_name", person.familyName());
    fields.put("given_name", person.givenName());
    fields.put("patronymic", person.patronymic());
    fields.put("born", person.born());
    fields.put("address", person.address());
    fields.put("phone", person.phone());
    fields.put("email", person.email());
    fields.put("document_kind", document == null ? null : document.kind());
    fields.put("document_number", document == null ? null : document.number());
    fields.put("document_issued_on", document == null ? null : document.issuedOn());
    fields.put("document_issued_by", document == null ? null : document.issuedBy());
    var sealed = new LinkedHashMap<String, byte @Nullable []>();
    fields.forEach((column, field) -> sealed.put(column, seal(person.id(), column, field)));
    sealed.put("document_mark", DocumentMarks.of(document, marks));
    return sealed;
  }

  private byte @Nullable [] seal(PersonId id, String column, @Nullable Object field) {
    return field == null
        ? null
        : cipher.seal(id, field.toString().getBytes(UTF_8), FieldCipher.context(TABLE, column, id));
  }

  private Person person(ResultSet row) throws SQLException {
    var fields = new SealedRow(row, cipher);
    return new Person(
        fields.id(),
        fields.required("family_name"),
        fields.required("given_name"),
        fields.text("patronymic"),
        fields.day("born"),
        fields.text("address"),
        fields.text("phone"),
        fields.text("email"),
        document(fields));
  }

  private String name(ResultSet row) throws SQLException {
    var fields = new SealedRow(row, cipher);
    return Person.fullName(
        fields.required("family_name"), fields.required("given_name"), fields.text("patronymic"));
  }

  private static @Nullable IdentityDocument document(SealedRow fields) throws SQLException {
    LocalDate issuedOn = fields.day("document_issued_on");
    return issuedOn == null
        ? null
        : new IdentityDocument(
            fields.required("document_kind"),
            fields.required("document_number"),
            issuedOn,
            fields.required("document_issued_by"));
  }
}
