package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.values.CanonicalJson;
import coop.artel.values.DataFolder;
import coop.artel.values.PersonId;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
  private static final String CASE = "3c0e9a3e-1111-4b5c-9d00-000000000001";

  private final House house = new House();

  @Test
  void records_of_a_case_are_numbered_and_each_names_the_one_before() {
    var actor = PersonId.random();
    var receipts = new ArrayList<Receipt>();
    receipts.addAll(house.append(CASE, Happening.of(RecordKind.STARTED)));
    receipts.addAll(
        house.append(
            CASE,
            Happening.of(RecordKind.COMPLETED).by(actor).with("activity", "verify-identity"),
            Happening.of(RecordKind.ENDED)));

    assertThat(receipts).extracting(Receipt::number).containsExactly(1L, 2L, 3L);
    var entries = entries();
    assertThat(entries).extracting(entry -> entry.get("n")).containsExactly(1L, 2L, 3L);
    assertThat(entries)
        .extracting(entry -> entry.get("prev"))
        .containsExactly("0".repeat(64), receipts.get(0).digest(), receipts.get(1).digest());
    assertThat(entries).extracting(entry -> entry.get("at")).containsOnly("2025-03-02T08:30Z");
    assertThat(entries).extracting(entry -> entry.get("case")).hasSize(3).doesNotContain(CASE);
    var shown = house.records.of(CASE);
    assertThat(shown).extracting(CaseRecord::digest).isEqualTo(digests(receipts));
    assertThat(shown.get(1).actor()).isEqualTo(actor);
    assertThat(shown.get(1).members()).isEqualTo(Map.of("activity", "verify-identity"));
    assertThat(shown.get(2).members()).isEqualTo(Map.of("count", 3L));
    assertThat(shown)
        .extracting(record -> record.seal().stage())
        .containsOnly(SealState.Stage.RECORDED);
  }

  @Test
  void a_record_holds_no_person_and_no_value() {
    var actor = PersonId.random();
    house.append(
        CASE,
        Happening.of(RecordKind.COMPLETED)
            .by(actor)
            .with("applicant", actor)
            .committing("name", "Пётр Ильин"));

    var record = CanonicalJson.read(column("record").get(0));
    assertThat(new String(column("record").get(0), UTF_8))
        .doesNotContain(actor.toString())
        .doesNotContain("Пётр");
    assertThat(record.get("actor")).isEqualTo(((Map<?, ?>) record.get("members")).get("applicant"));
    assertThat(record)
        .containsOnlyKeys("v", "kind", "case", "n", "at", "actor", "members", "values");
    assertThat(new String(column("opening").get(0), UTF_8)).doesNotContain("Пётр");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                house.append(
                    CASE,
                    Happening.of(RecordKind.COMPLETED).by(actor).with("who", actor.toString())));
  }

  @Test
  void the_legal_clocks_offset_stands_in_the_record() {
    house.offset = Duration.ofDays(40);
    house.append(CASE, Happening.of(RecordKind.STARTED));

    var record = CanonicalJson.read(column("record").get(0));
    assertThat(record)
        .containsEntry("offset", 3456000L)
        .containsEntry("at", "2025-03-02T08:30:45.123Z");
    assertThat(record).containsEntry("actor", "service");
  }

  @Test
  void cases_of_one_person_cannot_be_linked() {
    var person = PersonId.random();
    for (String caseId : List.of("a", "b")) {
      house.within(
          () -> {
            house.records.subject(caseId, person);
            house.records.subject(caseId, person);
            return house.records.append(
                caseId,
                List.of(Happening.of(RecordKind.STARTED).by(person).committing("x", "same")));
          });
    }
    var texts = column("record").stream().map(CanonicalJson::read).toList();
    assertThat(texts.get(0).get("actor")).isNotEqualTo(texts.get(1).get("actor"));
    assertThat(texts.get(0).get("values")).isNotEqualTo(texts.get(1).get("values"));
    assertThat(house.count("subject_keys")).isEqualTo(1);
  }

  @Test
  void a_rolled_back_append_leaves_no_trace_in_the_next() {
    var first = house.append(CASE, Happening.of(RecordKind.STARTED)).get(0);
    house.transaction.executeWithoutResult(
        status -> {
          house.records.append(
              CASE, List.of(Happening.of(RecordKind.COMPLETED), Happening.of(RecordKind.ENDED)));
          status.setRollbackOnly();
        });
    house.transaction.executeWithoutResult(
        status -> {
          house.records.append(CASE, List.of(Happening.of(RecordKind.BALLOT)));
          status.setRollbackOnly();
        });

    var second = house.append(CASE, Happening.of(RecordKind.COMPLETED)).get(0);
    assertThat(second.number()).isEqualTo(2);
    assertThat(entries().get(1)).containsEntry("prev", first.digest());
    assertThat(house.count("queue")).isEqualTo(2);
  }

  @Test
  void two_nodes_append_to_one_series_in_turn() {
    var other = house.anotherNode();
    var receipts = new ArrayList<Receipt>();
    for (int i = 0; i < 3; i++) {
      receipts.addAll(house.append(CASE, Happening.of(RecordKind.BALLOT)));
      receipts.addAll(
          house.within(() -> other.append(CASE, List.of(Happening.of(RecordKind.BALLOT)))));
    }

    assertThat(receipts)
        .extracting(Receipt::number)
        .isEqualTo(LongStream.rangeClosed(1, 6).boxed().toList());
    assertThat(entries().subList(1, 6))
        .extracting(entry -> entry.get("prev"))
        .isEqualTo(digests(receipts.subList(0, 5)));
  }

  @Test
  void a_node_that_knows_the_head_of_a_case_appends_with_one_statement() {
    var statements = new AtomicInteger();
    var counted = house.counting(statements);
    house.within(() -> counted.append(CASE, List.of(Happening.of(RecordKind.STARTED))));
    statements.set(0);
    house.within(
        () ->
            counted.append(
                CASE, List.of(Happening.of(RecordKind.BALLOT), Happening.of(RecordKind.BALLOT))));

    assertThat(statements).hasValue(1);
    assertThat(house.count("records")).isEqualTo(3);
  }

  @Test
  void a_case_keeps_its_subject() {
    house.transaction.executeWithoutResult(s -> house.records.subject(CASE, PersonId.random()));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                house.transaction.executeWithoutResult(
                    s -> house.records.subject(CASE, PersonId.random())));
  }

  @Test
  void nothing_of_the_course_follows_the_end() {
    house.append(CASE, Happening.of(RecordKind.STARTED), Happening.of(RecordKind.ENDED));

    assertThatIllegalStateException()
        .isThrownBy(() -> house.append(CASE, Happening.of(RecordKind.COMPLETED)));
    assertThat(house.append(CASE, Happening.of(RecordKind.CORRECTION)).get(0).number())
        .isEqualTo(3);
  }

  @Test
  void without_a_transaction_nothing_is_recorded() {
    assertThatIllegalStateException()
        .isThrownBy(() -> house.records.append(CASE, List.of(Happening.of(RecordKind.STARTED))));
  }

  @Test
  void a_rolled_back_step_leaves_no_record_and_no_gap() {
    house.append(CASE, Happening.of(RecordKind.STARTED));
    house.transaction.executeWithoutResult(
        status -> {
          house.records.append(CASE, List.of(Happening.of(RecordKind.COMPLETED)));
          status.setRollbackOnly();
        });

    assertThat(house.append(CASE, Happening.of(RecordKind.MOVED)).get(0).number()).isEqualTo(2);
    assertThat(house.count("queue")).isEqualTo(2);
  }

  @Test
  void appends_to_one_case_at_once_make_one_series() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    var begin = new CountDownLatch(1);
    try {
      var done = new ArrayList<Future<Long>>();
      for (int i = 0; i < 40; i++) {
        Callable<Long> append =
            () -> {
              begin.await();
              return house.append(CASE, Happening.of(RecordKind.BALLOT)).get(0).number();
            };
        done.add(threads.submit(append));
      }
      begin.countDown();
      var numbers = new ArrayList<Long>();
      for (var future : done) {
        numbers.add(future.get());
      }
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    } finally {
      threads.shutdownNow();
    }
    var entries = entries();
    for (int i = 1; i < 40; i++) {
      assertThat(entries.get(i).get("prev"))
          .isEqualTo(Hashes.hex(Merkle.leaf(column("entry").get(i - 1))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "records, update notary.records set kind = 'x'",
    "records, delete from notary.records",
    "records, truncate notary.records cascade",
    "entries, update notary.entries set record = 1",
    "entries, delete from notary.entries",
    "entries, truncate notary.entries",
    "tiles, update notary.tiles set level = 1",
    "tiles, delete from notary.tiles",
    "tiles, truncate notary.tiles",
    "checkpoints, update notary.checkpoints set size = 9",
    "checkpoints, delete from notary.checkpoints",
    "checkpoints, truncate notary.checkpoints cascade",
    "anchors, update notary.anchors set block = 9",
    "anchors, delete from notary.anchors",
    "anchors, truncate notary.anchors",
    "identity, update notary.identity set origin = 'x'",
    "identity, delete from notary.identity",
    "identity, truncate notary.identity",
    "heads, update notary.heads set case_key = ''",
    "heads, delete from notary.heads",
    "heads, truncate notary.heads",
    "queue, update notary.queue set record = 1",
    "queue, truncate notary.queue",
    "subject_keys, update notary.subject_keys set person = null",
    "subject_keys, delete from notary.subject_keys",
    "records, alter table notary.records drop column kind",
    "records, drop table notary.records",
  })
  void the_service_may_not_change_the_history(String table, String statement) {
    assertThat(house.count(table)).isNotNegative();

    assertThatThrownBy(() -> house.database.sql(statement).update())
        .hasRootCauseInstanceOf(SQLException.class)
        .rootCause()
        .extracting(cause -> ((SQLException) cause).getSQLState())
        .isEqualTo("42501");
  }

  @ParameterizedTest
  @ValueSource(strings = {"select * from notary.subject_keys", "select case_key from notary.heads"})
  void who_only_reads_does_not_read_keys(String statement) throws Exception {
    try (var connection = house.databases.reader().getConnection();
        var query = connection.createStatement()) {
      assertThatThrownBy(() -> query.executeQuery(statement))
          .extracting(cause -> ((SQLException) cause).getSQLState())
          .isEqualTo("42501");
    }
  }

  @Test
  void key_files_are_the_owners_alone_and_belong_to_their_database() throws Exception {
    for (String name : List.of("keys/notary-master.key", "keys/notary-log.key")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(house.folder.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(new NotaryKeys(house.folder, house.database).log().verifier().toString())
        .isEqualTo(house.keys.log().verifier().toString());
    var other = new DataFolder(Files.createTempDirectory("other"));
    assertThatIllegalStateException()
        .isThrownBy(() -> new NotaryKeys(other, house.database))
        .withMessageContaining("is missing");
    assertThat(other.resolve("keys")).doesNotExist();
    assertThatIllegalStateException()
        .isThrownBy(() -> new NotaryKeys(new House().folder, house.database))
        .withMessageContaining(house.keys.log().verifier().toString());
  }

  private List<Map<String, Object>> entries() {
    return column("entry").stream().map(CanonicalJson::read).toList();
  }

  private List<byte[]> column(String name) {
    return house
        .database
        .sql("select %s from notary.records order by case_id, n".formatted(name))
        .query((row, i) -> row.getBytes(1))
        .list();
  }

  private static List<String> digests(List<Receipt> receipts) {
    return receipts.stream().map(Receipt::digest).toList();
  }
}
