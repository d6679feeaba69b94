package coop.artel.notary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Text under signatures, as c2sp.org/signed-note has it.
 *
 * @param text ends with a line feed
 */
record SignedNote(String text, List<Line> signatures) {
  private static final String DASH = "— ";
  private static final int MAX_SIGNATURES = 64;

  /**
   * A signature line.
   *
   * @param id of the key, 8 hex digits
   */
  record Line(String name, String id, byte[] signature) {
    String text() {
      byte[] head = HexFormat.of().parseHex(id);
      byte[] bytes = Arrays.copyOf(head, head.length + signature.length);
      System.arraycopy(signature, 0, bytes, head.length, signature.length);
      return DASH + name + " " + Hashes.base64(bytes) + "\n";
    }
  }

  SignedNote {
    signatures = List.copyOf(signatures);
  }

  static SignedNote sign(String text, LogKey key) {
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    var line = new Line(key.origin(), key.verifier().id(), signature);
    return new SignedNote(text, List.of(line));
  }

  /** Throws {@link IllegalArgumentException} for all that {@link #bytes} does not write. */
  static SignedNote parse(byte[] bytes) {
    String note = utf8(bytes);
    if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw new IllegalArgumentException("control characters in a signed note");
    }
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
      throw new IllegalArgumentException("not a signed note");
    }
    var lines = new ArrayList<Line>();
    for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
      lines.add(line(line));
    }
    if (lines.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException("too many signatures");
    }
    return new SignedNote(note.substring(0, end + 1), lines);
  }

  private static Line line(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      throw new IllegalArgumentException("not a signature line");
    }
    String name = line.substring(DASH.length(), space);
    byte[] bytes = Hashes.ofBase64(line.substring(space + 1));
    if (!isName(name) || bytes.length < 5) {
      throw new IllegalArgumentException("not a signature line");
    }
    return new Line(
        name, HexFormat.of().formatHex(bytes, 0, 4), Arrays.copyOfRange(bytes, 4, bytes.length));
  }

  /**
   * The line of a key, if it stands here and verifies. Signatures of other keys count nothing, but
   * a wrong one of this key spoils the note.
   */
  Optional<Line> verified(VerifierKey key) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    var own =
        signatures.stream()
            .filter(line -> line.name().equals(key.name()) && line.id().equals(key.id()))
            .toList();
    return own.stream().allMatch(line -> key.verifies(signed, line.signature()))
        ? own.stream().findFirst()
        : Optional.empty();
  }

  /** The same under the first signature of this name alone, if there is one. */
  Optional<SignedNote> under(String name) {
    return signatures.stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .map(line -> new SignedNote(text, List.of(line)));
  }

  byte[] bytes() {
    var out = new StringBuilder(text).append('\n');
    signatures.forEach(line -> out.append(line.text()));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static boolean isName(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(
                c -> c == '+' || c < 0x20 || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** Throws {@link IllegalArgumentException} for what is not UTF-8. */
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }
}
