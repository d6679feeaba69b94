package coop.artel.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import coop.artel.desk.frame.Languages;
import coop.artel.desk.frame.MessageConfiguration;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.people.People;
import coop.artel.registry.Homes;
import coop.artel.workflow.Form;
import coop.artel.workflow.Form.Component;
import coop.artel.workflow.Form.Type;
import coop.artel.workflow.Tasks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormViewsTest {
  private final WordingSource source =
      new WordingSource(new MessageConfiguration().messageSource());
  private final Wording russian = source.in(Languages.RUSSIAN);
  private final FormViews views =
      new FormViews(new Refusals(new Names(mock(People.class), mock(Homes.class))));
  private final Form form =
      new Form(
          "sample",
          List.of(
              component(Type.TEXT, "head", "### О вас", false),
              component(Type.TEXT, "note", "Первый **абзац**.\n\nВторой.", false),
              component(Type.TEXTFIELD, "shown", "Кто", true),
              component(Type.TEXTFIELD, "email", "Почта", false),
              component(Type.NUMBER, "sum", "Сумма", false),
              component(Type.CHECKBOX, "agree", "Согласен", false),
              component(Type.DATE, "day", "День", false),
              component(Type.RADIO, "kind", "Вид", false)));

  private static Component component(Type type, String key, String label, boolean disabled) {
    return new Component(
        type,
        key,
        label,
        Map.of("en", label + " in English"),
        key.equals("email") ? "Для ответа" : null,
        Map.of("en", "To answer you"),
        true,
        disabled,
        null,
        40,
        null,
        null,
        null,
        type == Type.RADIO
            ? List.of(
                new Form.Option("paper", "Бумага", Map.of("en", "Paper")),
                new Form.Option("file", "Файл", Map.of()))
            : List.of(),
        key.equals("day") ? Map.of("askedBy", "law") : Map.of());
  }

  @Test
  void every_kind_of_component_has_its_drawing() {
    var drawn = views.draw(form, Map.of("shown", "Миронова"), List.of(), russian);

    assertThat(drawn.fields())
        .extracting(Field::kind)
        .containsExactly("text", "text", "shown", "input", "input", "checkbox", "input", "radio");
    assertThat(drawn.fields().get(0).label().strip())
        .isEqualTo("<h2 class=\"form-head\">О вас</h2>");
    assertThat(drawn.fields().get(1).label().strip())
        .isEqualTo("<p>Первый <strong>абзац</strong>.</p>\n<p>Второй.</p>");
    assertThat(drawn.fields().get(2).value()).isEqualTo("Миронова");
  }

  @Test
  void a_field_that_takes_a_digest_is_drawn_as_a_file_and_says_when_it_is_needed() {
    var scan =
        new Component(
            Type.TEXTFIELD,
            "scanDigest",
            "Скан",
            Map.of(),
            null,
            Map.of(),
            false,
            false,
            null,
            64,
            null,
            null,
            "^[0-9a-f]{64}$",
            List.of(),
            Map.of("file", "digest", "askedBy", "paper"));

    var drawn =
        views.draw(
            new Form("signing", List.of(scan)), Map.of("scanDigest", "ab"), List.of(), russian);

    assertThat(drawn.multipart()).isTrue();
    assertThat(drawn.fields().get(0))
        .satisfies(
            field -> {
              assertThat(field.kind()).isEqualTo("file");
              assertThat(field.mark()).isEqualTo("by-paper");
              assertThat(field.value()).isEqualTo("ab");
              assertThat(field.fileInput()).isEqualTo("_file.scanDigest");
            });
    assertThat(views.draw(form, Map.of(), List.of(), russian).multipart()).isFalse();
  }

  @Test
  void a_browser_is_told_what_helps_to_fill_a_field_in() {
    var email = field("email", List.of());

    assertThat(email.type()).isEqualTo("email");
    assertThat(email.autocomplete()).isEqualTo("email");
    assertThat(field("sum", List.of()).inputmode()).isEqualTo("decimal");
    assertThat(field("day", List.of()).type()).isEqualTo("date");
  }

  @Test
  void a_field_is_described_by_its_hint_and_its_error() {
    var wrong = List.of(new Form.FieldError("email", "pattern", List.of()));

    assertThat(field("email", List.of()).describedBy()).isEqualTo("f-email-hint");
    assertThat(field("email", wrong).describedBy()).isEqualTo("f-email-hint f-email-error");
    assertThat(field("sum", List.of()).describedBy()).isNull();
  }

  @Test
  void an_error_of_a_group_leads_to_its_first_choice() {
    var wrong = List.of(new Form.FieldError("kind", "required", List.of()));

    assertThat(field("kind", wrong).target()).isEqualTo("f-kind-paper");
  }

  @Test
  void labels_are_in_the_readers_language_where_the_form_has_them() {
    var english = views.draw(form, Map.of(), List.of(), source.in(Locale.ENGLISH));

    assertThat(english.fields().get(3).label()).isEqualTo("Почта in English");
    assertThat(english.fields().get(3).hint()).isEqualTo("To answer you");
    assertThat(english.fields().get(7).choices())
        .extracting(Field.Choice::label)
        .containsExactly("Paper", "Файл");
  }

  @Test
  void what_a_browser_sends_is_read_as_the_api_would_have_got_it() {
    var values =
        views.read(
            form,
            Map.of(
                "_csrf", new String[] {"token"},
                "f.email", new String[] {"  a@b.example "},
                "f.sum", new String[] {"1\u00a0000,50"},
                "day", new String[] {""},
                "kind", new String[] {"paper", "file"},
                "sudo", new String[] {"1"}));

    assertThat(values)
        .containsEntry("email", "a@b.example")
        .containsEntry("sum", new BigDecimal("1000.50"))
        .containsEntry("agree", false)
        .containsEntry("kind", List.of("paper", "file"))
        .containsEntry("sudo", "1")
        .doesNotContainKeys("day", "_csrf");
  }

  @Test
  void a_refused_form_shows_again_what_nobody_could_enter() {
    var filled = new Tasks.FilledForm(form, Map.of("shown", "Миронова", "email", "old@b.example"));

    assertThat(views.again(filled, Map.of("email", "нет")))
        .containsEntry("shown", "Миронова")
        .containsEntry("email", "нет");
  }

  @Test
  void what_is_no_number_stays_as_it_was_sent() {
    var values = views.read(form, Map.of("sum", new String[] {"сто"}));

    assertThat(values).containsEntry("sum", "сто");
  }

  private Field field(String key, List<Form.FieldError> errors) {
    return views.draw(form, Map.of(), errors, russian).fields().stream()
        .filter(field -> field.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
