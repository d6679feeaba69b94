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

  public List<Form.FieldError> errors() {
    return errors;
  }
}
