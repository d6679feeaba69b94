package coop.artel.people;

/** The service must not start: it could not read what is encrypted in its database. */
public class FieldKeysUnusable extends RuntimeException {
  FieldKeysUnusable(String message) {
    super(message);
  }

  FieldKeysUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
