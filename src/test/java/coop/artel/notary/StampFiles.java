package coop.artel.notary;

import coop.artel.chain.MadeBlock;
import coop.artel.notary.Corpus.Sample;
import coop.artel.signing.MadeAuthority;
import coop.artel.signing.MadeStamp;
import coop.artel.signing.Tlv;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;

/** Exports with time stamps that hold. */
final class StampFiles {
  static final Instant AT = Instant.parse("2026-03-02T10:30:05Z");
  static final MadeAuthority RSA = MadeAuthority.rsa(31);
  static final MadeAuthority P_256 = MadeAuthority.ec(32, "P-256");
  static final MadeAuthority P_384 = MadeAuthority.ec(33, "P-384").by("SHA384");
  static final MadeAuthority STRANGER = MadeAuthority.rsa(34);

  /** What the policy of all mutants trusts. */
  static final String POLICY =
      trusting(GoodFiles.POLICY, RSA.digest(), P_256.digest(), P_384.digest());

  private StampFiles() {}

  static String trusting(String policy, String... authorities) {
    return policy + "authority " + String.join("\nauthority ", authorities) + "\n";
  }

  static List<Sample> all() {
    var base = GoodFiles.bases().get(0);
    byte[] imprint = base.imprint();
    byte[] rsa = RSA.stamp(imprint, AT);
    var cosigned = GoodFiles.bases().get(0);
    cosigned.carrying(GoodFiles.cosigned(cosigned.files.get(ExportNames.CHECKPOINT)));
    cosigned.files.remove(ExportNames.ANCHOR);
    var unanchored = base.copy();
    unanchored.files.remove(ExportNames.ANCHOR);
    var proved = base.copy().proved(MadeBlock.sealed(base.anchor(), 4).proof());
    return List.of(
        good("stamped by RSA", base, rsa),
        good("stamped by ECDSA on P-256", base, P_256.stamp(imprint, AT)),
        good("stamped by ECDSA on P-384", base, P_384.stamp(imprint, AT)),
        good("stamped by RSA with SHA-512", base, RSA.by("SHA512").stamp(imprint, AT)),
        good("stamped by P-256 with SHA-512", base, P_256.by("SHA512").stamp(imprint, AT)),
        good("a signature with the other s", base, otherS(P_256.stamp(imprint, AT))),
        good("a certificate named by SHA-1", base, RSA.naming("SHA1").stamp(imprint, AT)),
        good("a certificate named by SHA-384", base, RSA.naming("SHA384").stamp(imprint, AT)),
        good("a time to the millisecond", base, RSA.stamp(imprint, AT.plusMillis(120))),
        good("other certificates beside", base, beside(imprint)),
        good("an attribute that nobody signed", base, unsignedAttribute(rsa)),
        good("stamped and not anchored", unanchored, rsa),
        good("stamped under two signatures", cosigned, rsa),
        Sample.good("stamped and proved", proved.stamped(rsa).zip(), proving()).demandingAnchor(),
        Sample.good("a stamp without a policy", base.copy().stamped(rsa).zip(), POLICY)
            .withoutPolicy(),
        Sample.good(
            "a policy that names no authority", base.copy().stamped(rsa).zip(), GoodFiles.POLICY),
        Sample.good("a policy with an authority and no stamp", base.zip(), POLICY));
  }

  private static String proving() {
    return trusting(GoodFiles.PROVING_POLICY, RSA.digest());
  }

  private static Sample good(String name, Draft base, byte[] stamp) {
    return Sample.good(name, base.copy().stamped(stamp).zip(), POLICY);
  }

  private static byte[] beside(byte[] imprint) {
    return RSA.stampBeside(imprint, AT, List.of(STRANGER.certificate(), P_256.certificate()));
  }

  /** Nobody's key is needed to make one valid signature of the curve out of another. */
  private static byte[] otherS(byte[] stamp) {
    var made = MadeStamp.of(stamp);
    var octets = made.signer().at(5);
    var numbers = Tlv.read(octets.content);
    var order = ECNamedCurveTable.getByName("P-256").getN();
    numbers.at(1).content = order.subtract(new BigInteger(numbers.at(1).content)).toByteArray();
    octets.content = numbers.bytes();
    return made.bytes();
  }

  private static byte[] unsignedAttribute(byte[] stamp) {
    var made = MadeStamp.of(stamp);
    made.signer().members.add(MadeStamp.value("a111300f06092a864886f70d01090531020500"));
    return made.bytes();
  }
}
