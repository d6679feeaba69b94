package coop.artel.notary;

import static java.nio.charset.StandardCharsets.US_ASCII;

import coop.artel.notary.Corpus.Gathering;
import coop.artel.notary.Corpus.Sample;
import coop.artel.signing.MadeStamp;
import coop.artel.signing.Tlv;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** Exports whose time stamp is not in the one form, though its key has signed what it says. */
final class StampFormMutants {
  private static final int STAMP = 17;
  private static final int TIME = 4;

  private final Gathering gathering = new Gathering();
  private final Draft base = GoodFiles.bases().get(1);
  private final byte[] good = StampFiles.RSA.stamp(base.imprint(), StampFiles.AT);

  private StampFormMutants() {}

  static List<Sample> all() {
    var mutants = new StampFormMutants();
    mutants.attributes();
    mutants.answers();
    mutants.tokens();
    mutants.contents();
    mutants.layouts();
    return mutants.gathering.all();
  }

  private void attributes() {
    gathering.family("signed attribute of a stamp missing");
    signed("the certificate's", stamp -> stamp.without(MadeStamp.SIGNING_CERTIFICATE_2));
    signed("the content's kind", stamp -> stamp.without(MadeStamp.CONTENT_TYPE));
    signed("the content's digest", stamp -> stamp.without(MadeStamp.MESSAGE_DIGEST));
    signed("all", stamp -> stamp.attributes().members.clear());
    edited("even their place", stamp -> stamp.signer().members.remove(3));
    signed(
        "the certificate's, which nobody signed",
        stamp -> {
          var attribute = stamp.attribute(MadeStamp.SIGNING_CERTIFICATE_2);
          stamp.attributes().members.remove(attribute);
          stamp.signer().members.add(Tlv.of(0xa1, attribute));
        });
    signed(
        "the certificate's is there twice",
        stamp -> stamp.attributes().members.add(stamp.attribute(MadeStamp.SIGNING_CERTIFICATE_2)));
    signed(
        "the certificate's names another",
        stamp ->
            stamp.attribute(MadeStamp.SIGNING_CERTIFICATE_2).at(1, 0, 0, 0, 0).content[0] ^= 1);
    signed(
        "the certificate's names none",
        stamp -> stamp.attribute(MadeStamp.SIGNING_CERTIFICATE_2).at(1, 0, 0).members.clear());
    signed(
        "the certificate's names one by SHA-1 that is another",
        stamp ->
            stamp
                .attributes()
                .members
                .add(
                    MadeStamp.value(
                        "3028060b2a864886f70d010910020c31193017301530130411" + "00".repeat(17))));
    signed(
        "the content's digest has two values",
        stamp -> {
          var values = stamp.attribute(MadeStamp.MESSAGE_DIGEST).at(1);
          values.members.add(values.at(0));
        });
    signed(
        "the content is of another kind",
        stamp -> stamp.attribute(MadeStamp.CONTENT_TYPE).at(1, 0).content[7] ^= 1);
  }

  private void answers() {
    gathering.family("form of a stamp");
    add("nothing", new byte[0]);
    add("words", "GRANTED".getBytes(US_ASCII));
    add("base64", Base64.getEncoder().encode(good));
    add("a byte more", Arrays.copyOf(good, good.length + 1));
    add("a byte less", Arrays.copyOf(good, good.length - 1));
    add("an end that is left open", openEnded());
    add("a length with a zero in front", longer());
    add("the token alone", Tlv.read(good).at(1).bytes());
    edited("no token", stamp -> stamp.answer().members.remove(1));
    edited("granted with modifications", stamp -> stamp.answer().at(0, 0).content[0] = 1);
    edited("rejected", stamp -> stamp.answer().at(0, 0).content[0] = 2);
    edited(
        "words beside the status",
        stamp -> stamp.answer().at(0).members.add(MadeStamp.value("30040c026f6b")));
    edited(
        "longer than any",
        stamp -> stamp.signer().members.add(Tlv.of(0xa1, Tlv.of(0x04, new byte[0x10000]))));
  }

  /** As BER lets one do it. */
  private byte[] openEnded() {
    var inside = HexFormat.of().formatHex(good).substring(8);
    return HexFormat.of().parseHex("3080" + inside + "0000");
  }

  private byte[] longer() {
    var inside = HexFormat.of().formatHex(good).substring(4);
    return HexFormat.of().parseHex("308300" + inside);
  }

  private void tokens() {
    edited("of another version", stamp -> stamp.signedData().at(0).content[0] = 1);
    edited("of another kind", stamp -> stamp.answer().at(1, 0).content[8] = 3);
    edited("two signers", stamp -> stamp.signedData().at(-1).members.add(stamp.signer()));
    edited("no signer", stamp -> stamp.signedData().at(-1).members.clear());
    edited("no certificates", stamp -> stamp.certificates().members.clear());
    edited("no place for certificates", stamp -> stamp.signedData().members.remove(3));
    edited("a signer of another version", stamp -> stamp.signer().at(0).content[0] = 3);
    edited("a signer by another number", stamp -> stamp.signer().at(1, 1).content[0] ^= 1);
    edited(
        "a digest that is not taken",
        stamp -> stamp.signer().members.set(2, MadeStamp.value("300906052b0e03021a0500")));
  }

  private void contents() {
    content("a thirteenth month", info -> time(info, "20261302103005Z"));
    content("a thirtieth of February", info -> time(info, "20260230103005Z"));
    content("an hour too many", info -> time(info, "20260302243005Z"));
    content("a second too many", info -> time(info, "20260302103060Z"));
    content("a zero behind", info -> time(info, "20260302103005.10Z"));
    content("a time of some zone", info -> time(info, "20260302103005+0300"));
    content("a time without seconds", info -> time(info, "202603021030Z"));
    content("another version", info -> info.at(0).content[0] = 2);
    content("an imprint by SHA-384", info -> info.at(2, 0, 0).content[8] = 2);
    content("nothing but an imprint", info -> info.members.subList(3, info.members.size()).clear());
  }

  private static void time(Tlv info, String text) {
    info.at(TIME).content = text.getBytes(US_ASCII);
  }

  /** The authority itself has signed this. */
  private void content(String name, Consumer<Tlv> change) {
    signed(name, stamp -> stamp.info(change).redigested());
  }

  private void layouts() {
    var older = base.copy().stamped(good);
    older.files.put(ExportNames.README, ExportNames.readme(Manifest.PLAIN));
    layout("the older text", older.listedAnew(), 2);
    layout("the older layout", in(older, Manifest.PLAIN), 8);
    var proving = base.copy().stamped(good);
    proving.files.put(ExportNames.README, ExportNames.readme(Manifest.WITH_PROOF));
    layout("the layout of proofs", in(proving, Manifest.WITH_PROOF), 8);
    layout("a layout to come", in(base.copy().stamped(good), 4), 2);
    var without = base.copy().stamped(good);
    without.files.remove(ExportNames.STAMP);
    layout("taken out of its layout", in(without, Manifest.WITH_STAMP), 8);
    var other = base.copy().stamped(good);
    other.files.put("checkpoint.tst", other.files.get(ExportNames.STAMP));
    layout("a second one", other.manifestAnew(), 8);
  }

  private static Draft in(Draft draft, long version) {
    return draft.listedAnew().edit(Manifest.FILE, manifest -> manifest.put("v", version));
  }

  private void layout(String name, Draft draft, int check) {
    gathering.add(name, draft.zip(), StampFiles.POLICY, check);
  }

  private void signed(String name, Consumer<MadeStamp> change) {
    edited(
        name,
        stamp -> {
          change.accept(stamp);
          stamp.signedBy(StampFiles.RSA);
        });
  }

  private void edited(String name, Consumer<MadeStamp> change) {
    var stamp = MadeStamp.of(good);
    change.accept(stamp);
    add(name, stamp.bytes());
  }

  private void add(String name, byte[] stamp) {
    gathering.add(name, base.copy().stamped(stamp).zip(), StampFiles.POLICY, STAMP);
  }
}
