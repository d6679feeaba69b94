package coop.artel.jurisdiction;

import coop.artel.values.Refusal;

/** A country's file says something that cannot be read, told at the file and the line. */
public class FileNotUnderstood extends Refusal {
  private FileNotUnderstood(String code, String english, String file, int line, String what) {
    super(Kind.INVALID, code, english, file, Integer.toString(line), what);
  }

  static FileNotUnderstood notYaml(String file, int line, String problem) {
    return new FileNotUnderstood("file-not-yaml", "%s, line %s: %s", file, line, problem);
  }

  static FileNotUnderstood keyUnknown(String file, int line, String key) {
    return new FileNotUnderstood(
        "file-key-unknown", "%s, line %s: the key %s is not known here", file, line, key);
  }

  static FileNotUnderstood keyMissing(String file, int line, String key) {
    return new FileNotUnderstood(
        "file-key-missing", "%s, line %s: the key %s is missing", file, line, key);
  }

  static FileNotUnderstood keyDoubled(String file, int line, String key) {
    return new FileNotUnderstood(
        "file-key-doubled", "%s, line %s: the key %s stands twice", file, line, key);
  }

  /** What YAML itself would read as something else: {@code no} as false. */
  static FileNotUnderstood needsQuotes(String file, int line, String text) {
    return new FileNotUnderstood(
        "file-needs-quotes",
        "%s, line %s: YAML reads %s as something other than text; put it in quotes",
        file,
        line,
        text);
  }

  static FileNotUnderstood wrong(String file, int line, String what) {
    return new FileNotUnderstood("file-value-wrong", "%s, line %s: %s is wrong", file, line, what);
  }
}
