package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormCheckTest {
  private static final Form FORM =
      FormFile.read(
          """
          {"id": "f", "components": [
            {"type": "text", "id": "Field_1", "text": "Заполните"},
            {"type": "textfield", "key": "name", "label": "Имя",
             "properties": {"label:en": "Name"},
             "validate": {"required": true, "minLength": 2, "maxLength": 5, "pattern": "[А-Яа-я]+"}},
            {"type": "number", "key": "count", "label": "Число", "validate": {"min": 1, "max": 9}},
            {"type": "checkbox", "key": "agreed", "label": "Согласен"},
            {"type": "radio", "key": "way", "label": "Как",
             "values": [{"label": "Почтой", "value": "post"}, {"label": "Лично", "value": "hand"}]},
            {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "День"}
          ]}
          """
              .getBytes(StandardCharsets.UTF_8));

  @Test
  void values_come_typed_whether_from_json_or_from_a_page() {
    var sent = new HashMap<String, Object>();
    sent.put("name", " Анна ");
    sent.put("count", "3");
    sent.put("agreed", "on");
    sent.put("way", "post");
    sent.put("day", "2026-02-28");

    assertThat(FormCheck.of(FORM, sent))
        .isEqualTo(
            Map.of(
                "name",
                "Анна",
                "count",
                new BigDecimal("3"),
                "agreed",
                true,
                "way",
                "post",
                "day",
                LocalDate.of(2026, 2, 28)));
  }

  @Test
  void a_label_has_its_english() {
    assertThat(FORM.components().get(1).labels()).containsEntry("en", "Name");
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    var refused =
        catchThrowableOfType(
            FormInvalid.class,
            () ->
                FormCheck.of(
                    FORM,
                    Map.of(
                        "name", "Bob",
                        "count", "12",
                        "agreed", "perhaps",
                        "way", "pigeon",
                        "day", "2026-02-30",
                        "admitted", "true")));

    assertThat(refused.errors())
        .extracting(error -> error.key() + " " + error.code())
        .containsExactly(
            "name pattern",
            "count too-large",
            "agreed not-a-flag",
            "way not-an-option",
            "day not-a-date",
            "admitted unknown-field");
  }

  @Test
  void what_is_required_may_not_be_blank() {
    var refused =
        catchThrowableOfType(FormInvalid.class, () -> FormCheck.of(FORM, Map.of("name", "  ")));

    assertThat(refused.errors()).extracting(Form.FieldError::code).containsExactly("required");
  }

  @Test
  void a_day_of_another_age_is_told_by_its_year_and_not_as_missing_in_the_calendar() {
    for (String day : List.of("1849-12-31", "2201-01-01")) {
      var refused =
          catchThrowableOfType(
              FormInvalid.class, () -> FormCheck.of(FORM, Map.of("name", "Анна", "day", day)));

      assertThat(refused.errors())
          .containsExactly(
              new Form.FieldError("day", "year-out-of-bounds", List.of("1850", "2200")));
    }
  }

  @Test
  void a_number_of_absurd_size_is_no_number() {
    var refused =
        catchThrowableOfType(
            FormInvalid.class,
            () -> FormCheck.of(FORM, Map.of("name", "Анна", "count", "1e999999999")));

    assertThat(refused.errors()).extracting(Form.FieldError::code).containsExactly("not-a-number");
  }

  @Test
  void text_that_is_composed_differently_is_the_same_text() {
    assertThat(FormCheck.of(FORM, Map.of("name", "Фаи\u0306а"))).containsEntry("name", "Файа");
  }
}
