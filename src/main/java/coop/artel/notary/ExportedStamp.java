package coop.artel.notary;

import coop.artel.signing.TimeStamp;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The time stamp of an export's checkpoint, held against that and against the policy. */
final class ExportedStamp {
  private static final String FILE = ExportNames.STAMP;

  private final SortedMap<String, byte[]> files;

  ExportedStamp(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  boolean isThere() {
    return files.containsKey(FILE);
  }

  /** It has its form, speaks of these bytes, and holds under its certificate. */
  TimeStamp check(byte[] stamped, @Nullable Policy policy) throws Wrong {
    return check(Fields.bytes(files, FILE), FILE, stamped, policy);
  }

  /**
   * The same of a stamp that is found elsewhere. A policy that names authorities names this one.
   *
   * @param name of the file, for whoever is told what is wrong
   */
  static TimeStamp check(byte[] file, String name, byte[] stamped, @Nullable Policy policy)
      throws Wrong {
    TimeStamp stamp;
    try {
      stamp = TimeStamp.read(file);
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", name);
    }
    if (!stamp.isOf(Hashes.sha256(stamped))) {
      throw new Wrong("stamp-other", name);
    }
    if (!stamp.isSigned()) {
      throw new Wrong("stamp-signature", name);
    }
    if (!stamp.isCertified()) {
      throw new Wrong("stamp-certificate", name);
    }
    if (policy != null && !policy.admits(stamp.authority())) {
      throw new Wrong("stamp-authority", name, stamp.authority());
    }
    return stamp;
  }
}
