package coop.artel.desk.frame;

import coop.artel.values.PersonId;
import org.jspecify.annotations.Nullable;

/** A person by id and the name that the caller may read. */
public record PersonJson(String id, String name) {
  public static PersonJson of(PersonId id, Names names, Wording wording) {
    return new PersonJson(id.toString(), names.person(id, wording));
  }

  public static @Nullable PersonJson orNull(@Nullable PersonId id, Names names, Wording wording) {
    return id == null ? null : of(id, names, wording);
  }
}
