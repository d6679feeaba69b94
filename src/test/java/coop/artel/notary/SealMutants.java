package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.notary.Corpus.Gathering;
import coop.artel.notary.Corpus.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Exports and proof files whose place in the log, signature or anchor is another's. */
final class SealMutants {
  private static final List<Draft> BASES = GoodFiles.bases();
  private static final int SMALL = 3;

  private SealMutants() {}

  static List<Sample> all() {
    var gathering = new Gathering();
    keys(gathering.family("key replaced and re-signed"));
    otherLogs(gathering.family("checkpoint of another log"));
    olderCheckpoints(gathering.family("older checkpoint"));
    indexes(gathering.family("index ≥ size"));
    indexesWithTheRightRoot(gathering);
    paths(gathering.family("surplus proof hash"));
    orders(gathering.family("order in the log"));
    foreignAnchors(gathering.family("anchor of another contract or chain"));
    anchors(gathering.family("anchor"));
    missingAnchors(gathering.family("anchor demanded"));
    return gathering.all();
  }

  private static void keys(Gathering gathering) {
    gathering
        .each(
            BASES,
            "under the same name",
            11,
            (draft, chance) -> relogged(draft, GoodFiles.ORIGIN).anchored().manifestAnew().zip())
        .each(
            BASES,
            "under another name",
            11,
            (draft, chance) ->
                relogged(draft, "artel.local/corpse").anchored().manifestAnew().zip())
        .each(
            BASES,
            "and the anchor taken out",
            11,
            (draft, chance) -> {
              relogged(draft, GoodFiles.ORIGIN).files.remove(ExportNames.ANCHOR);
              return draft.manifestAnew().zip();
            })
        .each(
            BASES,
            "under the id of the true key",
            11,
            (draft, chance) -> {
              var forger = CorpusLog.key(GoodFiles.ORIGIN, 666);
              String text = SignedNote.parse(draft.files.get(ExportNames.CHECKPOINT)).text();
              var line =
                  new SignedNote.Line(
                      GoodFiles.ORIGIN,
                      GoodFiles.KEY.verifier().id(),
                      forger.sign(text.getBytes(UTF_8)));
              return draft
                  .carrying(new SignedNote(text, List.of(line)).bytes())
                  .anchored()
                  .manifestAnew()
                  .zip();
            });
  }

  private static Draft relogged(Draft draft, String origin) {
    return draft.relogged(new CorpusLog(origin, 666));
  }

  private static void otherLogs(Gathering gathering) {
    var neighbour = new CorpusLog(GoodFiles.OTHER_KEY.origin(), 3);
    neighbour.appendOthers(200);
    gathering
        .each(
            BASES,
            "in its file alone",
            9,
            (draft, chance) -> {
              draft.files.put(ExportNames.CHECKPOINT, neighbour.note(200));
              return draft.manifestAnew().zip();
            })
        .each(
            BASES,
            "everywhere",
            9,
            (draft, chance) -> draft.carrying(neighbour.note(200)).manifestAnew().zip())
        .each(
            BASES,
            "of the same size, everywhere, and its anchor",
            9,
            (draft, chance) -> {
              int size = (int) head(draft).size();
              return draft.carrying(neighbour.note(size)).anchored().manifestAnew().zip();
            })
        .each(
            BASES,
            "with its proofs",
            9,
            (draft, chance) -> {
              for (long n = 1; n <= draft.count(); n++) {
                byte[] proof = neighbour.proof((int) draft.indexOf(n), 200, null).bytes();
                draft.files.put(ExportNames.proof(n), proof);
              }
              draft.files.put(ExportNames.CHECKPOINT, neighbour.note(200));
              return draft.anchored().manifestAnew().zip();
            });
  }

  private static void olderCheckpoints(Gathering gathering) {
    gathering
        .each(
            BASES,
            "in its file alone",
            9,
            (draft, chance) -> {
              draft.files.put(ExportNames.CHECKPOINT, draft.log.note(SMALL));
              return draft.manifestAnew().zip();
            })
        .each(
            BASES,
            "everywhere, and its anchor",
            9,
            (draft, chance) ->
                draft.carrying(draft.log.note(SMALL)).anchored().manifestAnew().zip())
        .each(
            BASES,
            "in one proof",
            9,
            (draft, chance) -> {
              long n = chance.between(1, draft.count());
              var proof = draft.proof(n);
              byte[] older = draft.log.note((int) head(draft).size() - 1);
              var changed = new InclusionProof(proof.index(), proof.path(), older);
              draft.files.put(ExportNames.proof(n), changed.bytes());
              return draft.manifestAnew().zip();
            })
        .each(
            BASES,
            "with the proofs of those below it",
            9,
            (draft, chance) ->
                draft
                    .carrying(draft.log.note(SMALL))
                    .under(draft.log, SMALL)
                    .anchored()
                    .manifestAnew()
                    .zip());
  }

  private static Checkpoint head(Draft draft) {
    return Checkpoint.parse(SignedNote.parse(draft.files.get(ExportNames.CHECKPOINT)).text());
  }

  private static void indexes(Gathering gathering) {
    gathering
        .each(BASES, "the size itself", 9, (draft, chance) -> indexed(draft, head(draft).size()))
        .each(
            BASES,
            "beyond",
            9,
            (draft, chance) ->
                indexed(draft, draft.indexOf(draft.count()) + (1L << chance.between(20, 40))))
        .each(BASES, "the largest", 9, (draft, chance) -> indexed(draft, Long.MAX_VALUE))
        .each(
            BASES,
            "larger than any",
            9,
            (draft, chance) ->
                draft
                    .respell(
                        ExportNames.proof(draft.count()),
                        text -> text.replaceFirst("index [0-9]+", "index 9223372036854775808"))
                    .manifestAnew()
                    .zip());
    for (int i = 0; i < BASES.size(); i++) {
      var proof = proof(i);
      long size = Checkpoint.parse(SignedNote.parse(proof.checkpoint()).text()).size();
      for (long index : new long[] {size, size + proof.index(), Long.MAX_VALUE}) {
        add(
            gathering,
            "index ≥ size",
            "proof file %d, %d".formatted(i, index),
            3,
            new InclusionProof(index, proof.path(), proof.checkpoint(), proof.extra()));
      }
    }
  }

  /** In a tree that is full, places beyond it have the paths of those within, and its root. */
  private static void indexesWithTheRightRoot(Gathering gathering) {
    for (int size : new int[] {1, 8, 64}) {
      var log = GoodFiles.log();
      var made = new CorpusCase("full:" + size, size).happens("started").sealed(log, 0);
      log.appendOthers(size - 1);
      made.under(log, size).anchored().manifestAnew();
      for (long index : new long[] {size, 5L * size}) {
        String name = "%d of %d with the right root".formatted(index, size);
        gathering.add(
            Sample.bad("index ≥ size", name, indexed(made.copy(), index), GoodFiles.POLICY, 9));
        var proof = made.proof(1);
        byte[] entry = made.files.get(ExportNames.entry(1));
        add(
            gathering,
            "index ≥ size",
            "proof file, " + name,
            3,
            new InclusionProof(index, proof.path(), proof.checkpoint(), entry));
      }
    }
  }

  private static byte[] indexed(Draft draft, long index) {
    long n = draft.count();
    var proof = draft.proof(n);
    var changed = new InclusionProof(index, proof.path(), proof.checkpoint());
    draft.files.put(ExportNames.proof(n), changed.bytes());
    return draft.manifestAnew().zip();
  }

  private static void paths(Gathering gathering) {
    gathering
        .each(BASES, "behind", 9, (draft, chance) -> longer(draft, chance, draft.count(), false))
        .each(BASES, "before", 9, (draft, chance) -> longer(draft, chance, 1, true))
        .each(
            BASES,
            "the last one again",
            9,
            (draft, chance) -> {
              var proof = draft.proof(2);
              return path(draft, 2, proof, with(proof, proof.path().get(0), false));
            })
        .each(
            BASES,
            "far too many",
            9,
            (draft, chance) ->
                path(draft, 2, draft.proof(2), Collections.nCopies(70, chance.hash())));
    for (int i = 0; i < BASES.size(); i++) {
      var proof = proof(i);
      byte[] more = new Chance("surplus" + i).hash();
      for (boolean first : new boolean[] {true, false}) {
        String name = "proof file %d, %s".formatted(i, first ? "before" : "behind");
        add(gathering, "surplus proof hash", name, 3, replaced(proof, with(proof, more, first)));
      }
      String name = "proof file %d, far too many".formatted(i);
      var many = replaced(proof, Collections.nCopies(65, more));
      add(gathering, "surplus proof hash", name, 1, many);
    }
  }

  private static byte[] longer(Draft draft, Chance chance, long n, boolean first) {
    var proof = draft.proof(n);
    return path(draft, n, proof, with(proof, chance.hash(), first));
  }

  private static byte[] path(Draft draft, long n, InclusionProof proof, List<byte[]> path) {
    draft.files.put(ExportNames.proof(n), replaced(proof, path).bytes());
    return draft.manifestAnew().zip();
  }

  private static InclusionProof replaced(InclusionProof proof, List<byte[]> path) {
    return new InclusionProof(proof.index(), path, proof.checkpoint(), proof.extra());
  }

  private static List<byte[]> with(InclusionProof proof, byte[] hash, boolean first) {
    var path = new ArrayList<>(proof.path());
    path.add(first ? 0 : path.size(), hash);
    return path;
  }

  private static void orders(Gathering gathering) {
    for (int i = 0; i < 8; i++) {
      var made = GoodFiles.admission(70 + i, 2 + i).sealed(GoodFiles.log(), 0);
      var log = GoodFiles.log();
      var order = new ArrayList<Long>();
      for (long n = 1; n <= made.count(); n++) {
        order.add(n);
      }
      Collections.swap(order, i % 3, i % 3 + 1);
      order.forEach(n -> log.append(made.files.get(ExportNames.entry(n))));
      byte[] file = made.under(log, log.size()).anchored().manifestAnew().zip();
      gathering.add(Sample.bad("order in the log", "swapped " + i, file, GoodFiles.POLICY, 9));
    }
  }

  private static void foreignAnchors(Gathering gathering) {
    elsewhere(gathering, "another chain", Map.of("chain", 5L));
    elsewhere(gathering, "another contract", Map.of("contract", "0x" + "c1".repeat(20)));
    elsewhere(
        gathering, "a contract of another chain", Map.of("contract", GoodFiles.FOREIGN_CONTRACT));
    elsewhere(gathering, "another chain of the policy", Map.of("chain", 1L));
    elsewhere(gathering, "the largest chain", Map.of("chain", (1L << 53) - 1));
  }

  private static void elsewhere(Gathering gathering, String name, Map<String, Object> said) {
    gathering.each(BASES, name, 12, (draft, chance) -> anchorSaying(draft, said));
  }

  private static byte[] anchorSaying(Draft draft, Map<String, Object> said) {
    return draft.edit(ExportNames.ANCHOR, anchor -> anchor.putAll(said)).listedAnew().zip();
  }

  private static void anchors(Gathering gathering) {
    var wrong =
        List.<Map<String, Object>>of(
            Map.of("size", 2L),
            Map.of("root", "0".repeat(64)),
            Map.of("checkpoint", "1".repeat(64)),
            Map.of("origin", "artel.local/neighbour"),
            Map.of("more", 1L),
            Map.of("v", 2L),
            Map.of("block", -1L),
            Map.of("at", 0L),
            Map.of("chain", "31337"),
            Map.of("contract", "0x" + "C0".repeat(20)),
            Map.of("transaction", "0x" + "ab".repeat(31)));
    for (Map<String, Object> said : wrong) {
      gathering.each(
          BASES.subList(0, 1), "says " + said, 10, (draft, chance) -> anchorSaying(draft, said));
    }
  }

  private static void missingAnchors(Gathering gathering) {
    for (int i = 0; i < BASES.size(); i++) {
      var draft = BASES.get(i).copy();
      String name = "of base " + i;
      gathering.add(
          Sample.bad(
                  "anchor demanded",
                  name + ", no chain",
                  draft.zip(),
                  GoodFiles.CHAINLESS_POLICY,
                  12)
              .demandingAnchor());
      gathering.add(
          Sample.bad("anchor demanded", name + ", only stated", draft.zip(), GoodFiles.POLICY, 13)
              .demandingAnchor());
      draft.files.remove(ExportNames.ANCHOR);
      byte[] without = draft.manifestAnew().zip();
      gathering.add(
          Sample.bad("anchor demanded", name, without, GoodFiles.POLICY, 10).demandingAnchor());
      gathering.add(
          Sample.bad("anchor demanded", name + ", neither", without, GoodFiles.CHAINLESS_POLICY, 10)
              .demandingAnchor());
    }
  }

  /** A proof file of an entry of a base. */
  static InclusionProof proof(int base) {
    var draft = BASES.get(base);
    byte[] entry = draft.files.get(ExportNames.entry(3));
    return draft.log.proof(draft.log.indexOf(entry), draft.log.size(), entry);
  }

  private static void add(
      Gathering gathering, String family, String name, int check, InclusionProof proof) {
    gathering.add(Sample.bad(family, name, proof.bytes(), GoodFiles.POLICY, check));
  }
}
