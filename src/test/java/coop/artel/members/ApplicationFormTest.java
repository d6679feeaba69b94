package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.Consents;
import coop.artel.values.Refusal;
import coop.artel.workflow.Form;
import coop.artel.workflow.Tasks;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application's form says of itself is so. */
@House
class ApplicationFormTest {
  @Autowired private ApplicationContext house;
  @Autowired private Tasks tasks;
  @Autowired private Consents consents;
  @Autowired private Records records;
  @Autowired private JdbcClient sql;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @Test
  void the_law_asks_for_what_the_form_says_it_will_and_for_nothing_else() {
    var said = new TreeSet<String>();
    var asked = new TreeSet<String>();
    for (var field : staff.applications().form(staff.cooperative().id()).components()) {
      if (field.type() == Form.Type.TEXT || field.required()) {
        continue;
      }
      if ("law".equals(field.properties().get("askedBy"))) {
        said.add(field.key());
      }
      if (isAskedWithout(field.key())) {
        asked.add(field.key());
      }
    }

    assertThat(said).isNotEmpty().isEqualTo(asked);
  }

  @Test
  void the_record_of_a_consent_leads_to_the_very_words_that_were_shown() {
    var shown = staff.applications().consent(staff.cooperative().id());

    var received = staff.apply(Map.of("familyName", "Мирошниченко"));

    var consent = consents.of(received.caseId()).get(0);
    assertThat(consent.shown()).isEqualTo(shown.digest());
    assertThat(consents.shown(shown.digest())).contains(shown);
    assertThat(consents.text(consent.id()).orElseThrow())
        .contains("Мирошниченко")
        .isEqualTo(
            shown
                .text()
                .replaceFirst("…", "Мирошниченко Иван")
                .replaceFirst("Адрес: —", "Адрес: г. Москва, ул. Зелёная, д. 5, кв. 12"));
    assertThat(records.of(received.caseId()))
        .filteredOn(it -> it.kind() == RecordKind.CONSENT)
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.members())
                    .containsEntry("shown", shown.digest())
                    .containsEntry("digest", consent.digest()));
  }

  @Test
  void nobody_consents_to_another_text_than_the_one_that_was_shown() {
    var before = applications();

    for (String digest : List.of("", "ab", "0".repeat(64))) {
      assertThatThrownBy(
              () ->
                  staff
                      .applications()
                      .apply(
                          staff.cooperative().id(),
                          Map.of(
                              "familyName", "Миронова", "givenName", "Ольга", "consentGiven", true),
                          digest))
          .isInstanceOfSatisfying(
              Refusal.class, it -> assertThat(it.code()).isEqualTo("consent-text-changed"));
    }
    assertThat(applications()).isEqualTo(before);
  }

  @Test
  void what_is_shown_holds_no_name_and_no_day_so_that_it_stays_the_same() {
    var shown = staff.applications().consent(staff.cooperative().id());

    assertThat(shown.text())
        .contains("Кто даёт согласие: …")
        .doesNotContainPattern("\\d{1,2} \\p{L}+ 20\\d\\d");
    assertThat(shown.digest()).matches("[0-9a-f]{64}");
  }

  private boolean isAskedWithout(String field) {
    String caseId = staff.apply(Map.of(field, "")).caseId();
    return tasks.ofCase(caseId).stream()
        .anyMatch(task -> task.activity().equals("complete-application"));
  }

  private long applications() {
    return sql.sql("select count(*) from members.applications").query(Long.class).single();
  }
}
