package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.notary.Corpus.Gathering;
import coop.artel.notary.Corpus.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Exports in which somebody changed what happened, and all else that he could so that it fits. */
final class ContentMutants {
  private static final List<Draft> BASES = GoodFiles.bases();
  private static final long FORGER = 666;

  private ContentMutants() {}

  static List<Sample> all() {
    var gathering = new Gathering();
    foreignRecords(gathering.family("record of another case"));
    gaps(gathering.family("gap"));
    cutTails(gathering.family("cut tail"));
    values(gathering.family("value and salt replaced together"));
    actors(gathering.family("actor swapped"));
    courses(gathering.family("course"));
    attachments(gathering.family("attachments"));
    manifests(gathering.family("manifest"));
    return gathering.all();
  }

  private static void foreignRecords(Gathering gathering) {
    var donor = GoodFiles.admission(50, 12).sealed(GoodFiles.log(), 2);
    gathering
        .each(
            BASES,
            "record and opening",
            4,
            (draft, chance) -> {
              long n = middle(draft, chance);
              return take(draft, donor, ExportNames.record(n), ExportNames.opening(n));
            })
        .each(
            BASES,
            "record, opening and entry",
            3,
            (draft, chance) -> {
              long n = middle(draft, chance);
              return take(
                  draft,
                  donor,
                  ExportNames.record(n),
                  ExportNames.opening(n),
                  ExportNames.entry(n));
            })
        .each(
            BASES,
            "all four files",
            3,
            (draft, chance) -> {
              long n = middle(draft, chance);
              return take(
                  draft,
                  donor,
                  ExportNames.record(n),
                  ExportNames.opening(n),
                  ExportNames.entry(n),
                  ExportNames.proof(n));
            })
        .each(
            BASES,
            "under an entry of this case",
            4,
            (draft, chance) -> {
              long n = middle(draft, chance);
              take(draft, donor, ExportNames.record(n), ExportNames.opening(n));
              return draft.rechained(n).relogged(forger()).anchored().manifestAnew().zip();
            });
  }

  private static byte[] take(Draft draft, Draft donor, String... names) {
    Arrays.asList(names).forEach(name -> draft.files.put(name, donor.files.get(name)));
    return draft.manifestAnew().zip();
  }

  private static void gaps(Gathering gathering) {
    gathering
        .each(
            BASES,
            "left open",
            3,
            (draft, chance) -> {
              long count = draft.count() - 1;
              draft.remove(middle(draft, chance)).listedAnew();
              return draft.edit(Manifest.FILE, said -> said.put("count", count)).zip();
            })
        .each(
            BASES,
            "closed by new names",
            3,
            (draft, chance) -> closed(draft, chance).manifestAnew().zip())
        .each(
            BASES,
            "closed by new names and numbers",
            3,
            (draft, chance) -> {
              closed(draft, chance);
              renumber(draft, ExportNames::entry);
              return draft.manifestAnew().zip();
            })
        .each(
            BASES,
            "closed in the chain too",
            9,
            (draft, chance) -> {
              closed(draft, chance);
              renumber(draft, ExportNames::record);
              renumber(draft, ExportNames::opening);
              long last = draft.count();
              draft.edit(
                  ExportNames.record(last), record -> record.put("members", Map.of("count", last)));
              return draft.rechained(1).manifestAnew().zip();
            });
  }

  private static Draft closed(Draft draft, Chance chance) {
    int count = draft.count();
    long n = middle(draft, chance);
    draft.remove(n);
    for (long next = n + 1; next <= count; next++) {
      draft.rename(next, next - 1);
    }
    return draft;
  }

  private static void renumber(Draft draft, LongFunction<String> file) {
    for (long n = 1; n <= draft.count(); n++) {
      long number = n;
      draft.edit(file.apply(n), content -> content.put("n", number));
    }
  }

  private static void cutTails(Gathering gathering) {
    gathering
        .each(
            BASES,
            "under the old manifest",
            2,
            (draft, chance) -> draft.remove(draft.count()).zip())
        .each(
            BASES,
            "under the old count",
            8,
            (draft, chance) -> draft.remove(draft.count()).listedAnew().zip())
        .each(
            BASES,
            "as if it had ended",
            8,
            (draft, chance) -> {
              draft.remove(draft.count()).manifestAnew();
              return draft.edit(Manifest.FILE, said -> said.put("state", "closed")).zip();
            })
        .each(
            BASES,
            "as if it were erased",
            4,
            (draft, chance) -> {
              long last = draft.count();
              draft.files.remove(ExportNames.record(last));
              draft.files.remove(ExportNames.opening(last));
              return draft.manifestAnew().zip();
            })
        .each(
            BASES,
            "of the entries alone",
            8,
            (draft, chance) -> {
              long last = draft.count();
              draft.files.remove(ExportNames.entry(last));
              draft.files.remove(ExportNames.proof(last));
              return draft.manifestAnew().zip();
            });
  }

  private static void values(Gathering gathering) {
    gathering
        .each(
            BASES,
            "in the opening",
            5,
            (draft, chance) -> value(draft, 3, "votes", 99L, chance).manifestAnew().zip())
        .each(
            BASES,
            "in the record too",
            4,
            (draft, chance) -> valueInRecord(draft, chance).manifestAnew().zip())
        .each(
            BASES,
            "under a new salt of the record",
            4,
            (draft, chance) ->
                valueInRecord(draft, chance).resalted(3, chance).manifestAnew().zip())
        .each(
            BASES,
            "in the entry too",
            9,
            (draft, chance) ->
                valueInRecord(draft, chance).resalted(3, chance).rechained(3).manifestAnew().zip())
        .each(
            BASES,
            "that the record does not have",
            5,
            (draft, chance) -> value(draft, 3, "more", "text", chance).manifestAnew().zip());
  }

  private static Draft value(Draft draft, long n, String name, Object value, Chance chance) {
    return draft.edit(
        ExportNames.opening(n),
        opening -> {
          var values = new TreeMap<String, Object>(map(opening.get("values")));
          values.put(name, Map.of("salt", chance.salt(), "value", value));
          opening.put("values", values);
        });
  }

  private static Draft valueInRecord(Draft draft, Chance chance) {
    byte[] salt = chance.hash();
    draft.edit(
        ExportNames.opening(3),
        opening ->
            opening.put("values", Map.of("votes", Map.of("salt", Hashes.hex(salt), "value", 99L))));
    return draft.edit(
        ExportNames.record(3),
        record ->
            record.put(
                "values", Map.of("votes", RecordFormat.valueCommitment(salt, "votes", 99L))));
  }

  @SuppressWarnings("unchecked")
  private static void approver(Map<String, Object> record, String other) {
    ((Map<String, Object>) record.get("members")).put("approvedBy", other);
  }

  private static void actors(Gathering gathering) {
    gathering
        .each(
            BASES,
            "in a record",
            4,
            (draft, chance) -> actor(draft, 3, chance.salt()).manifestAnew().zip())
        .each(
            List.of(GoodFiles.overridden(21), GoodFiles.overridden(22)),
            "who let an override be done",
            4,
            (draft, chance) ->
                draft
                    .edit(ExportNames.record(3), record -> approver(record, chance.salt()))
                    .manifestAnew()
                    .zip())
        .each(
            BASES,
            "between two records",
            4,
            (draft, chance) -> {
              String one = (String) draft.read(ExportNames.record(3)).get("actor");
              String other = (String) draft.read(ExportNames.record(4)).get("actor");
              return actor(actor(draft, 3, other), 4, one).manifestAnew().zip();
            })
        .each(
            BASES,
            "in the entry too",
            9,
            (draft, chance) ->
                actor(draft, 3, RecordFormat.SERVICE)
                    .resalted(3, chance)
                    .rechained(3)
                    .manifestAnew()
                    .zip())
        .each(
            BASES,
            "in a log of the forger's own",
            11,
            (draft, chance) ->
                actor(draft, 3, RecordFormat.SERVICE)
                    .resalted(3, chance)
                    .rechained(3)
                    .relogged(forger())
                    .anchored()
                    .manifestAnew()
                    .zip());
  }

  private static Draft actor(Draft draft, long n, String actor) {
    return draft.edit(ExportNames.record(n), record -> record.put("actor", actor));
  }

  /** What the trusted log itself would have to seal. */
  private static void courses(Gathering gathering) {
    var wrong = new ArrayList<CorpusCase>();
    for (String kind : List.of("completed", "moved", "started", "ended")) {
      wrong.add(GoodFiles.admission(60 + wrong.size(), 1).ends().happens(kind));
    }
    for (String kind : List.of("completed", "cancelled", "variable-changed", "ended")) {
      wrong.add(
          new CorpusCase("early:" + kind, 70).happens("consent").happens(kind).happens("started"));
    }
    for (long count : new long[] {1, 3}) {
      wrong.add(
          new CorpusCase("count:" + count, 71)
              .happens("started")
              .happens("ended", "service", Map.of("count", count), Map.of()));
    }
    wrong.add(new CorpusCase("count:none", 72).happens("started").happens("ended"));
    for (CorpusCase made : wrong) {
      byte[] file = made.sealed(GoodFiles.log(), 1).anchored().manifestAnew().zip();
      gathering.add(Sample.bad("course", made.id, file, GoodFiles.POLICY, 6));
    }
  }

  private static void attachments(Gathering gathering) {
    gathering
        .each(
            BASES,
            "one that no record names",
            7,
            (draft, chance) -> attach(draft, "more.json", chance.hash()))
        .each(
            BASES,
            "one under two names",
            7,
            (draft, chance) -> attach(draft, "again.json", GoodFiles.DECISION))
        .each(
            BASES,
            "changed",
            7,
            (draft, chance) ->
                attach(draft, "decision.json", "{\"outcome\":\"refused\"}".getBytes(UTF_8)))
        .each(
            BASES,
            "changed under the old manifest",
            2,
            (draft, chance) -> {
              draft.files.put(ExportNames.ATTACHMENTS + "decision.json", GoodFiles.MINUTES);
              return draft.zip();
            });
  }

  private static byte[] attach(Draft draft, String name, byte[] content) {
    draft.files.put(ExportNames.ATTACHMENTS + name, content);
    return draft.manifestAnew().zip();
  }

  private static void manifests(Gathering gathering) {
    lie(gathering, "case", "3c0e9a3e-1111-4b5c-9d00-000000000099");
    lie(gathering, "pseudonym", "0".repeat(64));
    lie(gathering, "erased", List.of(1L));
    lie(gathering, "withheld", List.of());
    lie(gathering, "state", "open");
    lie(gathering, "more", true);
    gathering.each(
        BASES,
        "a file of no kind",
        8,
        (draft, chance) -> {
          draft.files.put("records/more.json", "{}".getBytes(UTF_8));
          return draft.listedAnew().zip();
        });
  }

  private static void lie(Gathering gathering, String member, Object value) {
    gathering.each(
        BASES.subList(0, 2),
        "lies about " + member,
        8,
        (draft, chance) -> draft.edit(Manifest.FILE, said -> said.put(member, value)).zip());
  }

  private static CorpusLog forger() {
    return new CorpusLog(GoodFiles.ORIGIN, FORGER);
  }

  /** Neither the first nor the last of the steps. */
  private static long middle(Draft draft, Chance chance) {
    return chance.between(3, draft.count() - 2);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }
}
