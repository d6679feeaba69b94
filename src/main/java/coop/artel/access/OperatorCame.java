package coop.artel.access;

import coop.artel.values.PersonId;

/** An operator does something by an API token. */
record OperatorCame(PersonId person, String token) {
  /** Without the token, which belongs into no log. */
  @Override
  public String toString() {
    return "OperatorCame[person=%s]".formatted(person);
  }
}
