package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.SeededRandom;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log in memory, whose key follows from a seed. */
final class CorpusLog {
  final LogKey key;
  private final List<byte[]> leaves = new ArrayList<>();
  private final Map<Integer, byte[]> notes = new HashMap<>();

  CorpusLog(String origin, long seed) {
    key = key(origin, seed);
  }

  int size() {
    return leaves.size();
  }

  int append(byte[] entry) {
    leaves.add(Merkle.leaf(entry));
    return leaves.size() - 1;
  }

  /** Entries of other cases, of which nobody sees more than the hash. */
  void appendOthers(int count) {
    for (int i = 0; i < count; i++) {
      append("another case's entry %d of %s".formatted(size(), key.origin()).getBytes(UTF_8));
    }
  }

  byte[] note(int size) {
    return notes
        .computeIfAbsent(
            size,
            any -> {
              byte[] root = MerkleTest.root(leaves.subList(0, size));
              return SignedNote.sign(new Checkpoint(key.origin(), size, root).text(), key).bytes();
            })
        .clone();
  }

  InclusionProof proof(int index, int size, byte @Nullable [] extra) {
    var path = MerkleTest.path(index, leaves.subList(0, size));
    return new InclusionProof(index, path, note(size), extra);
  }

  /** RFC 6962 2.1.2, word by word. */
  List<byte[]> consistency(int old) {
    return consistency(old, leaves, true);
  }

  private static List<byte[]> consistency(int old, List<byte[]> all, boolean known) {
    if (old == all.size()) {
      return known ? List.of() : List.of(MerkleTest.root(all));
    }
    int left = Integer.highestOneBit(all.size() - 1);
    var proof = new ArrayList<byte[]>();
    if (old <= left) {
      proof.addAll(consistency(old, all.subList(0, left), known));
      proof.add(MerkleTest.root(all.subList(left, all.size())));
    } else {
      proof.addAll(consistency(old - left, all.subList(left, all.size()), false));
      proof.add(MerkleTest.root(all.subList(0, left)));
    }
    return proof;
  }

  /** The place of an entry; -1 if the log does not have it. */
  int indexOf(byte[] entry) {
    byte[] leaf = Merkle.leaf(entry);
    for (int i = 0; i < leaves.size(); i++) {
      if (Arrays.equals(leaf, leaves.get(i))) {
        return i;
      }
    }
    return -1;
  }

  static LogKey key(String origin, long seed) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new SeededRandom(seed));
      var pair = generator.generateKeyPair();
      byte[] secret = last(pair.getPrivate().getEncoded());
      var verifier = VerifierKey.of(origin, last(pair.getPublic().getEncoded()));
      byte[] typed = new byte[secret.length + 1];
      typed[0] = VerifierKey.ED25519;
      System.arraycopy(secret, 0, typed, 1, secret.length);
      return LogKey.parse(
          "PRIVATE+KEY+%s+%s+%s\n%s\n"
              .formatted(origin, verifier.id(), Hashes.base64(typed), verifier));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] last(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - Hashes.LENGTH, encoded.length);
  }
}
