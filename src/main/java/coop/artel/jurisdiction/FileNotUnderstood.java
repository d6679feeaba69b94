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

  public static FileNotUnderstood wrong(String file, int line, String what) {
    return new FileNotUnderstood("file-value-wrong", "%s, line %s: %s is wrong", file, line, what);
  }

  /** Something of another shape is wanted: {@code mapping}, {@code list}, {@code single}. */
  static FileNotUnderstood shape(String file, int line, String wanted) {
    return new FileNotUnderstood(
        "file-%s-wanted".formatted(wanted), "%s, line %s: a %s is wanted here", file, line, wanted);
  }

  /** A value is of another kind: {@code number}, {@code day}, {@code flag}. */
  static FileNotUnderstood not(String kind, String file, int line, String written) {
    return new FileNotUnderstood(
        "file-%s-wrong".formatted(kind), "%s, line %s: %s is no " + kind, file, line, written);
  }

  /**
   * A figure is not as its norm's unit is written.
   *
   * @param form as {@link Norm#form()} says
   * @param what that was written, or the words that would do
   */
  static FileNotUnderstood figure(String form, String file, int line, String what) {
    return new FileNotUnderstood(
        "file-figure-" + form, "%s, line %s: a figure of another form: %s", file, line, what);
  }

  static FileNotUnderstood unitUnknown(String file, int line, String unit) {
    return new FileNotUnderstood(
        "file-unit-unknown", "%s, line %s: there is no unit %s", file, line, unit);
  }

  static FileNotUnderstood actUnknown(String file, int line, String citation) {
    return new FileNotUnderstood(
        "file-act-unknown", "%s, line %s: acts.yaml does not name %s", file, line, citation);
  }

  static FileNotUnderstood figuresOverlap(String file, int line, String figure) {
    return new FileNotUnderstood(
        "file-figures-overlap", "%s, line %s: figures overlap in time: %s", file, line, figure);
  }

  public static FileNotUnderstood fileMissing(String file) {
    return new FileNotUnderstood("file-missing", "%s: the file is not there", file, 1, file);
  }

  /** A name that no file of a country has. */
  static FileNotUnderstood unexpected(String file) {
    return new FileNotUnderstood(
        "file-unexpected", "%s: a country has no file of this name", file, 1, file);
  }

  static FileNotUnderstood link(String file) {
    return new FileNotUnderstood(
        "file-is-link", "%s: neither links nor anything but plain files are read", file, 1, file);
  }

  static FileNotUnderstood tooLarge(String file, long most) {
    return new FileNotUnderstood(
        "file-too-large",
        "%s: more than %3$s bytes, or too many files",
        file,
        1,
        Long.toString(most));
  }

  static FileNotUnderstood notText(String file) {
    return new FileNotUnderstood("file-not-text", "%s: this is not UTF-8 text", file, 1, file);
  }

  static FileNotUnderstood folderMissing(String folder) {
    return new FileNotUnderstood(
        "file-folder-missing",
        "%s: there is no folder of this name with jurisdictions in it",
        folder,
        1,
        folder);
  }

  static FileNotUnderstood countryShipped(String file, String country) {
    return new FileNotUnderstood(
        "file-country-shipped", "%s: the service brings the country %3$s itself", file, 1, country);
  }
}
