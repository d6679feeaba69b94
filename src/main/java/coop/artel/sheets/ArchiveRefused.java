package coop.artel.sheets;

import coop.artel.values.Refusal;

/** An archive that is not taken, told at the file in it that is the cause. */
public final class ArchiveRefused extends Refusal {
  private ArchiveRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static ArchiveRefused unreadable() {
    return new ArchiveRefused(Kind.INVALID, "archive-unreadable", "This is no sound ZIP file");
  }

  static ArchiveRefused tooLarge(long most) {
    return new ArchiveRefused(
        Kind.TOO_LARGE, "archive-too-large", "The archive has more than %s MB", most >> 20);
  }

  static ArchiveRefused tooManyFiles(int most) {
    return new ArchiveRefused(
        Kind.TOO_LARGE, "archive-too-many-files", "The archive has more than %s files", most);
  }

  static ArchiveRefused fileTooLarge(String name, long most) {
    return new ArchiveRefused(
        Kind.TOO_LARGE,
        "archive-file-too-large",
        "%s: unpacked it has more than %s KB",
        name,
        most >> 10);
  }

  /** It unpacks to so many times its size that nobody wrote it. */
  static ArchiveRefused bomb(String name, int most) {
    return new ArchiveRefused(
        Kind.INVALID, "archive-bomb", "%s: it unpacks to more than %s times its size", name, most);
  }

  static ArchiveRefused link(String name) {
    return new ArchiveRefused(
        Kind.INVALID, "archive-link", "%s: links and the like are not read", name);
  }

  static ArchiveRefused encrypted(String name) {
    return new ArchiveRefused(
        Kind.INVALID, "archive-encrypted", "%s: encrypted or packed in an unusual way", name);
  }

  static ArchiveRefused twice(String name) {
    return new ArchiveRefused(
        Kind.INVALID, "archive-name-twice", "%s: the archive has two files of this name", name);
  }

  /** Out of the folder, from the root, or with signs that no path has. */
  static ArchiveRefused name(String name) {
    return new ArchiveRefused(
        Kind.INVALID, "archive-name-wrong", "%s: no file may be called so", name);
  }
}
