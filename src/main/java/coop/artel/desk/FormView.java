package coop.artel.desk;

import java.util.List;

/** A form as it is drawn, with what has been entered and what is wrong with it. */
record FormView(String id, List<Field> fields) {
  public List<Field> wrong() {
    return fields.stream().filter(field -> field.error() != null).toList();
  }
}
