package coop.artel.access;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane, as OWASP advises. At most four run at once: each
 * takes its memory, and the service is to live in 384 MiB.
 */
@Component
final class Passwords {
  private static final int TURNS = 4;

  /** As many wait for their turn at most; a second or so of work. */
  private static final int WAITING = 16;

  /** More passwords wait to be compared than can be in a while. */
  static final class Busy extends RuntimeException {
    private Busy() {
      super("Too many passwords wait to be compared", null, false, false);
    }
  }

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Semaphore turns = new Semaphore(TURNS, true);
  final Semaphore places = new Semaphore(TURNS + WAITING);
  private final String ofNobody = hash("nobody has this password");

  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return encoder.encode(password);
    } finally {
      turns.release();
    }
  }

  /** Whether the hash is this password's; {@link Busy} where too many ask at once. */
  boolean matches(String password, String hash) {
    if (!places.tryAcquire()) {
      throw new Busy();
    }
    try {
      turns.acquireUninterruptibly();
      try {
        return encoder.matches(password, hash);
      } finally {
        turns.release();
      }
    } finally {
      places.release();
    }
  }

  /** Takes as long as comparing with a real one, so that the time does not tell who exists. */
  void matchesNobody(String password) {
    matches(password, ofNobody);
  }
}
