package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErasureTest {
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
}
