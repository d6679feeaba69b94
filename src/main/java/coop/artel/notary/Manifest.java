package coop.artel.notary;

import coop.artel.values.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What an export holds, as {@code manifest.json} says it. All of it follows from the other files,
 * so a verifier writes it anew and compares.
 *
 * @param pseudonym how the log's entries name the case
 * @param erased numbers of records that can be opened no more
 * @param withheld digests of attachments that records name and the export lacks
 */
record Manifest(
    String caseId,
    String pseudonym,
    long count,
    boolean closed,
    List<Long> erased,
    List<String> withheld,
    SortedMap<String, byte[]> files) {
  static final String FILE = "manifest.json";
  static final String FORMAT = "artel-case-export";

  /** The layout of exports without the proof of an anchor and without a time stamp. */
  static final long PLAIN = 1;

  /** The layout of exports with the proof and without a stamp; in all else they are one. */
  static final long WITH_PROOF = 2;

  /** The layout of exports with a time stamp, with the proof or without. */
  static final long WITH_STAMP = 3;

  /** The version of the export's layout; that of the records in it stands in each of them. */
  private long layout() {
    return layout(files.keySet());
  }

  /** The layout that follows from which files there are. */
  static long layout(Set<String> names) {
    if (names.contains(ExportNames.STAMP)) {
      return WITH_STAMP;
    }
    return names.contains(ExportNames.ANCHOR_PROOF) ? WITH_PROOF : PLAIN;
  }

  Map<String, Object> content() {
    var list = new ArrayList<Map<String, Object>>();
    files.forEach(
        (name, bytes) -> {
          if (!name.equals(FILE)) {
            list.add(
                Map.of(
                    "name",
                    name,
                    "length",
                    (long) bytes.length,
                    "sha256",
                    Hashes.hex(Hashes.sha256(bytes))));
          }
        });
    var content = new LinkedHashMap<String, Object>();
    content.put("format", FORMAT);
    content.put("v", layout());
    content.put("case", caseId);
    content.put("pseudonym", pseudonym);
    content.put("count", count);
    content.put("state", closed ? "closed" : "open");
    content.put("erased", erased);
    content.put("withheld", withheld);
    content.put("files", list);
    return content;
  }

  byte[] bytes() {
    return CanonicalJson.write(content());
  }
}
