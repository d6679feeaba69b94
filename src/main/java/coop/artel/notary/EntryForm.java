package coop.artel.notary;

import coop.artel.values.CanonicalJson;
import java.util.regex.Pattern;

/** An entry of the log as a verifier reads it, wherever it stands. */
final class EntryForm {
  /** A bundle of the log has two bytes for an entry's length. */
  private static final int MAX_LENGTH = 65_535;

  private static final Pattern KIND = Pattern.compile("[a-z]++(?:-[a-z]++)*+");
  private static final Pattern MINUTE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z");

  private EntryForm() {}

  static Fields read(String file, byte[] bytes) throws Wrong {
    if (bytes.length > MAX_LENGTH) {
      throw new Wrong("form", file);
    }
    var entry = fields(file, bytes);
    entry.version(RecordFormat.VERSION);
    entry.number("n");
    entry.hash("case");
    entry.hash("prev");
    entry.hash("commitment");
    matches(entry, "kind", KIND);
    matches(entry, "at", MINUTE);
    return entry;
  }

  private static Fields fields(String file, byte[] bytes) throws Wrong {
    try {
      return new Fields(file, CanonicalJson.read(bytes));
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", file);
    }
  }

  private static void matches(Fields entry, String name, Pattern form) throws Wrong {
    if (!form.matcher(entry.text(name)).matches()) {
      throw new Wrong("field", entry.file(), name);
    }
  }
}
