package coop.artel.access;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id with 19 MiB, two passes and one lane, as OWASP advises. At most four run at once: each
 * takes its memory, and the service is to live in 384 MiB.
 */
final class Passwords {
  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Semaphore turns = new Semaphore(4);
  private final String ofNobody = hash("nobody has this password");

  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return encoder.encode(password);
    } finally {
      turns.release();
    }
  }

  boolean matches(String password, String hash) {
    turns.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash);
    } finally {
      turns.release();
    }
  }

  /** Takes as long as comparing with a real one, so that the time does not tell who exists. */
  void matchesNobody(String password) {
    matches(password, ofNobody);
  }
}
