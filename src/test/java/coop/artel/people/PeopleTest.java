package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.jurisdiction.Countries;
import coop.artel.people.Person.IdentityDocument;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeopleTest {
  private static final LegalClock CLOCK = () -> Duration.ZERO;

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database.service());
  private final People people = people(FieldCipherTest.key(1));

  private People people(SecretKey key) {
    var fields = FieldCipher.of(Map.of(1, key));
    return new People(sql, new SubjectCipher(sql, fields), fields, CLOCK, new Countries());
  }

  @Test
  void a_person_is_found_as_registered() {
    var anna = anna();
    people.register(anna);

    assertThat(people.find(anna.id())).isEqualTo(anna);
    assertThat(people.nameOf(anna.id())).contains("Иванова Анна Петровна");
  }

  @Test
  void a_person_of_whom_little_is_known_yet_is_kept_so() {
    var stranger = new Person(PersonId.random(), "Ким", "Ли", null, null, null, null, null, null);
    people.register(stranger);

    assertThat(people.find(stranger.id())).isEqualTo(stranger);
    assertThat(people.nameOf(stranger.id())).contains("Ким Ли");
  }

  @Test
  void many_are_registered_at_once_or_none_of_them() {
    var anna = anna();
    var stranger = new Person(PersonId.random(), "Ким", "Ли", null, null, null, null, null, null);
    people.registerAll(List.of(anna, stranger));

    assertThat(people.find(anna.id())).isEqualTo(anna);
    assertThat(people.find(stranger.id())).isEqualTo(stranger);
    assertThat(new NameIndex(sql, FieldCipher.of(Map.of(1, FieldCipherTest.key(1)))).find("ким"))
        .containsExactly(stranger.id());
    assertThatThrownBy(() -> people.registerAll(List.of(named(anna, "Иная"))))
        .isInstanceOf(PersonKnown.class);
    assertThat(people.find(anna.id())).isEqualTo(anna);
  }

  @Test
  void a_change_replaces_what_was_known() {
    var anna = anna();
    people.register(anna);
    var married = named(anna, "Петрова-Водкина");
    people.change(married);

    assertThat(people.find(anna.id())).isEqualTo(married);
  }

  @Test
  void what_was_known_before_a_change_is_kept_sealed_and_cannot_be_changed_itself() {
    var anna = anna();
    people.register(anna);
    assertThat(people.formers(anna.id())).isEmpty();
    var married = named(anna, "Петрова-Водкина");
    people.change(married);
    people.change(anna);

    assertThat(people.formers(anna.id()))
        .extracting(FormerPerson::person)
        .containsExactly(anna, married);
    assertThatThrownBy(() -> sql.sql("delete from people.former_persons").update())
        .hasStackTraceContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB 123456", "ab123456", "АВ № 12-34 56", "A B 1 2 3 4 5 6"})
  void the_same_document_is_known_again_however_it_is_written(String number) {
    var first = identified("residence-permit", "AB 123456");
    var second = identified("residence-permit", number);

    assertThat(people.sameAs(first.id())).containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(people.sameAs(second.id())).containsExactlyInAnyOrder(first.id(), second.id());
  }

  @Test
  void the_same_number_of_two_states_makes_nobody_the_same() {
    var first = identified("passport-foreign", "AB 123456");
    identified("passport-foreign", "AB 123456");

    assertThat(people.sameAs(first.id())).containsExactly(first.id());
  }

  @Test
  void another_document_is_that_of_another_human_being() {
    var first = identified("passport-rf", "4509 123456");
    var other = identified("passport-rf", "4509 123457");
    var permit = identified("residence-permit", "4509 123456");
    var nobody = new Person(PersonId.random(), "Ким", "Ли", null, null, null, null, null, null);
    people.register(nobody);

    assertThat(people.sameAs(first.id())).containsExactly(first.id());
    assertThat(people.sameAs(other.id())).containsExactly(other.id());
    assertThat(people.sameAs(permit.id())).containsExactly(permit.id());
    assertThat(people.sameAs(nobody.id())).containsExactly(nobody.id());
  }

  @Test
  void documents_from_before_there_were_marks_are_marked() {
    var first = identified("passport-rf", "4509 123456");
    var second = identified("passport-rf", "4509123456");
    sql.sql("update people.persons set document_mark = null").update();
    assertThat(people.sameAs(first.id())).containsExactly(first.id());

    people.markDocuments();

    assertThat(people.sameAs(first.id())).contains(second.id());
  }

  @Test
  void a_mark_without_the_key_tells_nothing() {
    identified("passport-rf", "4509 123456");
    var stranger = people(FieldCipherTest.key(2));
    var one =
        new Person(
            PersonId.random(),
            "Ким",
            "Ли",
            null,
            null,
            null,
            null,
            null,
            new IdentityDocument("passport-rf", "4509 123456", LocalDate.of(2010, 6, 1), "ОВД"));
    stranger.register(one);

    assertThat(people.sameAs(one.id())).containsExactly(one.id());
  }

  private Person identified(String kind, String number) {
    var document = new IdentityDocument(kind, number, LocalDate.of(2010, 6, 1), "ОВД г. Твери");
    var person = new Person(PersonId.random(), "Ким", "Ли", null, null, null, null, null, document);
    people.register(person);
    return person;
  }

  @Test
  void nothing_personal_lies_open_in_the_database() {
    people.register(anna());

    String rows =
        JdbcClient.create(database.superuser())
            .sql(
                "select string_agg(encode(x, 'escape'), ' ') from people.persons,"
                    + " unnest(array[family_name, given_name, patronymic, born, address, phone,"
                    + " email, document_kind, document_number, document_issued_on,"
                    + " document_issued_by]) x")
            .query(String.class)
            .single();
    for (String secret :
        new String[] {"Иванова", "Анна", "1990-05-17", "Тверь", "+7912", "anna@", "0012", "ОВД"}) {
      String escaped =
          sql.sql("select encode(:bytes, 'escape')")
              .param("bytes", secret.getBytes(UTF_8))
              .query(String.class)
              .single();
      assertThat(rows).isNotEmpty().doesNotContain(escaped);
    }
  }

  @Test
  void fields_swapped_between_two_people_do_not_open() {
    var anna = anna();
    var other =
        named(new Person(PersonId.random(), "Ким", "Ли", null, null, null, null, null, null), "Ли");
    people.register(anna);
    people.register(other);
    JdbcClient.create(database.superuser())
        .sql(
            "update people.persons set family_name = (select family_name from people.persons "
                + "where id = :from) where id = :to")
        .param("from", anna.id().value())
        .param("to", other.id().value())
        .update();

    assertThatThrownBy(() -> people.find(other.id())).isInstanceOf(SealBroken.class);
  }

  @Test
  void an_unknown_person_is_refused_and_has_no_name() {
    var nobody = PersonId.random();

    assertThatThrownBy(() -> people.find(nobody))
        .isInstanceOfSatisfying(
            PersonUnknown.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    assertThatThrownBy(() -> people.change(named(anna(), "Другая")))
        .isInstanceOf(PersonUnknown.class);
    assertThat(people.nameOf(nobody)).isEmpty();
  }

  @Test
  void a_second_registration_under_the_same_id_is_refused() {
    var anna = anna();
    people.register(anna);

    assertThatThrownBy(() -> people.register(named(anna, "Другая")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("person-known"));
    assertThat(people.find(anna.id())).isEqualTo(anna);
  }

  @Test
  void text_is_trimmed_and_composed_and_zeros_are_kept() {
    var typed = named(anna(), "  Андре\u0306ев ");
    people.register(typed);

    var kept = people.find(typed.id());
    assertThat(kept.familyName()).isEqualTo("Андр\u04d7ев");
    assertThat(kept.document()).extracting(IdentityDocument::number).isEqualTo("0012 000345");
  }

  @Test
  void a_phone_is_kept_in_one_form() {
    var typed = withPhone("+7 (912) 345-67-89");
    people.register(typed);

    assertThat(people.find(typed.id()).phone()).isEqualTo("+79123456789");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Иванова-Петрова", "О'Нил", "Мамед оглы", "d’Arc", "Ёлкин", "Müller", "Қасым"})
  void names_of_many_peoples_are_taken(String name) {
    var person = named(anna(), name);
    people.register(person);

    assertThat(people.find(person.id()).familyName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-Иванова",
        "Иванова1",
        "<b>Иванова</b>",
        "Ивановa",
        "Ива\nнова",
        "Иван--ова"
      })
  void what_cannot_be_a_name_is_refused(String name) {
    assertRefused("name-malformed", named(anna(), name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"89123456789", "+0123456789", "+7912", "+7912345678901234", "+7912x345678"})
  void what_cannot_be_a_phone_is_refused(String phone) {
    assertRefused("phone-malformed", withPhone(phone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "anna@", "anna@example", "an na@example.ru", "<a>@example.ru"})
  void what_cannot_be_an_email_is_refused(String email) {
    var a = anna();
    assertRefused(
        "email-malformed",
        new Person(a.id(), "Ива", "Ан", null, a.born(), a.address(), null, email, null));
  }

  @Test
  void nobody_is_born_tomorrow_or_in_the_nineteenth_century() {
    LocalDate today = CLOCK.today(ZoneOffset.ofHours(14));
    assertRefused("birth-date-impossible", born(today.plusDays(1)));
    assertRefused("birth-date-impossible", born(LocalDate.of(1899, 12, 31)));
    people.register(born(today));
    people.register(born(LocalDate.of(1900, 1, 1)));
  }

  @Test
  void a_document_is_not_issued_before_its_holder_is_born() {
    assertRefused(
        "identity-document-date-impossible",
        withDocument(
            new IdentityDocument("паспорт", "0012 000345", LocalDate.of(1990, 5, 16), "ОВД")));
    assertRefused(
        "identity-document-malformed",
        withDocument(new IdentityDocument("паспорт", "<0012>", LocalDate.of(2010, 5, 16), "ОВД")));
    assertRefused(
        "identity-document-malformed",
        withDocument(
            new IdentityDocument("паспорт", "0012 000345", LocalDate.of(2010, 5, 16), " ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"АБВ ГДЕ", "4509 12345", "4509 1234567", "450 9123456 7", "45O9 123456"})
  void a_slip_in_the_number_of_a_russian_passport_is_refused(String number) {
    assertRefused(
        "passport-number-malformed",
        withDocument(
            new IdentityDocument("passport-rf", number, LocalDate.of(2010, 5, 18), "ОВД")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4509 123456", "4509123456", "45 09 № 123456", "45-09 123456"})
  void the_number_of_a_russian_passport_is_kept_as_the_passport_writes_it(String number) {
    var person =
        withDocument(new IdentityDocument("passport-rf", number, LocalDate.of(2010, 5, 18), "ОВД"));

    people.register(person);

    assertThat(people.find(person.id()).document().number()).isEqualTo("4509 123456");
  }

  @Test
  void a_slip_from_before_stands_in_no_other_changes_way() {
    var numbers = new DocumentNumbers(new Countries());
    var slip = new IdentityDocument("passport-rf", "АБВ", LocalDate.of(2010, 6, 1), "ОВД");

    assertThat(numbers.written(slip, slip)).isEqualTo(slip);
    assertThatThrownBy(() -> numbers.written(slip, null)).isInstanceOf(PersonMalformed.class);
  }

  private void assertRefused(String code, Person person) {
    assertThatThrownBy(() -> people.register(person))
        .isInstanceOfSatisfying(
            PersonMalformed.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
            });
    assertThat(people.nameOf(person.id())).isEmpty();
  }

  private static Person anna() {
    return new Person(
        PersonId.random(),
        "Иванова",
        "Анна",
        "Петровна",
        LocalDate.of(1990, 5, 17),
        "170100, г. Тверь, ул. Советская, д. 1",
        "+79123456789",
        "anna@example.ru",
        new IdentityDocument(
            "паспорт", "0012 000345", LocalDate.of(2010, 6, 1), "ОВД Центрального района Твери"));
  }

  private static Person named(Person p, String familyName) {
    return new Person(
        p.id(),
        familyName,
        p.givenName(),
        p.patronymic(),
        p.born(),
        p.address(),
        p.phone(),
        p.email(),
        p.document());
  }

  private static Person withPhone(String phone) {
    return new Person(PersonId.random(), "Ким", "Ли", null, null, null, phone, null, null);
  }

  private static Person born(@Nullable LocalDate day) {
    return new Person(PersonId.random(), "Ким", "Ли", null, day, null, null, null, null);
  }

  private static Person withDocument(IdentityDocument document) {
    return new Person(
        PersonId.random(),
        "Ким",
        "Ли",
        null,
        LocalDate.of(1990, 5, 17),
        null,
        null,
        null,
        document);
  }
}
