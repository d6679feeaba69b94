package coop.artel.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Forms and their refusals for the tests of other modules. */
public final class FormSamples {
  private FormSamples() {}

  /** From the class path: {@code processes/members/verify-identity.form}. */
  public static Form read(String path) {
    try (var stream = FormSamples.class.getResourceAsStream("/" + path)) {
      if (stream == null) {
        throw new IllegalArgumentException("There is no " + path);
      }
      return FormFile.read(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static FormInvalid invalid(Form.FieldError... errors) {
    return new FormInvalid(List.of(errors));
  }
}
