package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasureTest {
  private static final String BORN = "1957-03-14";
  private static final String NAME = "Иванова Мария";
  private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

  private final House house = new House();

  @Test
  void erasing_a_person_keeps_every_proof() throws Exception {
    Admission.record(house);
    Admission.end(house);
    byte[] before = house.export(Admission.CASE, Admission.attachments());
    house.transaction.executeWithoutResult(s -> house.records.erase(Admission.APPLICANT));
    byte[] after = house.export(Admission.CASE, Admission.attachments());

    assertThat(Verifier.verify(before, house.policy()).result()).isEqualTo(Verifier.Result.GOOD);
    var verdict = Verifier.verify(after, house.policy());
    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verdict.lines())
        .filteredOn(line -> line.key().equals("told.erased"))
        .singleElement()
        .satisfies(line -> assertThat(line.arguments()).containsExactly(4L));
    var files = StoredZip.read(after);
    assertThat(files).doesNotContainKey("records/000004.json").containsKey("records/000005.json");
    for (long n = 1; n <= 4; n++) {
      assertThat(files.get(ExportNames.entry(n)))
          .isEqualTo(StoredZip.read(before).get(ExportNames.entry(n)));
    }
    assertThat(files.keySet()).noneMatch(name -> name.startsWith("attachments/"));
  }

  @Test
  void what_was_erased_cannot_be_opened_again() {
    Admission.record(house);
    house.transaction.executeWithoutResult(s -> house.records.erase(Admission.APPLICANT));

    assertThat(
            house
                .database
                .sql(
                    "select count(*) from notary.subject_keys where person = ? and wrapped is null")
                .param(Admission.APPLICANT.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(house.records.of(Admission.CASE))
        .last()
        .satisfies(record -> assertThat(record.kind()).isEqualTo(RecordKind.ERASURE));
    Admission.end(house);
    byte[] export = house.export(Admission.CASE);
    assertThat(new String(export, UTF_8)).doesNotContain("sentOn");
    assertThat(Verifier.verify(export, house.policy()).result()).isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void what_one_node_has_destroyed_no_other_remembers_for_long() {
    Admission.record(house);
    var other = new Heads(house.database, house.keys);
    other.forgetDestroyed();
    other.remember(house.transaction.execute(status -> other.lock(Admission.CASE)));
    other.forgetDestroyed();
    assertThat(other.guess(Admission.CASE)).isPresent();

    house.transaction.executeWithoutResult(s -> house.records.erase(Admission.APPLICANT));
    other.forgetDestroyed();

    assertThat(other.guess(Admission.CASE)).isEmpty();
  }

  @Test
  void a_claim_of_erasure_without_its_record_is_not_believed() throws Exception {
    Admission.record(house);
    var files = StoredZip.read(house.export(Admission.CASE, Admission.attachments()));
    files.remove("records/000002.json");
    files.remove("openings/000002.json");
    var manifest = new Manifest(Admission.CASE, "", 3, false, List.of(2L), List.of(), files);
    files.put(Manifest.FILE, manifest.bytes());

    var lines = Verifier.verify(StoredZip.write(files), house.policy()).lines();
    assertThat(lines.get(lines.size() - 1).key()).isEqualTo("wrong.absent");
    assertThat(lines.get(lines.size() - 1).arguments()).containsExactly("records/000002.json");
  }

  @Test
  void a_person_who_comes_back_gets_a_new_key() {
    Admission.record(house);
    house.transaction.executeWithoutResult(s -> house.records.erase(Admission.APPLICANT));
    house.transaction.executeWithoutResult(s -> house.records.erase(Admission.APPLICANT));
    house.transaction.executeWithoutResult(
        s -> {
          house.records.subject("again", Admission.APPLICANT);
          house.records.append(
              "again", List.of(Happening.of(RecordKind.STARTED).committing("x", "y")));
        });

    assertThat(house.records.of(Admission.CASE)).hasSize(4);
    assertThat(new String(house.export("again"), UTF_8)).contains("\"value\":\"y\"");
  }

  @Test
  void a_dictionary_finds_nothing_in_the_public_log_nor_in_the_export_of_another_case()
      throws Exception {
    house.transaction.executeWithoutResult(
        s -> {
          for (String caseId : List.of("secret-case", "foreign-case")) {
            house.records.subject(caseId, Admission.APPLICANT);
            house.records.append(
                caseId,
                List.of(
                    Happening.of(RecordKind.COMPLETED)
                        .committing("born", BORN)
                        .committing("name", NAME)));
          }
        });
    house.sequencer.sequenceNow();
    byte[] foreign = house.export("foreign-case");
    var own = StoredZip.read(house.export("secret-case"));
    var secret = record(own);
    house.transaction.executeWithoutResult(s -> house.records.erase(Admission.APPLICANT));
    house.sequencer.sequenceNow();

    var known = new Dictionary();
    known.addAll(StoredZip.read(foreign));
    known.addAll(StoredZip.read(house.export("secret-case")));
    known.addLog(house.database);
    assertThat(known.hidden).hasSizeGreaterThan(4);
    assertThat(known.find(commitments(secret))).isEmpty();
    assertThat(known.find(known.hidden))
        .as("what the other case's own export opens is found by the same search")
        .containsExactlyInAnyOrder(BORN, NAME);

    known.salts.addAll(salts(own.get(ExportNames.opening(1))));
    assertThat(known.find(commitments(secret))).containsExactlyInAnyOrder(BORN, NAME);
  }

  private static String record(SortedMap<String, byte[]> files) {
    return new String(files.get(ExportNames.record(1)), UTF_8);
  }

  /** What a text holds of 32 bytes in hex: a commitment, a salt, or something else. */
  private static Set<String> commitments(String text) {
    return HASH.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static List<byte[]> salts(byte[] file) {
    return commitments(new String(file, UTF_8)).stream().map(HexFormat.of()::parseHex).toList();
  }

  /**
   * All dates of ninety years and the commonest names, tried with every salt that was ever seen.
   */
  private static final class Dictionary {
    private static final List<String> FAMILIES =
        List.of(
            "Иванов",
            "Смирнов",
            "Кузнецов",
            "Попов",
            "Васильев",
            "Петров",
            "Соколов",
            "Михайлов",
            "Новиков",
            "Фёдоров",
            "Морозов",
            "Волков",
            "Алексеев",
            "Лебедев",
            "Семёнов",
            "Егоров");
    private static final List<String> MEN =
        List.of("Александр", "Сергей", "Владимир", "Андрей", "Алексей", "Иван", "Николай", "Пётр");
    private static final List<String> WOMEN =
        List.of("Елена", "Ольга", "Наталья", "Анна", "Мария", "Татьяна", "Ирина", "Светлана");

    private final List<byte[]> salts = new ArrayList<>(List.of(new byte[0], new byte[32]));
    private final Set<String> hidden = new HashSet<>();

    void addAll(SortedMap<String, byte[]> files) {
      files.values().forEach(this::add);
    }

    void addLog(JdbcClient database) {
      database
          .sql("select entry from notary.records")
          .query((row, i) -> row.getBytes(1))
          .list()
          .forEach(this::add);
    }

    private void add(byte[] file) {
      hidden.addAll(commitments(new String(file, UTF_8)));
      salts.addAll(ErasureTest.salts(file));
    }

    /** The values whose commitments are among these. */
    Set<String> find(Set<String> commitments) {
      var found = new HashSet<String>();
      var distinct =
          salts.stream().map(ByteBuffer::wrap).distinct().map(ByteBuffer::array).toList();
      for (byte[] salt : distinct) {
        var first = LocalDate.of(1920, 1, 1);
        first
            .datesUntil(LocalDate.of(2011, 1, 1))
            .forEach(day -> tryOne(salt, "born", day.toString(), commitments, found));
        for (String family : FAMILIES) {
          MEN.forEach(it -> tryOne(salt, "name", family + " " + it, commitments, found));
          WOMEN.forEach(it -> tryOne(salt, "name", family + "а " + it, commitments, found));
        }
      }
      return found;
    }

    private static void tryOne(
        byte[] salt, String name, String value, Set<String> commitments, Set<String> found) {
      byte[] named = "{\"name\":\"%s\",\"value\":\"%s\"}".formatted(name, value).getBytes(UTF_8);
      if (commitments.contains(Hashes.hex(Hashes.sha256(salt, named)))
          || commitments.contains(Hashes.hex(Hashes.sha256(value.getBytes(UTF_8))))) {
        found.add(value);
      }
    }
  }
}
