package coop.artel.people;

/** A sealed field does not open: the database or the keys are not what they were. */
public class SealBroken extends RuntimeException {
  SealBroken(String message) {
    super(message);
  }

  SealBroken(String message, Throwable cause) {
    super(message, cause);
  }
}
