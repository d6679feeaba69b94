package coop.artel.values;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which person, in every cooperative the same. */
public record PersonId(UUID value) {
  public static PersonId of(String text) {
    return new PersonId(UUID.fromString(text));
  }

  public static @Nullable PersonId orNull(@Nullable UUID value) {
    return value == null ? null : new PersonId(value);
  }

  public static @Nullable UUID valueOf(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  public static PersonId random() {
    return new PersonId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
