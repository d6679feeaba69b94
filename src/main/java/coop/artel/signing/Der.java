package coop.artel.signing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A value of DER as a verifier reads it: tags of one byte, lengths in their one spelling, nothing
 * after the end. What is not looked into is not judged, so that two verifiers that look into the
 * same judge the same. Whatever is not in its form is an {@link IllegalArgumentException}.
 *
 * @param tag its one byte
 * @param whole with tag and length
 * @param content without them
 */
record Der(int tag, byte[] whole, byte[] content) {
  static final int INTEGER = 0x02;
  static final int BITS = 0x03;
  static final int OCTETS = 0x04;
  static final int OID = 0x06;
  static final int UTC_TIME = 0x17;
  static final int TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private static final int HIGH_TAG = 0x1f;
  private static final int LONG = 0x80;
  private static final int LENGTH_BYTES = 3;

  /** The members of what has members, by their places. */
  private record Extent(int start, int end) {}

  /** The one value that these bytes are. */
  static Der read(byte[] bytes) {
    var extent = extent(bytes, 0);
    if (extent.end != bytes.length) {
      throw wrong("bytes after the end");
    }
    return of(bytes, 0, extent);
  }

  private static Der of(byte[] bytes, int at, Extent extent) {
    return new Der(
        bytes[at] & 0xff,
        Arrays.copyOfRange(bytes, at, extent.end),
        Arrays.copyOfRange(bytes, extent.start, extent.end));
  }

  private static Extent extent(byte[] bytes, int at) {
    if (bytes.length - at < 2 || (bytes[at] & HIGH_TAG) == HIGH_TAG) {
      throw wrong("no tag of one byte with a length");
    }
    int length = bytes[at + 1] & 0xff;
    int start = at + 2;
    if (length >= LONG) {
      int count = length - LONG;
      if (count == 0 || count > LENGTH_BYTES || count > bytes.length - start || bytes[start] == 0) {
        throw wrong("a length that is not in its one spelling");
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | bytes[start++] & 0xff;
      }
      if (length < LONG) {
        throw wrong("a length that is not in its one spelling");
      }
    }
    if (length > bytes.length - start) {
      throw wrong("a length beyond the end");
    }
    return new Extent(start, start + length);
  }

  /** What is inside, value by value. */
  List<Der> members() {
    var members = new ArrayList<Der>();
    for (int at = 0; at < content.length; ) {
      var extent = extent(content, at);
      members.add(of(content, at, extent));
      at = extent.end;
    }
    return members;
  }

  /** What is inside, if it is this many values. */
  List<Der> members(int least, int most) {
    var members = members();
    if (members.size() < least || members.size() > most) {
      throw wrong("%d members".formatted(members.size()));
    }
    return members;
  }

  Der tagged(int expected) {
    if (tag != expected) {
      throw wrong("tag %02x instead of %02x".formatted(tag, expected));
    }
    return this;
  }

  /** The one value inside. */
  Der only() {
    return members(1, 1).get(0);
  }

  /** These bytes and no others, in hex digits. */
  void is(String hex) {
    if (!hex().equals(hex)) {
      throw wrong("not " + hex);
    }
  }

  String hex() {
    return HexFormat.of().formatHex(whole);
  }

  /** A number from 0 in its one spelling. */
  BigInteger number() {
    tagged(INTEGER);
    boolean padded = content.length > 1 && content[0] == 0 && content[1] >= 0;
    if (content.length == 0 || content[0] < 0 || padded) {
      throw wrong("a number that is not in its one spelling");
    }
    return new BigInteger(content);
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("DER: " + what);
  }
}
