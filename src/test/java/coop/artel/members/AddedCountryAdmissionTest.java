package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.AddedCountries;
import coop.artel.House;
import coop.artel.InventedCountry;
import coop.artel.access.Caller;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.law.CouncilVoteFacts;
import coop.artel.law.Law;
import coop.artel.law.QuestionWithoutRules;
import coop.artel.meetings.Questions;
import coop.artel.meetings.Questions.Choice;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notary.SealState;
import coop.artel.notary.Sequencer;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.values.Refusal;
import coop.artel.workflow.CaseTerms;
import coop.artel.workflow.Jobs;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.WebApplicationContext;

/** A country that files alone have added admits members, by its own law and in its own words. */
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddedCountryAdmissionTest extends AddedCountries {
  @Autowired private ApplicationContext house;
  @Autowired private Documents documents;
  @Autowired private Law law;
  @Autowired private Memberships memberships;
  @Autowired private Questions questions;
  @Autowired private Records records;
  @Autowired private Sequencer sequencer;
  @Autowired private SetUp setUp;
  @Autowired private List<CaseTerms> terms;

  private Cooperative guild;
  private Cooperative unfinished;
  private Staff staff;

  @BeforeAll
  void found_the_guilds() {
    guild = new Guild(house).founded(InventedCountry.ID);
    unfinished = new Guild(house).founded(UNFINISHED);
    staff = new Staff(house, guild);
    assertThat(setUp.of(guild.id()).lacks())
        .as("what the files of the invented country lack")
        .isEqualTo(new SetUp.Lacks(true, List.of(), List.of(), List.of()));
  }

  @Test
  void an_applicant_is_admitted_and_entered_with_a_number_and_the_countrys_own_papers() {
    var received = staff.apply(Map.of("born", staff.today().minusYears(18).toString()));
    String admission = received.caseId();
    verifyIdentity(admission);
    staff.vote(admission, Choice.FOR);
    staff.sendNotice(admission);

    pay(admission, Guild.SHARE);

    assertThat(staff.outcome(admission)).isEqualTo("member-admitted");
    var applicant = staff.applicant(received).person();
    var member = memberships.of(guild.id(), applicant, staff.today()).orElseThrow();
    assertThat(member.number()).isPositive();
    assertThat(written(admission))
        .containsOnlyKeys(
            Document.Kind.MEMBERSHIP_APPLICATION,
            Document.Kind.DATA_CONSENT,
            Document.Kind.COUNCIL_DECISION,
            Document.Kind.DECISION_NOTICE,
            Document.Kind.MEMBER_CERTIFICATE);
    assertThat(written(admission).get(Document.Kind.MEMBER_CERTIFICATE))
        .contains("Shell no. " + member.number(), "Atlantis knows Петров")
        .doesNotContain("пайщик");
    assertThat(written(admission).get(Document.Kind.COUNCIL_DECISION))
        .contains("let in, 3 for and 0 against, of 3", "60\u00a0%", "Tides, § 3")
        .doesNotContain("3085-1");
    assertThat(written(admission).get(Document.Kind.DECISION_NOTICE))
        .contains("Pay XTS\u00a0" + Guild.SHARE + " by");
    var sealed = sealed(admission);
    assertThat(sealed.get(sealed.size() - 1).kind()).isEqualTo(RecordKind.ENDED);
    assertThat(sealed).extracting(it -> it.seal().stage()).containsOnly(SealState.Stage.SEALED);
  }

  @Test
  void whoever_is_too_young_there_is_sent_back_with_the_article_in_the_countrys_own_letter() {
    // Old enough by the law of Russia, which asks for sixteen years.
    String admission =
        staff.apply(Map.of("born", staff.today().minusYears(18).plusDays(1).toString())).caseId();

    var task = staff.waiting(admission, "return-application");
    assertThat(staff.path(admission)).doesNotContain("decide-in-council");
    staff.complete(
        staff.holder(Office.SECRETARY), admission, task.activity(), Map.of("decision", "return"));

    assertThat(staff.outcome(admission)).isEqualTo("application-returned");
    assertThat(written(admission).get(Document.Kind.RETURN_LETTER))
        .contains("Atlantis sends your application", "18\u00a0years", "Tides, § 1");
  }

  @Test
  void two_of_three_decide_there_without_the_chair_and_one_does_not() {
    String admission = staff.caseOfApplicant();
    verifyIdentity(admission);
    var withoutChair = staff.council().subList(1, 3);
    var question = staff.question(admission).id();
    var secretary = staff.holder(Office.SECRETARY);
    staff.vote(admission, withoutChair.subList(0, 1), Choice.FOR);
    assertThatThrownBy(() -> questions.close(secretary, question))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.code()).isEqualTo("quorum-not-met"));

    staff.vote(admission, withoutChair.subList(1, 2), Choice.FOR);
    staff.closeVote(admission);

    staff.sendNotice(admission);
    assertThat(staff.waiting(admission, "confirm-payment")).isNotNull();
  }

  @Test
  void its_terms_are_its_own() {
    String admission = staff.caseOfApplicant();

    assertThat(terms.stream().flatMap(it -> it.of(admission).stream()))
        .singleElement()
        .satisfies(
            term -> {
              assertThat(term.article()).isEqualTo("Tides, § 2");
              var tenth = staff.today().plusDays(10);
              // Fridays are days off there, and no others.
              assertThat(term.lastDay())
                  .isEqualTo(tenth.getDayOfWeek() == DayOfWeek.FRIDAY ? tenth.plusDays(1) : tenth);
            });
  }

  @Test
  void a_country_whose_files_lack_something_takes_no_application_and_says_what() throws Exception {
    var lacks = setUp.of(unfinished.id()).lacks();
    assertThat(lacks.questions()).containsExactly("council-vote");
    assertThat(lacks.terms()).containsExactly("admission.notice-days");
    assertThat(lacks.templates()).containsExactly("return-letter");
    var applicants = new Staff(house, unfinished);
    assertThatThrownBy(applicants::caseOfApplicant).isInstanceOf(AdmissionNotReady.class);

    assertThat(setUpPage(applicants.holder(Office.CHAIR)))
        .contains(
            "правил о вопросе «Принял ли совет решение»",
            "цифры: срок уведомления",
            "образца документа «Письмо о возврате заявления»");
  }

  @Test
  void a_question_without_rules_is_told_by_name_and_country() {
    var today = staff.today();
    var votes = new CouncilVoteFacts("council", 3, 3, 0, 0, true, "for", true, today, today);

    assertThatThrownBy(() -> law.foresee(votes, unfinished.id(), today))
        .isInstanceOf(QuestionWithoutRules.class)
        .hasMessage(
            "The files of Atlantis have no rules on council-vote: there is no"
                + " rules/yy/council-vote.dslr");
  }

  private String setUpPage(Caller chair) throws Exception {
    var doors = new Doors((WebApplicationContext) house);
    var answer =
        doors.knock(
            new Doors.Door(HttpMethod.GET, "/cooperatives/{id}/set-up"),
            Map.of("cooperatives/id", unfinished.id().toString()),
            doors.signIn("kritias-" + unfinished.registrationNumber(), "below the sea for ever"));
    assertThat(answer.getResponse().getStatus()).as("page of %s", chair).isEqualTo(200);
    return answer.getResponse().getContentAsString();
  }

  private void verifyIdentity(String admission) {
    var values = new HashMap<String, Object>();
    values.put("documentKind", "passport-foreign");
    values.put("documentNumber", "AT-" + admission.substring(0, 8));
    values.put("issuedOn", "2020-05-20");
    values.put("issuedBy", "Archive of Atlantis");
    values.put("matches", true);
    values.put("signing", "paper");
    values.put("signedOn", staff.today().toString());
    values.put("scanDigest", "ab".repeat(32));
    staff.complete(staff.holder(Office.SECRETARY), admission, "verify-identity", values);
  }

  /** There is no entrance fee. */
  private void pay(String admission, String share) {
    staff.complete(
        staff.holder(Office.ACCOUNTANT),
        admission,
        "confirm-payment",
        Map.of(
            "share", share, "sharePaidOn", staff.today().toString(), "paymentDocument", "Pearl 7"));
    house.getBean(Jobs.class).runDue(admission);
  }

  /** The newest of each kind, as a reader sees it. */
  private Map<Document.Kind, String> written(String admission) {
    var written = new HashMap<Document.Kind, String>();
    documents.of(admission).forEach(it -> written.put(it.kind(), documents.html(it)));
    return written;
  }

  /** Another round of the sequencer may be at work and seal them in our place. */
  private List<CaseRecord> sealed(String admission) {
    var latest = Instant.now().plusSeconds(60);
    List<CaseRecord> all;
    do {
      sequencer.sequenceNow();
      all = records.of(admission);
    } while (all.stream().anyMatch(it -> it.seal().stage() == SealState.Stage.RECORDED)
        && Instant.now().isBefore(latest));
    return all;
  }
}
