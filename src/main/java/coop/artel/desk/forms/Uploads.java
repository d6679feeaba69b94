package coop.artel.desk.forms;

import coop.artel.values.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** Files that are sent with a form. */
public final class Uploads {
  private Uploads() {}

  /** Nothing if no file was chosen. */
  public static byte[] bytes(@Nullable MultipartFile file) {
    try {
      return file == null ? new byte[0] : file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of a file that is not kept, hex; empty if no file was chosen. */
  public static String digest(@Nullable MultipartFile file, DataSize most) {
    if (file == null || file.isEmpty()) {
      return "";
    }
    if (file.getSize() > most.toBytes()) {
      throw new UploadTooLarge(most.toMegabytes());
    }
    return Sha256.of(bytes(file));
  }
}
