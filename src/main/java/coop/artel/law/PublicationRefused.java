package coop.artel.law;

import coop.artel.values.Refusal;

/** An edition that may not be published so, or not by this person. */
public class PublicationRefused extends Refusal {
  private PublicationRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static PublicationRefused unknown(int number) {
    return new PublicationRefused(
        Kind.NOT_FOUND, "publication-unknown", "There is no publication %s", number);
  }

  static PublicationRefused lawyerOnly() {
    return new PublicationRefused(
        Kind.FORBIDDEN, "rules-lawyer-only", "Only lawyers propose and publish editions");
  }

  static PublicationRefused demonstration() {
    return new PublicationRefused(
        Kind.FORBIDDEN,
        "lawyer-of-the-demonstration",
        "An invented lawyer publishes nothing where cooperatives live by this law in earnest");
  }
}
