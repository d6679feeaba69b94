package coop.artel.workflow;

import coop.artel.values.Characters;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks what was sent in against the form's own file: unknown keys, types, what is required,
 * patterns, bounds. The browser's checks are a convenience; these are the ones that count.
 */
final class FormCheck {
  private static final int LONGEST_TEXT = 4000;
  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2200;

  private final Form form;
  private final List<Form.FieldError> errors = new ArrayList<>();

  private FormCheck(Form form) {
    this.form = form;
  }

  /**
   * @param sent by field key, as JSON or an HTML form gives it; an empty text counts as not given
   * @return typed values of the fields that were given: String, Boolean, BigDecimal, LocalDate
   * @throws FormInvalid with every field's error at once
   */
  static Map<String, Object> of(Form form, Map<String, ?> sent) {
    var check = new FormCheck(form);
    var values = check.values(sent);
    if (!check.errors.isEmpty()) {
      throw new FormInvalid(check.errors);
    }
    return values;
  }

  private Map<String, Object> values(Map<String, ?> sent) {
    var values = new LinkedHashMap<String, Object>();
    var unknown = new HashSet<String>(sent.keySet());
    for (Form.Component field : form.components()) {
      if (field.type() == Form.Type.TEXT || field.disabled()) {
        continue;
      }
      unknown.remove(field.key());
      @Nullable Object value = value(field, sent.get(field.key()));
      if (value != null) {
        values.put(field.key(), value);
      }
    }
    unknown.stream().sorted().forEach(key -> fail(key, "unknown-field"));
    return values;
  }

  private @Nullable Object value(Form.Component field, @Nullable Object raw) {
    if (raw == null || (raw instanceof String text && text.isBlank())) {
      if (field.required()) {
        fail(field.key(), "required");
      }
      return null;
    }
    return switch (field.type()) {
      case TEXTFIELD, TEXTAREA -> text(field, raw);
      case RADIO, SELECT -> option(field, raw);
      case CHECKBOX -> flag(field, raw);
      case NUMBER -> number(field, raw);
      case DATE -> date(field, raw);
      case TEXT -> null;
    };
  }

  private @Nullable String text(Form.Component field, Object raw) {
    if (!(raw instanceof String sent)) {
      fail(field.key(), "not-text");
      return null;
    }
    String text = Normalizer.normalize(sent.strip(), Normalizer.Form.NFC);
    int longest = field.maxLength() == null ? LONGEST_TEXT : field.maxLength();
    if (text.length() > longest) {
      fail(field.key(), "too-long", longest);
    } else if (field.minLength() != null && text.length() < field.minLength()) {
      fail(field.key(), "too-short", field.minLength());
    } else if (text.codePoints().anyMatch(FormCheck::isForbidden)) {
      fail(field.key(), "control-character");
    } else if (field.pattern() != null && !text.matches(field.pattern())) {
      fail(field.key(), "pattern");
    }
    return text;
  }

  private @Nullable String option(Form.Component field, Object raw) {
    if (raw instanceof String sent
        && field.options().stream().anyMatch(option -> option.value().equals(sent))) {
      return sent;
    }
    fail(field.key(), "not-an-option");
    return null;
  }

  private @Nullable Boolean flag(Form.Component field, Object raw) {
    Map<Object, Boolean> words = new HashMap<>(Map.of(true, true, false, false));
    words.putAll(Map.of("true", true, "false", false, "on", true));
    @Nullable Boolean flag = words.get(raw);
    if (flag == null) {
      fail(field.key(), "not-a-flag");
    } else if (field.required() && !flag) {
      fail(field.key(), "required");
    }
    return flag;
  }

  private @Nullable BigDecimal number(Form.Component field, Object raw) {
    BigDecimal number;
    try {
      number = new BigDecimal(raw.toString().strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      fail(field.key(), "not-a-number");
      return null;
    }
    if (number.precision() > 18 || number.scale() < -6 || number.scale() > 6) {
      fail(field.key(), "not-a-number");
      return null;
    }
    if (field.min() != null && number.compareTo(field.min()) < 0) {
      fail(field.key(), "too-small", field.min());
    }
    if (field.max() != null && number.compareTo(field.max()) > 0) {
      fail(field.key(), "too-large", field.max());
    }
    return number;
  }

  private @Nullable LocalDate date(Form.Component field, Object raw) {
    try {
      var day = LocalDate.parse(raw.toString().strip());
      if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
        fail(
            field.key(),
            "year-out-of-bounds",
            String.valueOf(FIRST_YEAR),
            String.valueOf(LAST_YEAR));
      }
      return day;
    } catch (DateTimeParseException e) {
      fail(field.key(), "not-a-date");
      return null;
    }
  }

  static boolean isForbidden(int character) {
    return Character.getType(character) == Character.SURROGATE
        || Characters.isHidden(character)
            && character != '\n'
            && character != '\r'
            && character != '\t';
  }

  private void fail(String key, String code, Object... arguments) {
    errors.add(new Form.FieldError(key, code, List.of(arguments)));
  }
}
