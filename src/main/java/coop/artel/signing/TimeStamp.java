package coop.artel.signing;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The answer of a time-stamping authority (RFC 3161) in the one narrow form that a verifier takes:
 * granted, one signer, its certificate inside, SHA-2. Read and verified by hand, so that a verifier
 * in another language can be held to the same; Bouncy Castle's opinion is asked before one is kept.
 */
public final class TimeStamp {
  /** More than any authority sends with its whole chain of certificates. */
  public static final int LONGEST = 0xffff;

  private static final String GRANTED = "3003020100";
  private static final String SIGNED_DATA = "06092a864886f70d010702";
  private static final String TIME_STAMP = "060b2a864886f70d0109100104";
  private static final String ONE = "020101";
  private static final String THREE = "020103";
  private static final String CONTENT_TYPE = "06092a864886f70d010903";
  private static final String MESSAGE_DIGEST = "06092a864886f70d010904";
  private static final String SIGNING_CERTIFICATE = "060b2a864886f70d010910020c";
  private static final String SIGNING_CERTIFICATE_2 = "060b2a864886f70d010910022f";
  private static final int CONTEXT_0 = 0xa0;
  private static final int CONTEXT_1 = 0xa1;

  private final byte[] content;
  private final byte[] imprint;
  private final byte[] contentDigest;
  private final Instant at;
  private final Der attributes;
  private final Map<String, Der> byName;
  private final Digest digest;
  private final Der algorithm;
  private final byte[] signature;
  private final SignerCertificate certificate;

  private TimeStamp(byte[] response) {
    if (response.length > LONGEST) {
      throw new IllegalArgumentException("longer than any time stamp");
    }
    var signed = signedData(Der.read(response));
    boolean withLists = signed.size() == 6;
    signed.get(0).is(THREE);
    signed.get(1).tagged(Der.SET);
    content = content(signed.get(2));
    var info = Der.read(content).tagged(Der.SEQUENCE).members(5, 10);
    imprint = imprint(info);
    at = DerTime.general(info.get(4));
    var certificates = signed.get(3).tagged(CONTEXT_0);
    if (withLists) {
      signed.get(4).tagged(CONTEXT_1);
    }
    var signer =
        signed.get(signed.size() - 1).tagged(Der.SET).only().tagged(Der.SEQUENCE).members(6, 7);
    signer.get(0).is(ONE);
    var name = signer.get(1).tagged(Der.SEQUENCE).members(2, 2);
    digest =
        Digest.of(signer.get(2)).orElseThrow(() -> new IllegalArgumentException("unknown digest"));
    attributes = signer.get(3).tagged(CONTEXT_0);
    byName = byName(attributes);
    algorithm = signer.get(4).tagged(Der.SEQUENCE);
    signature = signer.get(5).tagged(Der.OCTETS).content();
    if (signer.size() == 7) {
      signer.get(6).tagged(CONTEXT_1);
    }
    attribute(CONTENT_TYPE).is(TIME_STAMP);
    contentDigest = attribute(MESSAGE_DIGEST).tagged(Der.OCTETS).content();
    certificate = SignerCertificate.read(named(certificates));
    if (!certificate.name().equals(name.get(0).hex() + name.get(1).hex())) {
      throw new IllegalArgumentException("the signer is named after another certificate");
    }
  }

  /** Throws {@link IllegalArgumentException} for what is not in the form. */
  public static TimeStamp read(byte[] response) {
    return new TimeStamp(response);
  }

  /** An answer in the form, around the token that an authority gave, as it gave it. */
  static byte[] granted(byte[] token) {
    byte[] status = HexFormat.of().parseHex(GRANTED);
    int length = status.length + token.length;
    String head =
        length < 0x80
            ? "30%02x".formatted(length)
            : length < 0x100 ? "3081%02x".formatted(length) : "3082%04x".formatted(length);
    byte[] start = HexFormat.of().parseHex(head);
    byte[] all = Arrays.copyOf(start, start.length + length);
    System.arraycopy(status, 0, all, start.length, status.length);
    System.arraycopy(token, 0, all, start.length + status.length, token.length);
    return all;
  }

  private static List<Der> signedData(Der response) {
    var answer = response.tagged(Der.SEQUENCE).members(2, 2);
    answer.get(0).is(GRANTED);
    var token = answer.get(1).tagged(Der.SEQUENCE).members(2, 2);
    token.get(0).is(SIGNED_DATA);
    return token.get(1).tagged(CONTEXT_0).only().tagged(Der.SEQUENCE).members(5, 6);
  }

  private static byte[] content(Der encapsulated) {
    var members = encapsulated.tagged(Der.SEQUENCE).members(2, 2);
    members.get(0).is(TIME_STAMP);
    return members.get(1).tagged(CONTEXT_0).only().tagged(Der.OCTETS).content();
  }

  private static byte[] imprint(List<Der> info) {
    info.get(0).is(ONE);
    info.get(1).tagged(Der.OID);
    var members = info.get(2).tagged(Der.SEQUENCE).members(2, 2);
    info.get(3).tagged(Der.INTEGER);
    byte[] hash = members.get(1).tagged(Der.OCTETS).content();
    if (Digest.of(members.get(0)).filter(it -> it == Digest.SHA_256).isEmpty()
        || hash.length != 32) {
      throw new IllegalArgumentException("no imprint by SHA-256");
    }
    return hash;
  }

  private static Map<String, Der> byName(Der attributes) {
    var byName = new HashMap<String, Der>();
    for (Der attribute : attributes.members()) {
      var members = attribute.tagged(Der.SEQUENCE).members(2, 2);
      String name = members.get(0).tagged(Der.OID).hex();
      if (byName.put(name, members.get(1).tagged(Der.SET)) != null) {
        throw new IllegalArgumentException("an attribute twice");
      }
    }
    return byName;
  }

  private Der attribute(String name) {
    var value = byName.get(name);
    if (value == null) {
      throw new IllegalArgumentException("an attribute is missing");
    }
    return value.only();
  }

  /** The first certificate that every attribute names that names one, by RFC 2634 or RFC 5035. */
  private Der named(Der certificates) {
    if (!byName.containsKey(SIGNING_CERTIFICATE) && !byName.containsKey(SIGNING_CERTIFICATE_2)) {
      throw new IllegalArgumentException("no attribute names the signer's certificate");
    }
    return certificates.members().stream()
        .filter(it -> it.tag() == Der.SEQUENCE)
        .filter(it -> !byName.containsKey(SIGNING_CERTIFICATE) || isNamedBySha1(it.whole()))
        .filter(it -> !byName.containsKey(SIGNING_CERTIFICATE_2) || isNamedBySha2(it.whole()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the signer's certificate is not inside"));
  }

  private boolean isNamedBySha1(byte[] whole) {
    var name = firstName(SIGNING_CERTIFICATE).members(1, 2);
    return Arrays.equals(name.get(0).tagged(Der.OCTETS).content(), Digest.hash("SHA-1", whole));
  }

  /** SHA-256 is the default, and so it is left out. */
  private boolean isNamedBySha2(byte[] whole) {
    var name = firstName(SIGNING_CERTIFICATE_2).members(1, 3);
    boolean plain = name.get(0).tag() == Der.OCTETS;
    var by =
        plain
            ? Digest.SHA_256
            : Digest.of(name.get(0))
                .orElseThrow(() -> new IllegalArgumentException("unknown digest"));
    if (!plain && name.size() < 2) {
      throw new IllegalArgumentException("no digest");
    }
    return Arrays.equals(name.get(plain ? 0 : 1).tagged(Der.OCTETS).content(), by.of(whole));
  }

  private Der firstName(String attribute) {
    var names = attribute(attribute).tagged(Der.SEQUENCE).members(1, 2).get(0);
    var all = names.tagged(Der.SEQUENCE).members();
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no certificate is named");
    }
    return all.get(0).tagged(Der.SEQUENCE);
  }

  /** Whether it was asked for this SHA-256 digest. */
  public boolean isOf(byte[] sha256) {
    return Arrays.equals(imprint, sha256);
  }

  /** Whether the key of the certificate has signed the time and the imprint. */
  public boolean isSigned() {
    if (!Arrays.equals(contentDigest, digest.of(content))) {
      return false;
    }
    // The attributes are signed as the SET that they are, not under the tag of their place.
    byte[] set = attributes.whole().clone();
    set[0] = Der.SET;
    return SignatureForm.of(algorithm, digest)
        .filter(form -> certificate.hasSigned(set, form, signature))
        .isPresent();
  }

  /** Whether the certificate is for time stamps and was valid at the time. */
  public boolean isCertified() {
    return certificate.forTimeStamps() && certificate.isValidAt(at);
  }

  /** SHA-256 of the certificate, in hex digits: by this an authority is trusted. */
  public String authority() {
    return HexFormat.of().formatHex(Digest.SHA_256.of(certificate.der()));
  }

  /** What the certificate calls the authority; to be shown, and trusted no further than that. */
  public String authorityName() {
    return certificate.subject();
  }

  public Instant at() {
    return at;
  }
}
