package coop.artel.signing;

import java.util.HexFormat;
import java.util.function.Consumer;

/** A time stamp in the hands of a forger. */
public final class MadeStamp {
  public static final String CONTENT_TYPE = "06092a864886f70d010903";
  public static final String MESSAGE_DIGEST = "06092a864886f70d010904";
  public static final String SIGNING_TIME = "06092a864886f70d010905";
  public static final String SIGNING_CERTIFICATE = "060b2a864886f70d010910020c";
  public static final String SIGNING_CERTIFICATE_2 = "060b2a864886f70d010910022f";

  private static final String RSA = "300d06092a864886f70d01010b0500";
  private static final String ECDSA = "300a06082a8648ce3d040302";

  private final Tlv answer;

  private MadeStamp(Tlv answer) {
    this.answer = answer;
  }

  public static MadeStamp of(byte[] answer) {
    return new MadeStamp(Tlv.read(answer));
  }

  public byte[] bytes() {
    return answer.bytes();
  }

  public Tlv answer() {
    return answer;
  }

  public Tlv signedData() {
    return answer.at(1, 1, 0);
  }

  public Tlv certificates() {
    return signedData().at(3);
  }

  public Tlv signer() {
    return signedData().at(-1, 0);
  }

  public Tlv attributes() {
    return signer().at(3);
  }

  /** Name and values. */
  public Tlv attribute(String name) {
    return attributes().members.stream()
        .filter(it -> hex(it.at(0)).equals(name))
        .findFirst()
        .orElseThrow();
  }

  public MadeStamp without(String attribute) {
    attributes().members.remove(attribute(attribute));
    return this;
  }

  /** Changes what is stamped and when; nobody signs that anew. */
  public MadeStamp info(Consumer<Tlv> change) {
    var octets = signedData().at(2, 1, 0);
    var info = Tlv.read(octets.content);
    change.accept(info);
    octets.content = info.bytes();
    return this;
  }

  /** The attribute says what the content now is. */
  public MadeStamp redigested() {
    attribute(MESSAGE_DIGEST).at(1, 0).content =
        Digest.SHA_256.of(signedData().at(2, 1, 0).content);
    return this;
  }

  /** The attributes as they now are, signed by this key. */
  public MadeStamp signedBy(MadeAuthority authority) {
    byte[] set = attributes().bytes();
    set[0] = Der.SET;
    signer().at(5).content = authority.sign(set);
    return this;
  }

  /** As if it were of this authority, whatever its certificate is for; signed by it. */
  public MadeStamp under(MadeAuthority authority) {
    var certificate = Tlv.read(authority.encoded());
    certificates().members.clear();
    certificates().members.add(certificate);
    var body = certificate.at(0);
    signer().members.set(1, Tlv.of(Der.SEQUENCE, body.at(3), body.at(1)));
    attribute(SIGNING_CERTIFICATE_2).at(1, 0, 0, 0, 0).content =
        Digest.SHA_256.of(authority.encoded());
    signer().members.set(4, value(authority.isRsa() ? RSA : ECDSA));
    return signedBy(authority);
  }

  public MadeStamp signature(Consumer<byte[]> change) {
    change.accept(signer().at(5).content);
    return this;
  }

  public static String hex(Tlv value) {
    return HexFormat.of().formatHex(value.bytes());
  }

  public static Tlv value(String hex) {
    return Tlv.read(HexFormat.of().parseHex(hex));
  }
}
