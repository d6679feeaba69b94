package coop.artel.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** ZIP files, written so that the same files give the same bytes, and read with distrust. */
public final class Archive {
  /** ZIP knows no time before 1980; any fixed one will do. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final Pattern NAME =
      Pattern.compile("(?!.*(^|/)\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}][^\\\\:\\p{Cntrl}]*");

  /** What programs put beside the files by themselves. */
  private static final Pattern BY_THE_WAY = Pattern.compile("__MACOSX/.*|(.*/)?\\.DS_Store");

  private static final int UNIX_KIND = 0170000;
  private static final int UNIX_FILE = 0100000;
  private static final int SMALL = 1 << 16;

  private Archive() {}

  /**
   * How large an archive may be.
   *
   * @param packed the archive itself
   * @param files in it
   * @param each of them, unpacked
   * @param all of them, unpacked
   * @param ratio how many times its packed size a file may be; small ones may be any
   */
  public record Limits(long packed, int files, long each, long all, int ratio) {}

  public static byte[] write(SortedMap<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The files by path; folders are left out. Refused: {@link ArchiveRefused}. */
  public static SortedMap<String, byte[]> read(byte[] file, Limits limits) {
    if (file.length > limits.packed()) {
      throw ArchiveRefused.tooLarge(limits.packed());
    }
    var files = new TreeMap<String, byte[]>();
    // Two names that differ in case only are one file where the archive is unpacked by hand.
    Set<String> names = new TreeSet<>();
    long all = 0;
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      int entries = 0;
      for (var entry : Collections.list(zip.getEntries())) {
        if (++entries > limits.files()) {
          throw ArchiveRefused.tooManyFiles(limits.files());
        }
        check(entry);
        if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
          throw ArchiveRefused.twice(entry.getName());
        }
        if (!entry.isDirectory() && !BY_THE_WAY.matcher(entry.getName()).matches()) {
          var content = content(zip, entry, limits);
          all += content.length;
          if (all > limits.all()) {
            throw ArchiveRefused.tooLarge(limits.all());
          }
          files.put(entry.getName(), content);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw ArchiveRefused.unreadable();
    }
    return files;
  }

  private static void check(ZipArchiveEntry entry) {
    var name = entry.getName();
    if (!NAME.matcher(name).matches()) {
      throw ArchiveRefused.name(name);
    }
    int kind = entry.getUnixMode() & UNIX_KIND;
    if (entry.isUnixSymlink() || (kind != 0 && kind != UNIX_FILE && !entry.isDirectory())) {
      throw ArchiveRefused.link(name);
    }
    boolean usual =
        entry.getMethod() == ZipMethod.STORED.getCode()
            || entry.getMethod() == ZipMethod.DEFLATED.getCode();
    if (!usual || entry.getGeneralPurposeBit().usesEncryption()) {
      throw ArchiveRefused.encrypted(name);
    }
  }

  /** Counts what really comes out: what the archive says of its sizes may be a lie. */
  private static byte[] content(ZipFile zip, ZipArchiveEntry entry, Limits limits)
      throws IOException {
    try (InputStream part = zip.getInputStream(entry)) {
      var content = part.readNBytes((int) limits.each() + 1);
      if (content.length > SMALL
          && content.length > Math.max(1, entry.getCompressedSize()) * limits.ratio()) {
        throw ArchiveRefused.bomb(entry.getName(), limits.ratio());
      }
      if (content.length > limits.each()) {
        throw ArchiveRefused.fileTooLarge(entry.getName(), limits.each());
      }
      return content;
    }
  }

  /** The texts of files as the files of an archive. */
  public static byte[] writeTexts(SortedMap<String, String> texts) {
    var files = new TreeMap<String, byte[]>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return write(files);
  }
}
