package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.chain.MadeBlock;
import coop.artel.notary.Corpus.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Exports and proof files that hold, of all the kinds that there are. */
final class GoodFiles {
  static final String ORIGIN = "artel.local/corpus";
  static final LogKey KEY = CorpusLog.key(ORIGIN, 1);
  static final LogKey SECOND_KEY = CorpusLog.key(ORIGIN, 2);
  static final LogKey OTHER_KEY = CorpusLog.key("artel.local/neighbour", 3);
  static final String OTHER_CONTRACT = "0x" + "d1".repeat(20);
  static final String FOREIGN_CONTRACT = "0x" + "e2".repeat(20);

  private static final String LOGS =
      "artel-policy 1\nlog %s\nlog %s\nlog %s\nquorum none\n"
          .formatted(SECOND_KEY.verifier(), KEY.verifier(), OTHER_KEY.verifier());

  /** Two logs that are trusted, one of them with two keys, and two chains. */
  static final String POLICY =
      LOGS
          + "chain 1\ncontract %s\nchain %d\ncontract %s\ncontract %s\n"
              .formatted(FOREIGN_CONTRACT, Draft.CHAIN, OTHER_CONTRACT, Draft.CONTRACT);

  static final String CHAINLESS_POLICY = LOGS;

  /** The same, and four validators of the second chain. */
  static final String PROVING_POLICY =
      POLICY + "validator " + String.join("\nvalidator ", MadeBlock.validators(4)) + "\n";

  static final byte[] MINUTES = "{\"kind\":\"minutes\"}".getBytes(UTF_8);
  static final byte[] DECISION = "{\"outcome\":\"granted\"}".getBytes(UTF_8);

  private static final String MARKUP =
      "<img src=x onerror=alert(1)><script>alert(2)</script><a href=javascript:alert(3)>x</a>";

  /** One that nobody attaches. */
  static final byte[] LETTER = "{\"kind\":\"letter\"}".getBytes(UTF_8);

  private GoodFiles() {}

  static CorpusLog log() {
    return new CorpusLog(ORIGIN, 1);
  }

  /** Admissions as they are: consent, start, steps with values and attachments, end. */
  static CorpusCase admission(int number, int steps) {
    var made = new CorpusCase("3c0e9a3e-1111-4b5c-9d00-%012d".formatted(number), number);
    made.happens("consent", made.person(1), Map.of("purpose", "membership"), Map.of());
    made.happens("started", "service", Map.of("process", "admit-member"), Map.of());
    for (int i = 1; i <= steps; i++) {
      var members =
          new TreeMap<String, Object>(Map.of("activity", "step-" + i, "deputyFor", made.person(9)));
      if (i == 1) {
        members.put("documents", List.of(digest(MINUTES), digest(LETTER)));
        members.put("decisions", List.of(digest(DECISION)));
      }
      made.happens(
          "completed",
          made.person(i % 3 + 2),
          members,
          Map.of(
              "receivedOn", "2026-03-0" + (i % 9 + 1), "votes", (long) i, "matches", i % 2 == 0));
    }
    return made.attached("minutes.json", MINUTES).attached("decision.json", DECISION);
  }

  /** What mutants are made of: closed, anchored, with values and attachments. */
  static List<Draft> bases() {
    return List.of(
        admission(1, 3).ends().sealed(log(), 0).anchored().manifestAnew(),
        admission(2, 4).ends().sealed(log(), 2).anchored().manifestAnew(),
        admission(3, 9).ends().sealed(log(), 1).anchored().manifestAnew());
  }

  /** Two persons completed a task although the law forbade it. */
  static Draft overridden(int number) {
    var made = new CorpusCase("5d1f9a3e-1111-4b5c-9d00-%012d".formatted(number), number);
    made.happens("started", "service", Map.of("process", "admit-member"), Map.of());
    made.happens(
        "completed",
        made.person(2),
        Map.of("activity", "obtain-signature", "decisions", List.of(digest(DECISION))),
        Map.of("overridden", true));
    made.happens(
        "override",
        "service",
        new TreeMap<String, Object>(
            Map.of(
                "activity", "obtain-signature",
                "article", "63-ФЗ, ст. 6(2)",
                "decisions", List.of(digest(DECISION)),
                "proposedBy", made.person(2),
                "approvedBy", made.person(3))),
        Map.of("reason", "Подлинник сгорел"));
    return made.attached("decision.json", DECISION)
        .ends()
        .sealed(log(), 2)
        .anchored()
        .manifestAnew();
  }

  static List<Sample> all() {
    var samples = new ArrayList<Sample>();
    samples.addAll(cases());
    samples.addAll(erasures());
    samples.addAll(lessThanAll());
    samples.addAll(policies());
    samples.addAll(proofs());
    samples.addAll(anchors());
    return samples;
  }

  private static List<Sample> cases() {
    var unicode =
        new CorpusCase("norms:ru", 11)
            .happens(
                "figure-verified",
                "service",
                Map.of("текст", "«ёлочки» — тире, \u00a0, 𝄞, \"кавычки\" \\ \n \u0001"),
                Map.of(
                    "имя",
                    "Анна\tПетровна",
                    "список",
                    List.of(1L, true, Map.of("é", "ü")),
                    "глубина",
                    nested(61)));
    return List.of(
        good("closed and anchored", bases().get(0)),
        good("closed", admission(4, 3).ends().sealed(log(), 3)),
        good("open and anchored", admission(5, 2).sealed(log(), 1).anchored().manifestAnew()),
        good("open", admission(6, 1).sealed(log(), 5)),
        good("a long case", admission(7, 150).ends().sealed(log(), 1).anchored().manifestAnew()),
        good(
            "one record alone in its log",
            new CorpusCase("a", 8).happens("started").sealed(log(), 0)),
        good(
            "a series without a course",
            new CorpusCase("models", 9)
                .happens("model-deployed", "service", Map.of("file", "x.bpmn"), Map.of())
                .happens("model-deployed", "service", Map.of("file", "y.bpmn"), Map.of())
                .sealed(log(), 4)),
        good("spellings of all kinds", unicode.sealed(log(), 1)),
        good(
            "markup in every place",
            new CorpusCase("markup", 19)
                .happens("started", "service", Map.of(MARKUP, MARKUP), Map.of(MARKUP, MARKUP))
                .sealed(log(), 1)
                .anchored()
                .manifestAnew()),
        good("completed against the law by two persons", overridden(20)),
        good(
            "members and a kind that came later",
            new CorpusCase("later:1", 10)
                .saying(Map.of("zone", "Asia/Vladivostok", "offset", 86_400L))
                .happens("witness-heard")
                .happens("started")
                .happens("ended", "service", Map.of("count", 3L), Map.of())
                .sealed(log(), 1)),
        good(
            "a case after whose end more happened",
            admission(12, 1)
                .ends()
                .happens("correction")
                .happens("signature")
                .sealed(log(), 1)
                .anchored()
                .manifestAnew()));
  }

  /** With the members around it an opening is nested as deep as it may be. */
  private static List<Object> nested(int depth) {
    return depth == 1 ? List.of() : List.of(nested(depth - 1));
  }

  /** An attachment that takes a while. */
  static Sample large(int bytes) {
    byte[] film = new byte[bytes];
    new Random(20).nextBytes(film);
    var made =
        new CorpusCase("large", 20)
            .happens("started", "service", Map.of("documents", List.of(digest(film))), Map.of())
            .attached("film.bin", film);
    return good("large", made.sealed(log(), 1).anchored().manifestAnew());
  }

  private static List<Sample> erasures() {
    var open = new CorpusCase("erased:1", 13).happens("consent").happens("started").erased();
    return List.of(
        good("erased", open.sealed(log(), 1)),
        good(
            "erased, anchored and gone on",
            new CorpusCase("erased:2", 14)
                .happens("started")
                .erased()
                .happens("completed", "service", Map.of(), Map.of("sum", 100L))
                .ends()
                .sealed(log(), 2)
                .anchored()
                .manifestAnew()),
        good(
            "erased twice",
            new CorpusCase("erased:3", 15).happens("started").erased().erased().sealed(log(), 0)));
  }

  private static List<Sample> lessThanAll() {
    var base = bases().get(1);
    long last = base.count();
    return List.of(
        good(
            "values withheld",
            base.copy()
                .edit(ExportNames.opening(3), opening -> opening.put("values", Map.of()))
                .manifestAnew()),
        good("attachments withheld", without(base, "attachments/decision.json")),
        good(
            "all attachments withheld",
            without(base, "attachments/decision.json", "attachments/minutes.json")),
        good("the anchor taken out", without(base, ExportNames.ANCHOR)),
        good("the last record taken out", base.copy().remove(last).manifestAnew()),
        good(
            "another signature beside the log's",
            base.copy().carrying(cosigned(base.files.get(ExportNames.CHECKPOINT)))));
  }

  private static List<Sample> policies() {
    var base = bases().get(0);
    byte[] file = base.zip();
    var second = new CorpusLog(ORIGIN, 2);
    String spaced = POLICY.replace("\n", "\r\n").replace("log ", "# a log\r\n\tlog   ");
    return List.of(
        Sample.good("a policy without chains", file, CHAINLESS_POLICY),
        Sample.good("a policy with comments and other ends of lines", file, spaced),
        Sample.good("no policy", file, POLICY).withoutPolicy(),
        good("the second key of the log", admission(16, 1).sealed(second, 1)));
  }

  private static List<Sample> proofs() {
    var log = log();
    var base = admission(17, 12).ends().sealed(log, 3);
    byte[] entry = base.files.get(ExportNames.entry(6));
    int index = log.indexOf(entry);
    String leaf = Hashes.hex(Merkle.leaf(entry));
    byte[] whole = log.proof(index, log.size(), entry).bytes();
    byte[] bare = log.proof(index, log.size(), null).bytes();
    var alone = log();
    byte[] only =
        new CorpusCase("b", 18).happens("started").sealed(log(), 0).files.get(ExportNames.entry(1));
    alone.append(only);
    return List.of(
        Sample.good("a proof with its entry", whole, POLICY),
        Sample.good("a proof with its entry and a receipt", whole, POLICY).withDigest(leaf),
        Sample.good("a proof without its entry", bare, POLICY).withDigest(leaf),
        Sample.good("a proof without a policy", whole, POLICY).withoutPolicy(),
        Sample.good("a proof in a log of one entry", alone.proof(0, 1, only).bytes(), POLICY));
  }

  private static List<Sample> anchors() {
    var base = bases().get(0);
    var anchor = base.anchor();
    byte[] whole = base.copy().proved(MadeBlock.sealed(anchor, 4).proof()).zip();
    byte[] enough = base.copy().proved(MadeBlock.sealed(anchor, 4).sealedBy(4, 2, 1).proof()).zip();
    byte[] late = base.copy().proved(MadeBlock.sealed(anchor, 4).inRound(300).proof()).zip();
    byte[] strangers =
        base.copy().proved(MadeBlock.sealed(anchor, 4).sealedBy(1, 2, 99, 3).proof()).zip();
    byte[] unsealed = base.copy().proved(MadeBlock.unsealed(anchor).proof()).zip();
    return List.of(
        Sample.good("proved by all validators", whole, PROVING_POLICY).demandingAnchor(),
        Sample.good("proved by two thirds of them", enough, PROVING_POLICY).demandingAnchor(),
        Sample.good("proved in a late round", late, PROVING_POLICY).demandingAnchor(),
        Sample.good("a stranger's seal among them", strangers, PROVING_POLICY).demandingAnchor(),
        Sample.good("a development chain", unsealed, POLICY).demandingAnchor(),
        Sample.good("a policy that does not know the validators", whole, POLICY),
        Sample.good("a proof under a policy without chains", whole, CHAINLESS_POLICY),
        Sample.good("a proof of an anchor without a policy", whole, POLICY).withoutPolicy(),
        Sample.good("an anchor that is only stated", base.zip(), PROVING_POLICY));
  }

  static byte[] cosigned(byte[] checkpoint) {
    var note = SignedNote.parse(checkpoint);
    var witness = CorpusLog.key("witness.example", 4);
    var lines = new ArrayList<>(SignedNote.sign(note.text(), witness).signatures());
    lines.addAll(note.signatures());
    return new SignedNote(note.text(), lines).bytes();
  }

  private static Draft without(Draft base, String... names) {
    var draft = base.copy();
    Arrays.asList(names).forEach(draft.files::remove);
    return draft.manifestAnew();
  }

  private static Sample good(String name, Draft draft) {
    return Sample.good(name, draft.manifestAnew().zip(), POLICY);
  }

  static String digest(byte[] bytes) {
    return Hashes.hex(Hashes.sha256(bytes));
  }
}
