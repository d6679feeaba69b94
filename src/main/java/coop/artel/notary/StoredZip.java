package coop.artel.notary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A ZIP in one form: files sorted by name, stored without compression, one fixed time, no extras.
 * So equal files have equal bytes, a reader needs to inflate nothing, and a reader that writes what
 * it has read and compares finds every bit that is not as it must be.
 */
final class StoredZip {
  /** Larger ones would not fit the memory that a verifier can be asked for. */
  static final int MAX_LENGTH = 512 << 20;

  static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?");

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END_LENGTH = 22;

  /** With more files than its own end can count, a ZIP needs the end of Zip64 before it. */
  private static final int MAX_FILES_OF_ZIP32 = 65_534;

  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_64_LENGTH = 56;
  private static final int LOCATOR_64_LENGTH = 20;

  /** 1 January 1980, the first day that a ZIP knows. */
  private static final int DATE = 0x0021;

  private StoredZip() {}

  /** What is not as it must be, and in which file of the ZIP. */
  static final class NotAsWritten extends Exception {
    private final String key;
    private final String file;

    NotAsWritten(String key, String file) {
      super(key + ": " + file);
      this.key = key;
      this.file = file;
    }

    /** A message key under {@code verify.}. */
    String key() {
      return key;
    }

    String file() {
      return file;
    }
  }

  static byte[] write(SortedMap<String, byte[]> files) {
    boolean large = files.size() > MAX_FILES_OF_ZIP32;
    long length = END_LENGTH + (large ? END_64_LENGTH + LOCATOR_64_LENGTH : 0);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      length +=
          LOCAL_LENGTH + CENTRAL_LENGTH + 2L * file.getKey().length() + file.getValue().length;
    }
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException("too large for one ZIP: %d bytes".formatted(length));
    }
    var out = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    var directory = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    files.forEach((name, bytes) -> writeFile(name, bytes, out, directory));
    int start = out.position();
    out.put(directory.flip());
    int end = out.position();
    if (large) {
      out.putInt(END_64).putLong(END_64_LENGTH - 12).putShort((short) 45).putShort((short) 45);
      out.putInt(0).putInt(0).putLong(files.size()).putLong(files.size());
      out.putLong(end - start).putLong(start);
      out.putInt(LOCATOR_64).putInt(0).putLong(end).putInt(1);
    }
    short count = (short) (large ? 0xffff : files.size());
    out.putInt(END).putInt(0).putShort(count).putShort(count);
    out.putInt(end - start).putInt(start).putShort((short) 0);
    return out.array();
  }

  private static void writeFile(String name, byte[] bytes, ByteBuffer out, ByteBuffer directory) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name in an export: " + name);
    }
    var crc = new CRC32();
    crc.update(bytes);
    byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
    directory.putInt(CENTRAL).putShort((short) 10);
    int start = out.position();
    out.putInt(LOCAL);
    for (ByteBuffer header : new ByteBuffer[] {out, directory}) {
      header.putShort((short) 10).putShort((short) 0).putShort((short) 0);
      header.putShort((short) 0).putShort((short) DATE).putInt((int) crc.getValue());
      header.putInt(bytes.length).putInt(bytes.length);
      header.putShort((short) nameBytes.length).putShort((short) 0);
    }
    out.put(nameBytes).put(bytes);
    directory.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    directory.putInt(start).put(nameBytes);
  }

  /** Reads local headers from the beginning, then holds all else to what {@link #write} makes. */
  static SortedMap<String, byte[]> read(byte[] zip) throws NotAsWritten {
    var files = new TreeMap<String, byte[]>();
    var in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    String last = "";
    while (in.remaining() >= LOCAL_LENGTH && in.getInt(in.position()) == LOCAL) {
      int start = in.position();
      int length = in.getInt(start + 18);
      int nameLength = in.getShort(start + 26) & 0xffff;
      if (length < 0 || in.remaining() < (long) LOCAL_LENGTH + nameLength + length) {
        throw new NotAsWritten("zip-header", last);
      }
      in.position(start + LOCAL_LENGTH);
      byte[] name = new byte[nameLength];
      in.get(name);
      String file = new String(name, StandardCharsets.ISO_8859_1);
      if (!NAME.matcher(file).matches()) {
        throw new NotAsWritten("zip-name", printable(file));
      }
      byte[] bytes = new byte[length];
      in.get(bytes);
      checkCrc(file, bytes, in.getInt(start + 14));
      if (files.put(file, bytes) != null) {
        throw new NotAsWritten("zip-doubled", file);
      }
      last = file;
    }
    if (files.isEmpty()) {
      throw new NotAsWritten("zip-none", "");
    }
    compare(zip, files);
    return files;
  }

  private static void checkCrc(String file, byte[] bytes, int expected) throws NotAsWritten {
    var crc = new CRC32();
    crc.update(bytes);
    if ((int) crc.getValue() != expected) {
      throw new NotAsWritten("zip-crc", file);
    }
  }

  private static void compare(byte[] zip, SortedMap<String, byte[]> files) throws NotAsWritten {
    byte[] written;
    try {
      written = write(files);
    } catch (IllegalArgumentException e) {
      throw new NotAsWritten("zip-directory", Integer.toString(zip.length));
    }
    int at = Arrays.mismatch(zip, written);
    if (at < 0) {
      return;
    }
    int start = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      start += LOCAL_LENGTH + file.getKey().length() + file.getValue().length;
      if (at < start) {
        throw new NotAsWritten("zip-header", file.getKey());
      }
    }
    throw new NotAsWritten("zip-directory", Integer.toString(at));
  }

  private static String printable(String name) {
    return name.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
