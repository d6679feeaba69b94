package coop.artel.values;

import java.util.UUID;

/** Which person, in every cooperative the same. */
public record PersonId(UUID value) {
  public static PersonId of(String text) {
    return new PersonId(UUID.fromString(text));
  }

  public static PersonId random() {
    return new PersonId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
