package coop.artel.values;

import java.util.UUID;

/** Which cooperative. */
public record CooperativeId(UUID value) {
  public static CooperativeId of(String text) {
    return new CooperativeId(UUID.fromString(text));
  }

  public static CooperativeId random() {
    return new CooperativeId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
