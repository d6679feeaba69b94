package coop.artel.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How the files of an export are called, and what they say about one another. */
final class ExportNames {
  static final String README = "README.txt";
  static final String CHECKPOINT = "checkpoint";
  static final String ANCHOR = "anchor.json";
  static final String ANCHOR_PROOF = "anchor-proof.json";
  static final String STAMP = "checkpoint.tsr";
  static final String ATTACHMENTS = "attachments/";

  private ExportNames() {}

  static String entry(long n) {
    return "entries/%06d.json".formatted(n);
  }

  static String record(long n) {
    return "records/%06d.json".formatted(n);
  }

  static String opening(long n) {
    return "openings/%06d.json".formatted(n);
  }

  static String proof(long n) {
    return "proofs/%06d.tlog-proof".formatted(n);
  }

  /** The one text that tells a stranger how to check; it is a part of each layout. */
  static byte[] readme(long layout) {
    String text = layout == Manifest.PLAIN ? "README.txt" : "README-%d.txt".formatted(layout);
    try (var in = ExportNames.class.getResourceAsStream("/notary/" + text)) {
      if (in == null) {
        throw new IllegalStateException(text + " of the export is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every digest that stands anywhere in the members of a record. */
  static TreeSet<String> namedDigests(Object members) {
    var digests = new TreeSet<String>();
    if (members instanceof String text && Hashes.isHex(text)) {
      digests.add(text);
    } else if (members instanceof List<?> list) {
      list.forEach(member -> digests.addAll(namedDigests(member)));
    } else if (members instanceof Map<?, ?> map) {
      map.values().forEach(member -> digests.addAll(namedDigests(member)));
    }
    return digests;
  }

  /** The digests of what a record says belongs to the case: documents and decisions. */
  static List<String> expectedDigests(Map<?, ?> members) {
    var digests = new ArrayList<String>();
    for (String name : List.of("documents", "decisions")) {
      if (members.get(name) instanceof List<?> list) {
        list.forEach(member -> digests.addAll(namedDigests(member)));
      }
    }
    return digests;
  }
}
