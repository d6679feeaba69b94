package coop.artel.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;

/**
 * RLP as a verifier reads it: every value in its one encoding, nothing after the end, nothing
 * nested deeper than blocks and receipts are. web3j's own decoder takes loose forms and any depth.
 */
final class StrictRlp {
  private static final int DEEPEST = 5;
  private static final int LIST = 0xc0;
  private static final int TEXT = 0x80;
  private static final int SHORT = 55;
  private static final int LENGTH_BYTES = 3;

  private final byte[] bytes;
  private int at;

  private StrictRlp(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Throws {@link IllegalArgumentException} for all but one value of at most 16 MiB. */
  static RlpType decode(byte[] bytes) {
    var reader = new StrictRlp(bytes);
    var value = reader.value(bytes.length, 0);
    if (reader.at != bytes.length) {
      throw wrong();
    }
    return value;
  }

  static List<RlpType> decodeList(byte[] bytes) {
    return list(decode(bytes));
  }

  static List<RlpType> list(RlpType value) {
    if (value instanceof RlpList list) {
      return list.getValues();
    }
    throw wrong();
  }

  static byte[] bytes(RlpType value) {
    if (value instanceof RlpString text) {
      return text.getBytes();
    }
    throw wrong();
  }

  private RlpType value(int end, int depth) {
    if (at >= end) {
      throw wrong();
    }
    int tag = bytes[at++] & 0xff;
    if (tag < TEXT) {
      return RlpString.create((byte) tag);
    }
    int length = length(tag < LIST ? tag - TEXT : tag - LIST, end);
    int last = at + length;
    return tag < LIST ? text(last) : list(last, depth + 1);
  }

  private RlpString text(int last) {
    byte[] content = Arrays.copyOfRange(bytes, at, last);
    if (content.length == 1 && content[0] >= 0) {
      throw wrong();
    }
    at = last;
    return RlpString.create(content);
  }

  private RlpList list(int last, int depth) {
    if (depth > DEEPEST) {
      throw wrong();
    }
    var values = new ArrayList<RlpType>();
    while (at < last) {
      values.add(value(last, depth));
    }
    return new RlpList(values);
  }

  /** Moves on to where the content begins. */
  private int length(int tag, int end) {
    int length = tag;
    if (tag > SHORT) {
      int count = tag - SHORT;
      if (count > LENGTH_BYTES || count > end - at || bytes[at] == 0) {
        throw wrong();
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | bytes[at++] & 0xff;
      }
      if (length <= SHORT) {
        throw wrong();
      }
    }
    if (length > end - at) {
      throw wrong();
    }
    return length;
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException("No RLP in its one encoding");
  }
}
