package coop.artel.workflow;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as Camunda Modeler saves it, as far as this service draws and checks it.
 *
 * @param id the file's name without {@code .form}
 */
public record Form(String id, List<Component> components) {
  /** How a component is drawn and what it takes. */
  public enum Type {
    /** Text to read; takes nothing. */
    TEXT,
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    CHECKBOX,
    RADIO,
    SELECT,
    /** {@code datetime} with subtype {@code date}: an ISO 8601 date. */
    DATE
  }

  /**
   * @param label the text in the form's own language, Russian
   * @param labels the label in other languages by language tag, from the property {@code label:en},
   *     and for other readers
   * @param descriptions the description in other languages, from the property {@code
   *     description:en}
   * @param options of radio and select
   * @param properties the other properties: {@code askedBy} names who will ask for the field if it
   *     is left empty, {@code document} the document that it belongs to instead of the form's own
   */
  public record Component(
      Type type,
      String key,
      String label,
      Map<String, String> labels,
      @Nullable String description,
      Map<String, String> descriptions,
      boolean required,
      boolean disabled,
      @Nullable Integer minLength,
      @Nullable Integer maxLength,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable String pattern,
      List<Option> options,
      Map<String, String> properties) {
    private Component spokenTo(String reader) {
      var others = new HashMap<>(labels);
      others.replaceAll((tag, own) -> labels.getOrDefault(reader + ":" + tag, own));
      return new Component(
          type,
          key,
          labels.getOrDefault(reader, label),
          Map.copyOf(others),
          description,
          descriptions,
          required,
          disabled,
          minLength,
          maxLength,
          min,
          max,
          pattern,
          options,
          properties);
    }
  }

  /**
   * The same in the words for somebody who fills it in for another, from the properties {@code
   * label:secretary} and {@code label:secretary:en}.
   */
  public Form spokenTo(String reader) {
    return new Form(id, components.stream().map(it -> it.spokenTo(reader)).toList());
  }

  public record Option(String value, String label, Map<String, String> labels) {}

  /** What is wrong with one field; the message key is {@code form.<code>}. */
  public record FieldError(String key, String code, List<Object> arguments) {}
}
