package coop.artel.members;

import coop.artel.values.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** What stands in an export. */
final class ExportedFiles {
  private ExportedFiles() {}

  /** The files of a folder by the numbers of the records that they are about. */
  static Map<Long, Map<String, Object>> in(byte[] export, String folder) throws IOException {
    var found = new HashMap<Long, Map<String, Object>>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(export))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith(folder)) {
          var content = CanonicalJson.read(zip.readAllBytes());
          found.put(((Number) content.get("n")).longValue(), content);
        }
      }
    }
    return found;
  }
}
