package coop.artel.notary;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.notary.Corpus.Gathering;
import coop.artel.notary.Corpus.Sample;
import coop.artel.signing.MadeAuthority;
import coop.artel.signing.MadeStamp;
import coop.artel.signing.Tlv;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Exports whose time stamp is in its form and does not hold. */
final class StampMutants {
  private static final int STAMP = 17;
  private static final int TIME = 4;
  private static final int IMPRINT = 2;

  private final Gathering gathering = new Gathering();
  private final List<Draft> bases = GoodFiles.bases();
  private final Draft base = bases.get(0);
  private final byte[] imprint = base.imprint();
  private final byte[] good = StampFiles.RSA.stamp(imprint, StampFiles.AT);

  private StampMutants() {}

  static List<Sample> all() {
    var mutants = new StampMutants();
    mutants.otherCheckpoints();
    mutants.otherAuthorities();
    mutants.times();
    mutants.signatures();
    mutants.imprints();
    mutants.certificates();
    return mutants.gathering.all();
  }

  private void otherCheckpoints() {
    gathering.family("time stamp of another checkpoint");
    for (int i = 0; i < bases.size(); i++) {
      var draft = bases.get(i);
      var log = draft.log;
      String of = " " + (i + 1);
      stamps(draft, "an older one" + of, log.note(log.size() - 1));
      stamps(draft, "another case's" + of, bases.get((i + 1) % 3).files.get("checkpoint"));
      stamps(draft, "the text without its signature" + of, textOf(draft).getBytes(UTF_8));
      stamps(
          draft,
          "under two signatures" + of,
          GoodFiles.cosigned(draft.files.get(ExportNames.CHECKPOINT)));
    }
    var other = new CorpusLog(GoodFiles.ORIGIN, 2);
    var relogged = GoodFiles.admission(1, 3).ends().sealed(other, 1);
    add("of the log's other key", relogged, good);
  }

  private static String textOf(Draft draft) {
    return SignedNote.parse(draft.files.get(ExportNames.CHECKPOINT)).text();
  }

  private void stamps(Draft draft, String name, byte[] stamped) {
    add(name, draft, StampFiles.RSA.stamp(Hashes.sha256(stamped), StampFiles.AT));
  }

  private void otherAuthorities() {
    gathering.family("time stamp by another authority");
    var impostor = StampFiles.RSA.impersonatedBy(StampFiles.STRANGER);
    var stranger = MadeAuthority.ec(35, "P-256");
    for (int i = 0; i < bases.size(); i++) {
      var draft = bases.get(i);
      String of = " " + (i + 1);
      add("a stranger" + of, draft, StampFiles.STRANGER.stamp(draft.imprint(), StampFiles.AT));
      add("a stranger on P-256" + of, draft, stranger.stamp(draft.imprint(), StampFiles.AT));
      add("one of the same name" + of, draft, impostor.stamp(draft.imprint(), StampFiles.AT));
    }
    var between = MadeStamp.of(impostor.stamp(imprint, StampFiles.AT));
    between.certificates().members.add(MadeStamp.of(good).certificates().at(0));
    add("beside the certificate that is trusted", base, between.bytes());
    var instead = MadeStamp.of(impostor.stamp(imprint, StampFiles.AT));
    instead.certificates().members.set(0, MadeStamp.of(good).certificates().at(0));
    add("under the certificate that is trusted", base, instead.bytes());
    add("signed by another key", base, MadeStamp.of(good).signedBy(StampFiles.STRANGER).bytes());
    var policy = StampFiles.trusting(GoodFiles.POLICY, StampFiles.P_256.digest());
    gathering.add(
        Sample.bad(
            "time stamp by another authority",
            "one that another policy trusts",
            base.copy().stamped(good).zip(),
            policy,
            STAMP));
  }

  private void times() {
    gathering.family("time of a stamp altered");
    for (String time :
        List.of(
            "20250302103005Z",
            "20260202103005Z",
            "20260301103005Z",
            "20260302093005Z",
            "20260302102905Z",
            "20260302103004Z",
            "20260302103005.1Z",
            "20360302103005Z")) {
      altered("to " + time, info -> info.at(TIME).content = time.getBytes(US_ASCII));
    }
    edited(
        "and its digest too",
        stamp ->
            stamp
                .info(info -> info.at(TIME).content = "20250302103005Z".getBytes(US_ASCII))
                .redigested());
    edited(
        "the signer's own",
        stamp ->
            stamp.attribute(MadeStamp.SIGNING_TIME).at(1, 0).content =
                "250302103005Z".getBytes(US_ASCII));
    var later = StampFiles.RSA.stamp(imprint, StampFiles.AT.plusSeconds(60));
    edited(
        "for that of another stamp",
        stamp ->
            stamp.signedData().at(2, 1, 0).content =
                MadeStamp.of(later).signedData().at(2, 1, 0).content);
  }

  private void signatures() {
    gathering.family("signature of a stamp altered");
    signature("a bit of the first byte", bytes -> bytes[0] ^= 1);
    signature("a bit in the middle", bytes -> bytes[bytes.length / 2] ^= 1);
    signature("a bit of the last byte", bytes -> bytes[bytes.length - 1] ^= 1);
    signature("zeros", bytes -> Arrays.fill(bytes, (byte) 0));
    signature("ones", bytes -> Arrays.fill(bytes, (byte) 0xff));
    octets("none", bytes -> new byte[0]);
    octets("a byte less", bytes -> Arrays.copyOf(bytes, bytes.length - 1));
    octets("a byte more", bytes -> Arrays.copyOf(bytes, bytes.length + 1));
    octets("a zero in front", bytes -> widened(bytes, 1));
    edited(
        "of another stamp",
        stamp ->
            stamp.signer().at(5).content =
                MadeStamp.of(StampFiles.RSA.stamp(bases.get(1).imprint(), StampFiles.AT))
                    .signer()
                    .at(5)
                    .content);
    algorithm("by another digest", "300d06092a864886f70d01010c0500");
    algorithm("by another kind of key", "300a06082a8648ce3d040302");
    algorithm("by MD5", "300d06092a864886f70d0101040500");
    algorithm("by an algorithm with parameters", "300e06092a864886f70d01010b020100");
    byte[] curve = StampFiles.P_256.stamp(imprint, StampFiles.AT);
    curve("a bit of r", curve, numbers -> numbers.at(0).content[5] ^= 1);
    curve("a bit of s", curve, numbers -> numbers.at(1).content[5] ^= 1);
    curve("r of 0", curve, numbers -> numbers.at(0).content = new byte[1]);
    curve("s of 0", curve, numbers -> numbers.at(1).content = new byte[1]);
    curve("r and s exchanged", curve, numbers -> numbers.members.add(numbers.members.remove(0)));
    curve(
        "r with a zero in front",
        curve,
        numbers -> numbers.at(0).content = widened(numbers.at(0).content, 2));
    curve("s below 0", curve, numbers -> numbers.at(1).content = new byte[] {-1});
    curve("a third number", curve, numbers -> numbers.members.add(Tlv.of(2, new byte[1])));
  }

  private static byte[] widened(byte[] bytes, int zeros) {
    byte[] wide = new byte[bytes.length + zeros];
    System.arraycopy(bytes, 0, wide, zeros, bytes.length);
    return wide;
  }

  private void curve(String name, byte[] stamp, Consumer<Tlv> change) {
    var made = MadeStamp.of(stamp);
    var octets = made.signer().at(5);
    var numbers = Tlv.read(octets.content);
    change.accept(numbers);
    octets.content = numbers.bytes();
    add(name, base, made.bytes());
  }

  private void algorithm(String name, String hex) {
    edited(name, stamp -> stamp.signer().members.set(4, MadeStamp.value(hex)));
  }

  private void signature(String name, Consumer<byte[]> change) {
    edited(name, stamp -> stamp.signature(change));
  }

  private void octets(String name, UnaryOperator<byte[]> change) {
    edited(
        name,
        stamp -> {
          var octets = stamp.signer().at(5);
          octets.content = change.apply(octets.content);
        });
  }

  private void imprints() {
    gathering.family("imprint or nonce of a stamp altered");
    for (int i = 0; i < bases.size(); i++) {
      var draft = bases.get(i);
      var stolen =
          MadeStamp.of(StampFiles.RSA.stamp(bases.get((i + 1) % 3).imprint(), StampFiles.AT));
      stolen.info(info -> info.at(IMPRINT, 1).content = draft.imprint());
      add("another's imprint " + (i + 1), draft, stolen.bytes());
      add("another's imprint and digest " + (i + 1), draft, stolen.redigested().bytes());
    }
    altered("another nonce", info -> info.at(-1).content[3] ^= 1);
    altered("no nonce", info -> info.members.remove(info.members.size() - 1));
    altered("another serial number", info -> info.at(3).content[0] ^= 1);
    altered("another policy of the authority", info -> info.at(1).content[2] ^= 1);
    altered("a bit of the imprint", info -> info.at(IMPRINT, 1).content[9] ^= 1);
    altered("an imprint by SHA-512", info -> info.at(IMPRINT, 0, 0).content[8] = 3);
    altered("a byte of the imprint less", info -> info.at(IMPRINT, 1).content = new byte[31]);
  }

  private void certificates() {
    gathering.family("certificate of a stamp");
    certified("for nothing special", StampFiles.RSA.used(false));
    certified("for servers", StampFiles.RSA.used(true, KeyPurposeId.id_kp_serverAuth));
    certified(
        "for servers too",
        StampFiles.RSA.used(true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_serverAuth));
    certified("not critical", StampFiles.RSA.used(false, KeyPurposeId.id_kp_timeStamping));
    certified("for anything", StampFiles.RSA.used(true, KeyPurposeId.anyExtendedKeyUsage));
    certified("for nothing special, on P-256", StampFiles.P_256.used(false));
    certified("over before", StampFiles.RSA.valid("2025-01-01T00:00:00Z", "2026-03-02T10:30:04Z"));
    certified(
        "not begun yet", StampFiles.RSA.valid("2026-03-02T10:30:06Z", "2035-01-01T00:00:00Z"));
    certified("a short key", MadeAuthority.rsa(36, 1024));
    certified("a curve that nobody knows", MadeAuthority.ec(37, "P-521"));
  }

  /** A policy names it nevertheless. */
  private void certified(String name, MadeAuthority authority) {
    byte[] stamp = MadeStamp.of(good).under(authority).bytes();
    gathering.add(
        Sample.bad(
            "certificate of a stamp",
            name,
            base.copy().stamped(stamp).zip(),
            StampFiles.trusting(GoodFiles.POLICY, authority.digest()),
            STAMP));
  }

  private void altered(String name, Consumer<Tlv> change) {
    edited(name, stamp -> stamp.info(change));
  }

  private void edited(String name, Consumer<MadeStamp> change) {
    var stamp = MadeStamp.of(good);
    change.accept(stamp);
    add(name, base, stamp.bytes());
  }

  private void add(String name, Draft draft, byte[] stamp) {
    gathering.add(name, draft.copy().stamped(stamp).zip(), StampFiles.POLICY, STAMP);
  }
}
