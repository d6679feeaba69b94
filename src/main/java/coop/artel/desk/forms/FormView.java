package coop.artel.desk.forms;

import java.util.List;
import java.util.function.Predicate;

/**
 * A form as it is drawn, with what has been entered and what is wrong with it.
 *
 * @param strays what is said of fields that were sent and that the form does not have
 */
public record FormView(String id, List<Field> fields, List<String> strays) {
  public List<Field> wrong() {
    return fields.stream().filter(field -> field.error() != null).toList();
  }

  public int faults() {
    return wrong().size() + strays.size();
  }

  /** Whether files are sent with it. */
  public boolean multipart() {
    return fields.stream().anyMatch(field -> field.kind().equals("file"));
  }

  /** What belongs to the form itself. */
  public FormView own() {
    return only(field -> field.document() == null);
  }

  /** What a document that stands beside the form says of itself. */
  public FormView introducing(String document) {
    return only(field -> document.equals(field.document()) && field.kind().equals("text"));
  }

  /** What is entered under a document that stands beside the form. */
  public FormView under(String document) {
    return only(field -> document.equals(field.document()) && !field.kind().equals("text"));
  }

  private FormView only(Predicate<Field> kept) {
    return new FormView(id, fields.stream().filter(kept).toList(), strays);
  }
}
