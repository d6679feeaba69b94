package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Deeds;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Norm;
import coop.artel.law.CharterEditions.Entered;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.LegalClock;
import coop.artel.values.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** An edition of a charter, which one person enters and another adopts. */
@House
@Transactional
class CharterEditionsTest {
  private static final LocalDate SINCE = LocalDate.of(2025, 5, 1);

  @Autowired private CharterEditions editions;
  @Autowired private Deeds deeds;
  @Autowired private Law law;
  @Autowired private Cooperatives cooperatives;
  @Autowired private Offices offices;
  @Autowired private Accounts accounts;
  @Autowired private Callers callers;
  @Autowired private Records records;
  @Autowired private LegalClock clock;

  private CooperativeId dawn;
  private Caller chair;
  private Caller secretary;
  private Caller lawyer;
  private Caller second;

  @BeforeEach
  void who_is_here() {
    var cooperative = cooperatives.all().get(0);
    dawn = cooperative.id();
    var today = clock.today(cooperative.zone());
    chair = callers.of(offices.holders(dawn, Office.CHAIR, today).get(0));
    secretary = callers.of(offices.holders(dawn, Office.SECRETARY, today).get(0));
    lawyer = callers.of(accounts.with(PlatformRole.LAWYER).get(0));
    second = callers.of(accounts.with(PlatformRole.LAWYER).get(1));
  }

  @Test
  void what_the_chair_enters_counts_once_a_lawyer_has_adopted_it() {
    var deed = editions.propose(chair, dawn, SINCE, full());
    assertThat(editions.waiting(dawn)).isEqualTo(deed);
    assertThat(cooperatives.charter(dawn, SINCE).since()).isBefore(SINCE);

    deeds.approve(deed.id(), lawyer);

    var charter = cooperatives.charter(dawn, SINCE);
    assertThat(charter.since()).isEqualTo(SINCE);
    assertThat(charter.figures()).hasSize(12);
    assertThat(charter.figures().values())
        .allSatisfy(
            it -> {
              assertThat(it.confirmedBy()).isEqualTo(lawyer.person());
              assertThat(it.secondedBy()).isEqualTo(chair.person());
            });
    assertThat(charter.figure("share.entrance-fee").orElseThrow().value()).isEqualTo("150.50");
    assertThat(law.figure("membership.min-age", dawn, SINCE).orElseThrow().value()).isEqualTo("18");
    assertThat(editions.missing(dawn, SINCE)).isEmpty();
  }

  @Test
  void the_record_names_both_and_every_figure() {
    deeds.approve(editions.propose(lawyer, dawn, SINCE, full()).id(), chair);

    var series = records.of("charter:" + dawn);
    var record = series.get(series.size() - 1);
    assertThat(record.kind()).isEqualTo(RecordKind.CHARTER_ADOPTED);
    assertThat(record.members())
        .containsEntry("since", SINCE.toString())
        .containsEntry("charter", cooperatives.charter(dawn, SINCE).digest());
    assertThat(record.members().get("figures").toString()).contains("council.size", "п. 13.1");
    assertThat(record.members().get("lawyer").toString())
        .isNotEqualTo(record.members().get("second").toString());
  }

  @Test
  void a_secretary_enters_none_and_two_chairs_would_not_do() {
    refused("deed-not-theirs", () -> editions.propose(secretary, dawn, SINCE, full()));
    var deed = editions.propose(chair, dawn, SINCE, full());
    refused("same-person", () -> deeds.approve(deed.id(), chair));
    refused("deed-waiting", () -> editions.propose(lawyer, dawn, SINCE, full()));
    assertThat(deeds.reject(deed.id(), lawyer, "Не то").approved()).isFalse();
    assertThat(cooperatives.charter(dawn, SINCE).since()).isBefore(SINCE);
  }

  @Test
  void what_is_missing_or_written_otherwise_is_told_at_each_figure() {
    var figures = full();
    figures.put("council.size", new Entered("девять", "п. 13.1"));
    figures.put("council.majority", new Entered("3/2", "п. 13.8"));
    figures.put("share.entrance-fee", new Entered("", "п. 17.1"));
    figures.put("council.casting-vote", new Entered("yes", ""));
    figures.put("council.quorum-percent", new Entered("101", "п. 13.8"));

    assertThat(faults(SINCE, figures))
        .isEqualTo(
            Map.of(
                "value.council.size", "figure-whole",
                "value.council.majority", "figure-fraction",
                "value.share.entrance-fee", "empty",
                "paragraph.council.casting-vote", "paragraph-empty",
                "value.council.quorum-percent", "too-large"));
    assertThat(faults(SINCE, Map.of())).containsEntry("value.council.size", "empty");
    assertThat(editions.waiting(dawn)).isNull();
  }

  @Test
  void a_charter_does_not_go_below_what_the_law_leaves_it() {
    var figures = full();
    figures.put("membership.min-age", new Entered("14", "п. 6.1"));
    assertThat(faults(SINCE, figures)).isEqualTo(Map.of("value.membership.min-age", "below-bound"));

    figures.remove("membership.min-age");
    deeds.approve(editions.propose(chair, dawn, SINCE, figures).id(), lawyer);
    assertThat(law.figure("membership.min-age", dawn, SINCE).orElseThrow().value()).isEqualTo("16");
  }

  @Test
  void a_day_has_one_edition() {
    deeds.approve(editions.propose(chair, dawn, SINCE, full()).id(), lawyer);

    assertThat(faults(SINCE, full())).isEqualTo(Map.of("since", "edition-exists"));
    assertThat(faults(null, full())).isEqualTo(Map.of("since", "day-empty"));
  }

  @Test
  void of_two_lawyers_either_may_enter_and_the_other_adopt() {
    var deed = editions.propose(second, dawn, SINCE, full());

    deeds.approve(deed.id(), lawyer);

    assertThat(cooperatives.charter(dawn, SINCE).since()).isEqualTo(SINCE);
  }

  @Test
  void no_charter_is_asked_for_what_the_law_leaves_to_those_of_other_forms() {
    assertThat(editions.norms(dawn))
        .extracting(Norm::key)
        .contains("general-meeting.notice-days", "council.size")
        .doesNotContain("agricultural-meeting.quorum", "llc.meeting-notice-days");
  }

  private Map<String, Entered> full() {
    var figures = new HashMap<String, Entered>();
    figures.put("membership.min-age", new Entered("18", "п. 6.1"));
    figures.put("admission.notice-days", new Entered("3", "п. 7.8"));
    figures.put("admission.payment-working-days", new Entered("10", "п. 7.9"));
    figures.put("admission.reapply-months", new Entered("1", "п. 7.9"));
    figures.put("share.entrance-fee", new Entered("150,50", "п. 17.1"));
    figures.put("share.minimum-contribution", new Entered("1 000", "п. 17.2"));
    figures.put("council.size", new Entered("9", "п. 13.1"));
    figures.put("council.quorum-percent", new Entered("75", "п. 13.8"));
    figures.put("council.quorum-with-leader", new Entered("yes", "п. 13.8"));
    figures.put("council.majority", new Entered("1/2", "п. 13.8"));
    figures.put("council.majority-base", new Entered("voted", "п. 13.8"));
    figures.put("council.casting-vote", new Entered("yes", "п. 13.8"));
    return figures;
  }

  private Map<String, String> faults(LocalDate since, Map<String, Entered> figures) {
    try {
      editions.propose(chair, dawn, since, figures);
    } catch (FieldsRefused refused) {
      return refused.faults().stream()
          .collect(
              java.util.stream.Collectors.toMap(
                  FieldsRefused.Fault::field, FieldsRefused.Fault::code));
    }
    throw new AssertionError("It was taken");
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
