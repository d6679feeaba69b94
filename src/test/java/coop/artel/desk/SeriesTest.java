package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Appointments;
import coop.artel.access.Caller;
import coop.artel.access.OperatorSignIns;
import coop.artel.access.PlatformRole;
import coop.artel.desk.cases.SeriesUnknown;
import coop.artel.desk.cases.SeriesViews;
import coop.artel.desk.frame.Languages;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.CharterConfirmations;
import coop.artel.notary.Happening;
import coop.artel.notary.Policies;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notary.Verifier;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.workflow.Models;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is in the log and in no case leaves the building like a case, for whoever may check it. */
@House
class SeriesTest {
  @Autowired private SeriesViews views;
  @Autowired private Policies policies;
  @Autowired private Records records;
  @Autowired private Cooperatives cooperatives;
  @Autowired private WordingSource wordings;
  @Autowired private PlatformTransactionManager transactions;
  private CooperativeId cooperative;
  private String charter;

  @BeforeEach
  void a_charter_of_which_something_is_told() {
    cooperative = cooperatives.all().get(0).id();
    charter = CharterConfirmations.series(cooperative);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status ->
                records.append(
                    charter,
                    List.of(
                        Happening.of(RecordKind.DEED_REJECTED)
                            .with("proposedBy", PersonId.random())
                            .committing("reason", "Не тот пункт"))));
  }

  @Test
  void an_auditor_takes_the_models_along_and_a_stranger_verifies_them() throws IOException {
    var auditor = holder(cooperative, Office.AUDITOR);

    byte[] export = views.export(auditor, Models.SERIES, wordings.current()).getBody();

    var verdict = Verifier.verify(export, policy());
    assertThat(verdict.lines()).allMatch(Verifier.Line::holds);
    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verdict.lines()).extracting(Verifier.Line::key).contains("told.series");
    assertThat(names(export))
        .contains("attachments/processes-members-admit-member.bpmn", "records/000001.json");
  }

  @Test
  void a_charters_series_is_verified_too_and_a_changed_one_is_not() throws IOException {
    byte[] export =
        views.export(holder(cooperative, Office.CHAIR), charter, wordings.current()).getBody();

    assertThat(Verifier.verify(export, policy()).result()).isEqualTo(Verifier.Result.GOOD);
    export[export.length / 2] ^= 1;
    assertThat(Verifier.verify(export, policy()).result()).isEqualTo(Verifier.Result.BAD);
  }

  @Test
  void each_sees_what_concerns_them() {
    var other = CooperativeId.random();

    assertThat(seen(holder(cooperative, Office.AUDITOR))).contains("models", charter);
    assertThat(seen(operator())).contains("models").doesNotContain(charter);
    signInSomeOperator();
    assertThat(seen(operator())).contains(OperatorSignIns.SERIES);
    assertThat(seen(holder(other, Office.AUDITOR))).contains(OperatorSignIns.SERIES);
    assertThat(seen(holder(cooperative, Office.CHAIR))).doesNotContain(OperatorSignIns.SERIES);
    assertThat(seen(holder(cooperative, Office.CHAIR)))
        .contains(charter)
        .isSubsetOf(charter, Appointments.series(cooperative));
    assertThat(seen(holder(other, Office.AUDITOR))).contains("models").doesNotContain(charter);
    assertThat(seen(holder(cooperative, Office.ACCOUNTANT))).isEmpty();
    for (Caller stranger :
        List.of(holder(other, Office.AUDITOR), holder(cooperative, Office.ACCOUNTANT))) {
      assertThatThrownBy(() -> views.export(stranger, charter, wordings.current()))
          .isInstanceOf(SeriesUnknown.class);
    }
    assertThatThrownBy(() -> views.export(operator(), "demo-case", wordings.current()))
        .isInstanceOf(SeriesUnknown.class);
  }

  private void signInSomeOperator() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status ->
                records.append(
                    OperatorSignIns.SERIES,
                    List.of(Happening.of(RecordKind.OPERATOR_SIGNED_IN).by(PersonId.random()))));
  }

  private List<String> seen(Caller caller) {
    return views.all(caller, wordings.in(Languages.RUSSIAN)).stream()
        .map(SeriesViews.SeriesView::id)
        .toList();
  }

  private byte[] policy() {
    return policies.text().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> names(byte[] zip) throws IOException {
    var names = new ArrayList<String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static Caller holder(CooperativeId cooperative, Office office) {
    return new Caller(PersonId.random(), "", Map.of(cooperative, EnumSet.of(office)), Set.of());
  }

  private static Caller operator() {
    return new Caller(PersonId.random(), "", Map.of(), Set.of(PlatformRole.OPERATOR));
  }
}
