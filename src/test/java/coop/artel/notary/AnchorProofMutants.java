package coop.artel.notary;

import coop.artel.chain.Anchor;
import coop.artel.chain.MadeBlock;
import coop.artel.notary.Corpus.Gathering;
import coop.artel.notary.Corpus.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Exports whose anchor is stated rightly and proved wrongly. */
final class AnchorProofMutants {
  private static final String FAMILY = "proof of an anchor";
  private static final String FILE = ExportNames.ANCHOR_PROOF;

  private final Gathering gathering = new Gathering();
  private final Draft base;
  private final Anchor anchor;

  private AnchorProofMutants(Draft base) {
    this.base = base;
    this.anchor = base.anchor();
  }

  static List<Sample> all() {
    return new AnchorProofMutants(GoodFiles.bases().get(1)).made();
  }

  private List<Sample> made() {
    forms();
    blocks();
    receipts();
    events();
    seals();
    layouts();
    return gathering.all();
  }

  private void forms() {
    edited("another version", 13, proof -> proof.put("v", 2L));
    edited("a member more", 13, proof -> proof.put("more", "x"));
    edited("a member less", 13, proof -> proof.remove("receipt"));
    edited("an index below 0", 13, proof -> proof.put("index", -1L));
    edited("a header that is none", 13, proof -> proof.put("header", "0xc0"));
    edited("bytes behind the header", 13, proof -> proof.put("header", proof.get("header") + "00"));
    edited("a header without RLP", 13, proof -> proof.put("header", "0x"));
    edited("half a byte", 13, proof -> proof.put("header", proof.get("header") + "0"));
    edited("digits without a sign", 13, proof -> proof.put("header", hex(proof).substring(2)));
    edited(
        "upper-case digits",
        13,
        proof -> proof.put("header", "0x" + hex(proof).substring(2).toUpperCase(Locale.ROOT)));
    edited("too many nodes", 13, proof -> proof.put("path", Collections.nCopies(17, "0x80")));
    edited("too long", 13, proof -> proof.put("receipt", "0x" + "00".repeat(1 << 19)));
    var spaced = base.copy().proved(MadeBlock.sealed(anchor, 4).proof());
    add("a space", 13, spaced.respell(FILE, json -> json.replaceFirst(":", ": ")).manifestAnew());
  }

  private static String hex(Map<String, Object> proof) {
    return (String) proof.get("header");
  }

  private void blocks() {
    edited("another hash", 13, proof -> proof.put("hash", "0x" + "00".repeat(32)));
    edited("a bit of the header", 13, proof -> proof.put("header", flipped(proof.get("header"))));
    proved("another block", 13, MadeBlock.sealed(at(anchor.block() + 1, anchor.at()), 4));
    proved("another time", 13, MadeBlock.sealed(at(anchor.block(), anchor.at().plusSeconds(1)), 4));
    var stated = base.copy().proved(MadeBlock.sealed(anchor, 4).proof());
    stated.edit(ExportNames.ANCHOR, said -> said.put("at", "2026-03-02T10:00:00Z"));
    add("a time in another form", 13, stated.manifestAnew());
    var alone = base.copy().proved(MadeBlock.sealed(anchor, 4).proof());
    alone.files.remove(ExportNames.ANCHOR);
    add("without what it proves", 13, alone.manifestAnew());
  }

  private void receipts() {
    edited("another index", 14, proof -> proof.put("index", 1L));
    edited("an index beyond the block", 14, proof -> proof.put("index", 200L));
    edited("another receipt", 14, proof -> proof.put("receipt", flipped(proof.get("receipt"))));
    edited("no receipt", 14, proof -> proof.put("receipt", "0x"));
    path("no path", List::clear);
    path("a node less", nodes -> nodes.remove(nodes.size() - 1));
    path("a node again", nodes -> nodes.add(nodes.get(nodes.size() - 1)));
    path("the root again", nodes -> nodes.add(0, nodes.get(0)));
    path("a bit of a node", nodes -> nodes.set(0, flipped(nodes.get(0))));
    path("another order", Collections::reverse);
    path("a node that is none", nodes -> nodes.set(0, "0x"));
  }

  private void events() {
    proved("a transaction that failed", 15, MadeBlock.sealed(anchor, 4).failed());
    String contract = anchor.contract();
    String origin = anchor.origin();
    long size = anchor.size();
    byte[] root = anchor.root();
    byte[] checkpoint = anchor.checkpoint();
    event("another contract", GoodFiles.OTHER_CONTRACT, origin, size, root, checkpoint);
    event("another origin", contract, "example.org/log", size, root, checkpoint);
    event("another size", contract, origin, size + 1, root, checkpoint);
    event("another root", contract, origin, size, checkpoint, checkpoint);
    event("another checkpoint", contract, origin, size, root, root);
  }

  private void event(
      String name, String contract, String origin, long size, byte[] root, byte[] checkpoint) {
    var other =
        new Anchor(
            origin,
            size,
            root,
            checkpoint,
            anchor.chainId(),
            contract,
            anchor.transaction(),
            anchor.block(),
            anchor.at());
    proved("the event of " + name, 15, MadeBlock.sealed(other, 4));
  }

  private void seals() {
    proved("too few seals", 16, MadeBlock.sealed(anchor, 4).sealedBy(1, 2));
    proved("one validator's seal twice", 16, MadeBlock.sealed(anchor, 4).sealedBy(1, 1, 2, 2));
    proved("strangers' seals", 16, MadeBlock.sealed(anchor, 4).sealedBy(1, 2, 98, 99));
    proved("no seals", 16, MadeBlock.sealed(anchor, 4).sealedBy());
    proved("another round", 16, MadeBlock.sealed(anchor, 4).lyingOfItsRound());
    proved("validators by their own word", 16, MadeBlock.foreign(anchor, 4));
    proved("a block of a development chain", 16, MadeBlock.unsealed(anchor));
    byte[] whole = base.copy().proved(MadeBlock.sealed(anchor, 4).proof()).zip();
    gathering.add(
        Sample.bad(FAMILY, "demanded without validators", whole, GoodFiles.POLICY, 16)
            .demandingAnchor());
    gathering.add(
        Sample.bad(FAMILY, "demanded without a chain", whole, GoodFiles.CHAINLESS_POLICY, 12)
            .demandingAnchor());
  }

  private void layouts() {
    var proof = MadeBlock.sealed(anchor, 4).proof();
    var older = base.copy().proved(proof);
    older.files.put(ExportNames.README, ExportNames.readme(Manifest.PLAIN));
    add("the older text", 2, older.listedAnew());
    add("the older layout", 8, layout(older, Manifest.PLAIN));
    add("a layout to come", 2, layout(base.copy().proved(proof), 4));
    var without = base.copy().proved(proof);
    without.files.remove(FILE);
    add(
        "taken out of its layout",
        8,
        without.listedAnew().edit(Manifest.FILE, it -> it.put("v", 2L)));
  }

  private static Draft layout(Draft draft, long version) {
    return draft.listedAnew().edit(Manifest.FILE, manifest -> manifest.put("v", version));
  }

  private Anchor at(long block, Instant at) {
    return new Anchor(
        anchor.origin(),
        anchor.size(),
        anchor.root(),
        anchor.checkpoint(),
        anchor.chainId(),
        anchor.contract(),
        anchor.transaction(),
        block,
        at);
  }

  private void proved(String name, int check, MadeBlock block) {
    add(name, check, base.copy().proved(block.proof()));
  }

  private void edited(String name, int check, Consumer<Map<String, Object>> change) {
    var draft = base.copy().proved(MadeBlock.sealed(anchor, 4).proof());
    add(name, check, draft.edit(FILE, change).manifestAnew());
  }

  private void path(String name, Consumer<List<String>> change) {
    edited(
        name,
        14,
        proof -> {
          var nodes = new ArrayList<String>();
          ((List<?>) proof.get("path")).forEach(node -> nodes.add((String) node));
          change.accept(nodes);
          proof.put("path", nodes);
        });
  }

  private static String flipped(Object hex) {
    char[] digits = ((String) hex).toCharArray();
    int middle = digits.length / 2;
    digits[middle] = digits[middle] == '0' ? '1' : '0';
    return new String(digits);
  }

  private void add(String name, int check, Draft draft) {
    gathering.add(Sample.bad(FAMILY, name, draft.zip(), GoodFiles.PROVING_POLICY, check));
  }
}
