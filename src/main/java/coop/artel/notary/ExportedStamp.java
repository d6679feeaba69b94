package coop.artel.notary;

import coop.artel.signing.TimeStamp;
import java.util.SortedMap;

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
  TimeStamp check(byte[] stamped) throws Wrong {
    TimeStamp stamp;
    try {
      stamp = TimeStamp.read(Fields.bytes(files, FILE));
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", FILE);
    }
    if (!stamp.isOf(Hashes.sha256(stamped))) {
      throw new Wrong("stamp-other", FILE);
    }
    if (!stamp.isSigned()) {
      throw new Wrong("stamp-signature", FILE);
    }
    if (!stamp.isCertified()) {
      throw new Wrong("stamp-certificate", FILE);
    }
    return stamp;
  }

  /** A policy that names authorities names this one. */
  static void checkAuthority(TimeStamp stamp, Policy policy) throws Wrong {
    if (!policy.authorities().isEmpty() && !policy.authorities().contains(stamp.authority())) {
      throw new Wrong("stamp-authority", FILE, stamp.authority());
    }
  }
}
