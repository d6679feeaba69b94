package coop.artel.people;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.TestDatabase;
import coop.artel.jurisdiction.Countries;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class NameIndexTest {
  private static final LegalClock CLOCK = () -> Duration.ZERO;
  private static final FieldCipher CIPHER = FieldCipher.of(Map.of(1, FieldCipherTest.key(1)));

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database.service());
  private final People people =
      new People(sql, new SubjectCipher(sql, CIPHER), CIPHER, CLOCK, new Countries());
  private final NameIndex names = new NameIndex(sql, CIPHER);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Семёнова",
        "семенова",
        "СЕМ",
        "Мария Семёнова",
        "водкина мар",
        "Семёнова-Водкина",
        "Семёнова‑Водкина, Мария"
      })
  void a_person_is_found_by_words_of_the_name_and_their_beginnings(String words) {
    var maria = registered("Семёнова-Водкина", "Мария", "Юрьевна");
    registered("Иванов", "Мариан", null);

    assertThat(names.find(words)).containsExactly(maria.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Мария Иванова", "мёнова", "Се", "Семёновна", "42", "", " — "})
  void nobody_is_found_by_other_words_or_by_none(String words) {
    registered("Семёнова", "Мария", null);
    registered("Иванова", "Анна", null);

    assertThat(names.find(words)).isEmpty();
  }

  @Test
  void a_name_of_two_letters_is_found_whole() {
    var li = registered("Ли", "Ён", null);
    registered("Лихачёв", "Пётр", null);

    assertThat(names.find("ли")).containsExactly(li.id());
  }

  @Test
  void a_person_is_found_by_the_name_it_has_now() {
    var maria = registered("Семёнова", "Мария", null);
    people.change(named(maria.id(), "Орлова", "Мария", null));

    assertThat(names.find("Семёнова")).isEmpty();
    assertThat(names.find("Орлова")).containsExactly(maria.id());
  }

  @Test
  void those_from_before_the_index_are_found_after_the_next_start() {
    var maria = registered("Семёнова", "Мария", null);
    sql.sql("delete from people.name_marks").update();
    people.indexNames();

    assertThat(names.find("Семёнова")).containsExactly(maria.id());
  }

  @Test
  void the_marks_of_one_installation_are_not_those_of_another() {
    registered("Семёнова", "Мария", null);
    var other = new NameIndex(sql, FieldCipher.of(Map.of(1, FieldCipherTest.key(2))));

    assertThat(other.find("Семёнова")).isEmpty();
  }

  private Person registered(String family, String given, @Nullable String patronymic) {
    var person = named(PersonId.random(), family, given, patronymic);
    people.register(person);
    return person;
  }

  private static Person named(
      PersonId id, String family, String given, @Nullable String patronymic) {
    return new Person(id, family, given, patronymic, null, null, null, null, null);
  }
}
