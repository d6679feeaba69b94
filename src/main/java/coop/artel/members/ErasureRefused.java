package coop.artel.members;

import coop.artel.values.Refusal;

/** Somebody's data are still needed, or somebody else must ask. */
class ErasureRefused extends Refusal {
  private ErasureRefused(String code, String english, Object... arguments) {
    super(code, english, arguments);
  }

  static ErasureRefused ownData() {
    return new ErasureRefused("erasure-of-own-data", "Nobody destroys the data of their own");
  }

  static ErasureRefused member() {
    return new ErasureRefused("erasure-of-member", "The person is a member");
  }

  static ErasureRefused holdsOffice() {
    return new ErasureRefused("erasure-of-officer", "The person holds an office or a role");
  }

  static ErasureRefused elsewhere() {
    return new ErasureRefused(
        "erasure-known-elsewhere", "Another cooperative keeps data of the same person");
  }

  static ErasureRefused openCase(String number) {
    return new ErasureRefused("erasure-case-open", "Case %s about the person goes on", number);
  }
}
