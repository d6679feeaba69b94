package coop.artel.notary;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Byte strings, each after its length in two bytes: an entry bundle of c2sp.org/tlog-tiles. */
final class Bundle {
  private Bundle() {}

  static byte[] write(List<byte[]> items) {
    var bundle = new ByteArrayOutputStream();
    for (byte[] item : items) {
      bundle.write(item.length >> 8);
      bundle.write(item.length);
      bundle.writeBytes(item);
    }
    return bundle.toByteArray();
  }

  /** Throws {@link IllegalArgumentException} if the last does not end where the bytes do. */
  static List<byte[]> read(byte[] bundle) {
    var items = new ArrayList<byte[]>();
    int at = 0;
    while (at < bundle.length) {
      int start = at + 2;
      int end =
          start > bundle.length
              ? Integer.MAX_VALUE
              : start + ((bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff);
      if (end > bundle.length) {
        throw new IllegalArgumentException("a bundle that breaks off");
      }
      items.add(Arrays.copyOfRange(bundle, start, end));
      at = end;
    }
    return items;
  }
}
