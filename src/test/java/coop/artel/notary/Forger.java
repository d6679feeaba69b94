package coop.artel.notary;

import coop.artel.values.CanonicalJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Changes exports as somebody does who knows their format. */
final class Forger {
  private Forger() {}

  /** Changes files and lists them anew in the manifest, unless that was changed too. */
  static byte[] forged(byte[] export, Consumer<SortedMap<String, byte[]>> change)
      throws StoredZip.NotAsWritten {
    var files = new TreeMap<>(StoredZip.read(export));
    byte[] manifest = files.get(Manifest.FILE);
    change.accept(files);
    if (Arrays.equals(manifest, files.get(Manifest.FILE))) {
      var content = new TreeMap<String, Object>(CanonicalJson.read(manifest));
      var made = new Manifest("", "", 0, true, List.of(), List.of(), files).content();
      content.put("v", made.get("v"));
      content.put("files", made.get("files"));
      files.put(Manifest.FILE, CanonicalJson.write(content));
    }
    return StoredZip.write(files);
  }

  /** Changes the fields of one file. */
  static byte[] edited(byte[] export, String name, Consumer<Map<String, Object>> change)
      throws StoredZip.NotAsWritten {
    return forged(
        export,
        files -> {
          var content = new TreeMap<String, Object>(CanonicalJson.read(files.get(name)));
          change.accept(content);
          files.put(name, CanonicalJson.write(content));
        });
  }

  /** Leaves the anchor's proof out, as exports had it before there was one. */
  static void leaveProofOut(SortedMap<String, byte[]> files) {
    files.remove(ExportNames.ANCHOR_PROOF);
    files.put(ExportNames.README, ExportNames.readme(Manifest.layout(files.keySet())));
  }

  static void leaveAnchorOut(SortedMap<String, byte[]> files) {
    files.remove(ExportNames.ANCHOR);
    leaveProofOut(files);
  }
}
