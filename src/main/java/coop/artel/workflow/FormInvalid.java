package coop.artel.workflow;

import coop.artel.values.Refusal;
import java.util.List;

/** Some fields of a form are not as the form asks. */
public class FormInvalid extends Refusal {
  private final List<Form.FieldError> errors;

  FormInvalid(List<Form.FieldError> errors) {
    super(Kind.INVALID, "form-invalid", "%s fields need your attention", errors.size());
    this.errors = List.copyOf(errors);
  }

  /** For a handler that knows more of one field than the form's file; the code as in the file's. */
  public static FormInvalid at(String field, String code, Object... arguments) {
    return new FormInvalid(List.of(new Form.FieldError(field, code, List.of(arguments))));
  }

  public List<Form.FieldError> errors() {
    return errors;
  }
}
