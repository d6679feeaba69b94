package coop.artel.desk.forms;

import coop.artel.values.Refusal;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormInvalid;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where on a form a refusal belongs: what was typed stays, and the field says what is wrong. */
public final class FieldFaults {
  private static final List<String> NAMES = List.of("familyName", "givenName", "patronymic");

  /** By the code of a refusal, the fields that it can speak of, the likeliest first. */
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "name-malformed", NAMES,
          "birth-date-impossible", List.of("born"),
          "address-malformed", List.of("address"),
          "phone-malformed", List.of("phone"),
          "email-malformed", List.of("email"),
          "identity-document-malformed", List.of("documentNumber", "number"),
          "identity-document-date-impossible", List.of("issuedOn"));

  private FieldFaults() {}

  /** Empty if it speaks of no field that the form has. */
  public static List<Form.FieldError> of(Refusal refusal, Form form, Map<String, Object> values) {
    if (refusal instanceof FormInvalid invalid) {
      return invalid.errors();
    }
    return FIELDS.getOrDefault(refusal.code(), List.of()).stream()
        .filter(key -> form.components().stream().anyMatch(it -> key.equals(it.key())))
        .filter(key -> !NAMES.contains(key) || isMeant(values.get(key), refusal))
        .limit(1)
        .map(key -> new Form.FieldError(key, refusal.code(), refusal.arguments()))
        .toList();
  }

  /** One code speaks of three fields; the refusal repeats what stood in the one. */
  private static boolean isMeant(@Nullable Object value, Refusal refusal) {
    return Stream.ofNullable(value)
        .anyMatch(it -> refusal.arguments().contains(it.toString().strip()));
  }
}
