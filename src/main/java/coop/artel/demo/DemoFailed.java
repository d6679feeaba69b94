package coop.artel.demo;

/** The demonstration met something that it did not expect. */
public class DemoFailed extends RuntimeException {
  DemoFailed(String message) {
    super(message);
  }

  DemoFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
