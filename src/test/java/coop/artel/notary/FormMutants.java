package coop.artel.notary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.notary.Corpus.Gathering;
import coop.artel.notary.Corpus.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Files that say the same in another spelling than the one that format 1 has. */
final class FormMutants {
  private static final List<Draft> BASES = GoodFiles.bases();

  /** Every file of JSON with the check that reads it first. */
  private static final Map<String, Integer> JSON = json();

  private static Map<String, Integer> json() {
    var checks = new LinkedHashMap<String, Integer>();
    checks.put(Manifest.FILE, 2);
    checks.put(ExportNames.entry(2), 3);
    checks.put(ExportNames.record(3), 4);
    checks.put(ExportNames.opening(3), 4);
    checks.put(ExportNames.ANCHOR, 10);
    return checks;
  }

  private FormMutants() {}

  static List<Sample> all() {
    var gathering = new Gathering();
    doubledEntries(gathering.family("doubled ZIP entry"));
    zips(gathering.family("ZIP"));
    doubledKeys(gathering.family("doubled JSON key"));
    spellings(gathering.family("non-canonical JSON"));
    proofs(gathering.family("form of a proof"));
    base64(gathering.family("loose base64"));
    lineEnds(gathering.family("CRLF"));
    return gathering.all();
  }

  private static void doubledEntries(Gathering gathering) {
    gathering
        .each(
            BASES,
            "behind the first",
            1,
            (draft, chance) -> {
              String zip = new String(draft.zip(), ISO_8859_1);
              String local = local(zip, ExportNames.record(3));
              return bytes(zip.replace(local, local + local));
            })
        .each(
            BASES,
            "with another content first",
            1,
            (draft, chance) -> {
              String zip = new String(draft.zip(), ISO_8859_1);
              var other = draft.copy();
              other.edit(ExportNames.record(3), record -> record.put("actor", "service"));
              String forged = local(new String(other.zip(), ISO_8859_1), ExportNames.record(3));
              return bytes(forged + zip);
            })
        .each(
            BASES,
            "in the directory alone",
            1,
            (draft, chance) -> {
              String zip = new String(draft.zip(), ISO_8859_1);
              String line = line(zip, ExportNames.record(3));
              return bytes(zip.replace(line, line + line));
            })
        .each(
            BASES,
            "in both, behind all others",
            1,
            (draft, chance) -> {
              String zip = new String(draft.zip(), ISO_8859_1);
              String local = local(zip, ExportNames.CHECKPOINT);
              String line = line(zip, ExportNames.CHECKPOINT);
              int directory = zip.indexOf("PK\1\2");
              int end = zip.lastIndexOf("PK\5\6");
              return bytes(
                  zip.substring(0, directory)
                      + local
                      + zip.substring(directory, end)
                      + line
                      + zip.substring(end));
            });
  }

  private static String local(String zip, String name) {
    int start = zip.indexOf(name) - 30;
    return zip.substring(start, zip.indexOf("PK", start + 30 + name.length()));
  }

  private static String line(String zip, String name) {
    int start = zip.lastIndexOf(name) - 46;
    return zip.substring(start, start + 46 + name.length());
  }

  private static void zips(Gathering gathering) {
    gathering
        .each(BASES, "cut off", 1, (draft, chance) -> cut(draft, chance.between(1, 400)))
        .each(BASES, "bytes behind", 1, (draft, chance) -> around(draft, "", "\0"))
        .each(BASES, "bytes before", 1, (draft, chance) -> around(draft, "\0", ""))
        .each(BASES, "nothing of a ZIP", 1, (draft, chance) -> bytes("no export"))
        .each(BASES, "deflated, as it says", 1, (draft, chance) -> flip(draft, 8, 8))
        .each(BASES, "another time", 1, (draft, chance) -> flip(draft, 10, 1))
        .each(BASES, "a flag", 1, (draft, chance) -> flip(draft, 6, 8))
        .each(
            BASES,
            "a byte of a file",
            1,
            (draft, chance) -> flip(draft, chance.between(60, 5_000), 1 << chance.between(0, 7)))
        .each(
            BASES,
            "a name with a way out",
            1,
            (draft, chance) ->
                bytes(
                    new String(draft.zip(), ISO_8859_1)
                        .replace("records/000001", "records/../001")))
        .each(
            BASES,
            "a comment",
            1,
            (draft, chance) -> {
              byte[] zip = around(draft, "", "!");
              zip[zip.length - 3] = 1;
              return zip;
            });
  }

  private static byte[] cut(Draft draft, int bytes) {
    byte[] zip = draft.zip();
    return Arrays.copyOf(zip, zip.length - bytes);
  }

  private static byte[] around(Draft draft, String before, String behind) {
    return bytes(before + new String(draft.zip(), ISO_8859_1) + behind);
  }

  private static byte[] flip(Draft draft, int at, int bits) {
    byte[] zip = draft.zip();
    zip[at] ^= (byte) bits;
    return zip;
  }

  private static void doubledKeys(Gathering gathering) {
    JSON.forEach(
        (file, check) ->
            gathering
                .each(
                    BASES,
                    file + " begins with it",
                    check,
                    (draft, chance) ->
                        respelled(draft, file, json -> "{\"v\":1," + json.substring(1)))
                .each(
                    BASES.subList(0, 2),
                    file + " ends with it",
                    check,
                    (draft, chance) ->
                        respelled(draft, file, json -> json.replaceFirst("}$", ",\"v\":1}"))));
    gathering.each(
        BASES,
        "inside",
        4,
        (draft, chance) ->
            respelled(
                draft,
                ExportNames.record(3),
                json -> json.replace("\"activity\":", "\"activity\":\"other\",\"activity\":")));
  }

  private static void spellings(Gathering gathering) {
    var spellings = new LinkedHashMap<String, UnaryOperator<String>>();
    spellings.put("a space", json -> json.replaceFirst(":", ": "));
    spellings.put("a line feed at the end", json -> json + "\n");
    spellings.put("a byte order mark", json -> "\ufeff" + json);
    spellings.put("a number with a point", json -> json.replaceFirst("\"v\":1", "\"v\":1.0"));
    spellings.put("a number with an exponent", json -> json.replaceFirst("\"v\":1", "\"v\":1e0"));
    spellings.put("an escaped letter", json -> json.replaceFirst("\"v\":", "\"\\\\u0076\":"));
    spellings.put("bytes after the end", json -> json + "{}");
    spellings.put("null", json -> json.replaceFirst("}$", ",\"zzz\":null}"));
    spellings.put(
        "a letter that is not composed", json -> json.replaceFirst("}$", ",\"zzz\":\"e\u0301\"}"));
    spellings.put("half a pair", json -> json.replaceFirst("}$", ",\"zzz\":\"\\\\ud834\"}"));
    spellings.put(
        "a number too large", json -> json.replaceFirst("}$", ",\"zzz\":9007199254740992}"));
    spellings.put("another order", json -> json.replaceFirst("}$", ",\"a\":1}"));
    spellings.put(
        "nested too deep", json -> json.replaceFirst("}$", ",\"zzz\":" + nested(64) + "}"));
    JSON.forEach(
        (file, check) ->
            spellings.forEach(
                (name, spelling) ->
                    gathering.each(
                        BASES.subList(0, 1),
                        file + ", " + name,
                        check,
                        (draft, chance) -> respelled(draft, file, spelling))));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  /** A record gets an entry that commits to the new spelling; only the spelling is left to find. */
  private static byte[] respelled(Draft draft, String file, UnaryOperator<String> spelling) {
    draft.respell(file, spelling);
    if (file.equals(ExportNames.record(3))) {
      byte[] salt = Hashes.ofHex((String) draft.read(ExportNames.opening(3)).get("salt"));
      String commitment = RecordFormat.recordCommitment(salt, draft.files.get(file));
      draft.edit(ExportNames.entry(3), entry -> entry.put("commitment", commitment));
      for (long n = 4; n <= draft.count(); n++) {
        String prev = Hashes.hex(Merkle.leaf(draft.files.get(ExportNames.entry(n - 1))));
        draft.edit(ExportNames.entry(n), entry -> entry.put("prev", prev));
      }
    }
    return file.equals(Manifest.FILE) ? draft.zip() : draft.listedAnew().zip();
  }

  private static void proofs(Gathering gathering) {
    var spellings = new LinkedHashMap<String, UnaryOperator<String>>();
    spellings.put("no index", text -> text.replaceFirst("index [0-9]+\n", ""));
    spellings.put(
        "nothing between", text -> text.replaceFirst("(?s)@v1\n.*\n\n(?=artel)", "@v1\n\n"));
    spellings.put("a zero first", text -> text.replaceFirst("index ", "index 0"));
    spellings.put("a sign", text -> text.replaceFirst("index ", "index +"));
    spellings.put("no checkpoint", text -> text.replaceFirst("(?s)\n\n.*", "\n\n"));
    spellings.put("no signature", text -> text.replaceFirst("(?s)\n\n—.*", "\n\n"));
    spellings.put("an extension line", text -> text.replaceFirst("\n\n—", "\nmore\n\n—"));
    spellings.put("an end more", text -> text + "\n");
    spellings.forEach(
        (name, spelling) -> {
          gathering.each(
              BASES.subList(0, 1),
              "in the export, " + name,
              9,
              (draft, chance) -> ended(draft, ExportNames.proof(1), spelling));
          String proof = spelling.apply(new String(SealMutants.proof(0).bytes(), UTF_8));
          gathering.add(
              Sample.bad("form of a proof", name, proof.getBytes(UTF_8), GoodFiles.POLICY, 1));
        });
  }

  private static void base64(Gathering gathering) {
    gathering
        .each(BASES, "root", 9, (draft, chance) -> checkpoint(draft, text -> loose(text, 2)))
        .each(BASES, "signature", 9, (draft, chance) -> checkpoint(draft, text -> loose(text, 4)))
        .each(
            BASES,
            "root without its end",
            9,
            (draft, chance) -> checkpoint(draft, text -> text.replaceFirst("=\n", "\n")))
        .each(
            BASES,
            "the alphabet of addresses",
            9,
            (draft, chance) ->
                checkpoint(draft, text -> text.replaceFirst("(?m)^(— \\S+ ..)..", "$1-_")))
        .each(
            BASES,
            "a hash of a proof",
            9,
            (draft, chance) ->
                draft.respell(ExportNames.proof(2), text -> loose(text, 2)).listedAnew().zip());
    for (int i = 0; i < BASES.size(); i++) {
      String proof = new String(SealMutants.proof(i).bytes(), UTF_8);
      int hash = 3;
      proofFile(gathering, "hash " + i, loose(proof, hash));
      proofFile(gathering, "no end " + i, proof.replaceFirst("=\n", "\n"));
      proofFile(gathering, "a space " + i, proof.replaceFirst("(?m)^(extra ..)", "$1 "));
    }
  }

  private static void proofFile(Gathering gathering, String name, String text) {
    gathering.add(
        Sample.bad(
            "loose base64", "proof file, " + name, text.getBytes(UTF_8), GoodFiles.POLICY, 1));
  }

  /** Another last digit for the same bytes in a line, counted from 0. */
  private static String loose(String text, int number) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String line = lines.get(number);
    int at = line.indexOf('=') - 1;
    char digit = line.charAt(at);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char other = alphabet.charAt(alphabet.indexOf(digit) ^ 1);
    lines.set(number, line.substring(0, at) + other + line.substring(at + 1));
    return String.join("\n", lines);
  }

  private static byte[] checkpoint(Draft draft, UnaryOperator<String> spelling) {
    draft.respell(ExportNames.CHECKPOINT, spelling);
    return draft.carrying(draft.files.get(ExportNames.CHECKPOINT)).listedAnew().zip();
  }

  private static void lineEnds(Gathering gathering) {
    UnaryOperator<String> everywhere = text -> text.replace("\n", "\r\n");
    UnaryOperator<String> behind = text -> text + "\r\n";
    gathering
        .each(
            BASES, "README.txt", 2, (draft, chance) -> ended(draft, ExportNames.README, everywhere))
        .each(BASES, "checkpoint", 9, (draft, chance) -> checkpoint(draft, everywhere))
        .each(BASES, "proof", 9, (draft, chance) -> ended(draft, ExportNames.proof(2), everywhere));
    JSON.forEach(
        (file, check) ->
            gathering.each(
                BASES.subList(0, 1),
                file,
                check,
                (draft, chance) -> respelled(draft, file, behind)));
    for (int i = 0; i < BASES.size(); i++) {
      String proof = new String(SealMutants.proof(i).bytes(), UTF_8);
      String name = "proof file %d, ".formatted(i);
      line(gathering, name + "every line", everywhere.apply(proof));
      line(gathering, name + "all but the first", proof.replaceAll("(?<!@v1)\n", "\r\n"));
      line(gathering, name + "the last", proof.replaceFirst("\n$", "\r\n"));
    }
  }

  private static byte[] ended(Draft draft, String file, UnaryOperator<String> spelling) {
    return draft.respell(file, spelling).listedAnew().zip();
  }

  private static void line(Gathering gathering, String name, String text) {
    gathering.add(Sample.bad("CRLF", name, text.getBytes(UTF_8), GoodFiles.POLICY, 1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
