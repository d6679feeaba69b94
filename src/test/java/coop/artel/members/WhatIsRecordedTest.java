package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.House;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.Exports;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Office;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What an export tells beside the steps themselves. */
@House
class WhatIsRecordedTest {
  @Autowired private ApplicationContext house;
  @Autowired private Records records;
  @Autowired private Exports exports;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @Test
  void a_completed_task_tells_the_answer_that_was_chosen_and_the_variables_that_it_changed()
      throws Exception {
    var caseId = staff.caseOfApplicant();
    staff.findMismatch(caseId, "verify-identity", "data", "Другая дата рождения");

    var number = number(caseId, "verify-identity");

    assertThat(openings(caseId).get(number)).containsEntry("mismatch", "data");
    // What was typed is committed to and stays shut.
    assertThat(file(caseId, "records/").get(number).get("values").toString())
        .contains("form.matches", "form.mismatch", "form.note", "mismatch")
        .doesNotContain("рождения");
  }

  @Test
  void a_variable_that_changes_again_stands_in_both_records_with_what_it_was_and_became()
      throws Exception {
    var caseId = staff.caseOfApplicant();
    staff.verifyIdentity(caseId, "none");
    staff.findMismatch(caseId, "obtain-signature", "data", "Другая подпись");

    var openings = openings(caseId);

    assertThat(openings.get(number(caseId, "verify-identity"))).containsEntry("mismatch", "none");
    assertThat(openings.get(number(caseId, "obtain-signature"))).containsEntry("mismatch", "data");
  }

  @Test
  void a_signature_has_a_record_with_what_is_signed_and_by_whom() throws Exception {
    var received = staff.apply(Map.of());
    staff.verifyIdentity(received.caseId(), "none");
    assertThat(of(received.caseId(), RecordKind.SIGNATURE)).isEmpty();
    staff.complete(
        staff.holder(Office.SECRETARY),
        received.caseId(),
        "obtain-signature",
        Map.of(
            "matches",
            true,
            "signing",
            "paper",
            "signedOn",
            staff.today().toString(),
            "scanDigest",
            "ab".repeat(32)));

    var signature = of(received.caseId(), RecordKind.SIGNATURE);

    assertThat(signature).hasSize(1);
    var written =
        of(received.caseId(), RecordKind.COMPLETED).stream()
            .filter(it -> it.members().containsKey("documents"))
            .flatMap(it -> ((List<?>) it.members().get("documents")).stream().map(String::valueOf))
            .toList();
    assertThat(signature.get(0).members()).containsEntry("way", "paper").containsKey("signer");
    assertThat(written).contains(signature.get(0).members().get("document").toString());
    long number = signature.get(0).number();
    var record = file(received.caseId(), "records/").get(number);
    assertThat((Map<?, ?>) record.get("values"))
        .as("committed to")
        .extracting(Map::keySet)
        .hasToString("[signedOn]");
    assertThat(openings(received.caseId()).get(number)).as("and shut").isEmpty();
  }

  @Test
  void each_step_names_the_model_that_it_ran_by_and_the_series_of_models_knows_it() {
    var caseId = staff.caseOfApplicant();

    var deployed =
        records.of("models").stream()
            .filter(it -> it.kind() == RecordKind.MODEL_DEPLOYED)
            .map(it -> it.members().get("digest"))
            .toList();

    assertThat(deployed).isNotEmpty();
    assertThat(of(caseId, RecordKind.COMPLETED))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(deployed).contains(it.members().get("model")));
  }

  private List<CaseRecord> of(String caseId, RecordKind kind) {
    return records.of(caseId).stream().filter(it -> it.kind() == kind).toList();
  }

  private long number(String caseId, String activity) {
    return of(caseId, RecordKind.COMPLETED).stream()
        .filter(it -> activity.equals(it.members().get("activity")))
        .findFirst()
        .orElseThrow()
        .number();
  }

  /** The values that an export opens, by the number of the record. */
  @SuppressWarnings("unchecked")
  private Map<Long, Map<String, Object>> openings(String caseId) throws Exception {
    var found = new HashMap<Long, Map<String, Object>>();
    file(caseId, "openings/")
        .forEach(
            (number, opening) -> {
              var values = new HashMap<String, Object>();
              ((Map<String, Map<String, Object>>) opening.getOrDefault("values", Map.of()))
                  .forEach((name, value) -> values.put(name, value.get("value")));
              found.put(number, values);
            });
    return found;
  }

  private Map<Long, Map<String, Object>> file(String caseId, String folder) throws Exception {
    var file = new ByteArrayOutputStream();
    exports.write(caseId, file);
    return ExportedFiles.in(file.toByteArray(), folder);
  }
}
