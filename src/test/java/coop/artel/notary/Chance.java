package coop.artel.notary;

import java.util.Random;

/** Chance that comes out alike each time for the same words. */
final class Chance {
  private final Random random;

  Chance(String words) {
    random = new Random(words.hashCode());
  }

  /** From the first to the last, both included. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  byte[] hash() {
    byte[] hash = new byte[Hashes.LENGTH];
    random.nextBytes(hash);
    return hash;
  }

  String salt() {
    return Hashes.hex(hash());
  }
}
