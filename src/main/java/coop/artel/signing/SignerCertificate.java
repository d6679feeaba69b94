package coop.artel.signing;

import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What is read of an authority's certificate (RFC 5280). Who trusts it knows it by its digest, so
 * its own signature is nobody's concern here.
 *
 * @param der the whole of it
 * @param name issuer and serial number, as a signer is named by them
 * @param forTimeStamps whether that is its one use, and critical (RFC 3161 2.3)
 */
record SignerCertificate(
    byte[] der, String name, Instant from, Instant until, boolean forTimeStamps, Der key) {
  private static final String VERSION_3 = "a003020102";
  private static final int EXTENSIONS = 0xa3;

  /** Extended key usage, critical, time stamping and nothing else. */
  private static final String TIME_STAMPING = "30160603551d250101ff040c300a06082b06010505070308";

  static SignerCertificate read(Der whole) {
    var body = whole.tagged(Der.SEQUENCE).members(3, 3).get(0).tagged(Der.SEQUENCE).members(8, 10);
    body.get(0).is(VERSION_3);
    var serial = body.get(1).tagged(Der.INTEGER);
    var issuer = body.get(3).tagged(Der.SEQUENCE);
    var validity = body.get(4).tagged(Der.SEQUENCE).members(2, 2);
    var extensions = body.get(body.size() - 1).tagged(EXTENSIONS).only().tagged(Der.SEQUENCE);
    return new SignerCertificate(
        whole.whole(),
        issuer.hex() + serial.hex(),
        DerTime.either(validity.get(0)),
        DerTime.either(validity.get(1)),
        extensions.members().stream().anyMatch(it -> it.hex().equals(TIME_STAMPING)),
        body.get(6).tagged(Der.SEQUENCE));
  }

  /** Its common name, else the whole of its name. */
  String subject() {
    try {
      var subject = new X509CertificateHolder(der).getSubject();
      var names = subject.getRDNs(BCStyle.CN);
      return names.length == 0
          ? subject.toString()
          : IETFUtils.valueToString(names[0].getFirst().getValue());
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was read is none", e);
    }
  }

  boolean isValidAt(Instant at) {
    return !at.isBefore(from) && !at.isAfter(until);
  }

  /** Whether its key has signed the bytes. */
  boolean hasSigned(byte[] bytes, SignatureForm form, byte[] signature) {
    try {
      return form.verifies(key, bytes, signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
