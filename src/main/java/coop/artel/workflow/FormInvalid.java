package coop.artel.workflow;

import coop.artel.values.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Some fields of a form are not as the form asks. */
public class FormInvalid extends Refusal {
  /** Gathers what a handler finds wrong, so that all of it is told at once. */
  public static final class Check {
    private final List<Form.FieldError> errors = new ArrayList<>();

    /** Only the first error of a field is kept: what follows from it helps nobody. */
    public Check demand(boolean holds, String field, String code, Object... arguments) {
      if (!holds && errors.stream().noneMatch(it -> it.key().equals(field))) {
        errors.add(new Form.FieldError(field, code, List.of(arguments)));
      }
      return this;
    }

    /** What was wrong so far. */
    public List<Form.FieldError> errors() {
      return List.copyOf(errors);
    }

    /** Throws {@link FormInvalid} if anything was wrong. */
    public void done() {
      if (!errors.isEmpty()) {
        throw new FormInvalid(errors);
      }
    }
  }

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
