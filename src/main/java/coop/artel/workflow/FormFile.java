package coop.artel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code .form} file as Camunda Modeler saves it. */
final class FormFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FormFile() {}

  /**
   * Throws {@link IllegalArgumentException} for what is no form, a component that this service
   * cannot draw, and a pattern that is none.
   */
  static Form read(byte[] file) {
    try {
      JsonNode root = JSON.readTree(file);
      if (root == null || !root.path("components").isArray()) {
        throw new IllegalArgumentException("A form is an object with components");
      }
      var components = new ArrayList<Form.Component>();
      root.path("components").forEach(node -> components.add(component(node)));
      return new Form(root.path("id").asText(), List.copyOf(components));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Form.Component component(JsonNode node) {
    Form.Type type = type(node);
    JsonNode rules = node.path("validate");
    return new Form.Component(
        type,
        type == Form.Type.TEXT ? node.path("id").asText() : node.path("key").asText(),
        type == Form.Type.TEXT
            ? node.path("text").asText()
            : type == Form.Type.DATE
                ? node.path("dateLabel").asText(node.path("label").asText())
                : node.path("label").asText(),
        translations(node, "label:"),
        text(node, "description"),
        translations(node, "description:"),
        rules.path("required").asBoolean(),
        node.path("disabled").asBoolean() || node.path("readonly").asBoolean(),
        integer(rules, "minLength"),
        integer(rules, "maxLength"),
        decimal(rules, "min"),
        decimal(rules, "max"),
        pattern(rules),
        options(node),
        properties(node));
  }

  private static Form.Type type(JsonNode node) {
    String name = node.path("type").asText();
    return switch (name) {
      case "text" -> Form.Type.TEXT;
      case "textfield" -> Form.Type.TEXTFIELD;
      case "textarea" -> Form.Type.TEXTAREA;
      case "number" -> Form.Type.NUMBER;
      case "checkbox" -> Form.Type.CHECKBOX;
      case "radio" -> Form.Type.RADIO;
      case "select" -> Form.Type.SELECT;
      case "datetime" -> {
        if (!node.path("subtype").asText().equals("date")) {
          throw new IllegalArgumentException("A time of day cannot be asked for");
        }
        yield Form.Type.DATE;
      }
      default ->
          throw new IllegalArgumentException("A component %s cannot be drawn".formatted(name));
    };
  }

  private static List<Form.Option> options(JsonNode node) {
    var options = new ArrayList<Form.Option>();
    node.path("values")
        .forEach(
            option -> {
              String value = option.path("value").asText();
              var labels = new HashMap<String, String>();
              String english = node.path("properties").path("option:" + value + ":en").asText();
              if (!english.isEmpty()) {
                labels.put("en", english);
              }
              options.add(new Form.Option(value, option.path("label").asText(), labels));
            });
    return List.copyOf(options);
  }

  private static Map<String, String> translations(JsonNode node, String prefix) {
    var labels = new HashMap<String, String>();
    node.path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              if (property.getKey().startsWith(prefix)) {
                labels.put(
                    property.getKey().substring(prefix.length()), property.getValue().asText());
              }
            });
    return labels;
  }

  /** All but those that say something in another language. */
  private static Map<String, String> properties(JsonNode node) {
    var properties = new HashMap<String, String>();
    node.path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              if (!property.getKey().contains(":")) {
                properties.put(property.getKey(), property.getValue().asText());
              }
            });
    return Map.copyOf(properties);
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  private static @Nullable String pattern(JsonNode rules) {
    var pattern = text(rules, "pattern");
    return pattern == null ? null : Pattern.compile(pattern).pattern();
  }

  private static @Nullable Integer integer(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asInt() : null;
  }

  private static @Nullable BigDecimal decimal(JsonNode node, String name) {
    return node.hasNonNull(name) ? new BigDecimal(node.get(name).asText()) : null;
  }
}
