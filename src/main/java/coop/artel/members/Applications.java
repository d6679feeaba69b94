package coop.artel.members;

import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.people.Consents;
import coop.artel.people.People;
import coop.artel.people.ShownConsent;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Forms;
import coop.artel.workflow.Processes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications to join, from receipt to their end. */
@UseCase
public class Applications {
  /**
   * What an applicant is told once: the token opens the application's page. Of an application on
   * paper it is empty.
   */
  public record Received(UUID application, String token, String caseId) {}

  /**
   * An application as its applicant and the officers of the cooperative see it.
   *
   * @param decideBy last day for the council to decide
   * @param preliminary the calendar of that day's year is not established yet
   */
  public record Application(
      UUID id,
      CooperativeId cooperative,
      PersonId person,
      String caseId,
      Status status,
      LocalDate receivedOn,
      @Nullable LocalDate decideBy,
      boolean preliminary) {}

  private static final String PROCESS = "admit-member";
  private static final String FORM = "apply-for-membership";
  private static final String WITHDRAW = "withdraw-application";

  /** Outlives every term of an admission; the page stays readable after its end. */
  private static final Duration TOKEN_LIFE = Duration.ofDays(400);

  private final SetUp setUp;
  private final Dossiers dossiers;
  private final Papers papers;
  private final Forms forms;
  private final Processes processes;
  private final People people;
  private final Consents consents;
  private final WithdrawnConsents withdrawn;
  private final Accounts accounts;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  Applications(
      SetUp setUp,
      Dossiers dossiers,
      Papers papers,
      Forms forms,
      Processes processes,
      People people,
      Consents consents,
      WithdrawnConsents withdrawn,
      Accounts accounts,
      Cooperatives cooperatives,
      LegalClock clock) {
    this.setUp = setUp;
    this.dossiers = dossiers;
    this.papers = papers;
    this.forms = forms;
    this.processes = processes;
    this.people = people;
    this.consents = consents;
    this.withdrawn = withdrawn;
    this.accounts = accounts;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  /**
   * The form to apply with; throws {@code CooperativeUnknown} if there is no such cooperative, and
   * {@link AdmissionNotReady} while it lacks what an admission needs.
   */
  public Form form(CooperativeId cooperative) {
    cooperatives.find(cooperative);
    setUp.demandAdmits(cooperative);
    return forms.starting(FORM);
  }

  /** What an applicant is asked to consent to today, paragraphs apart by an empty line. */
  public ShownConsent consent(CooperativeId cooperative) {
    cooperatives.find(cooperative);
    return ShownConsent.of(papers.consentText(cooperative));
  }

  /**
   * A wording that is shown today or that somebody has agreed to; else {@code
   * consent-text-unknown}.
   */
  public ShownConsent consent(CooperativeId cooperative, String digest) {
    var today = consent(cooperative);
    return today.digest().equals(digest)
        ? today
        : consents.shown(digest).orElseThrow(ConsentTextUnknown::new);
  }

  /** Digest of the wording that stood before an applicant, where it is known. */
  public Optional<String> consentShown(UUID application) {
    return dossiers.consentShown(application);
  }

  /**
   * Takes an application by somebody who is not known yet. Refused: {@code form-invalid}, {@code
   * consent-text-changed} and what {@link People} refuses.
   *
   * @param values as sent in, by the form's keys
   * @param consentTextDigest of the {@link ShownConsent} that the applicant had before the eyes
   */
  public Received apply(
      CooperativeId cooperative, Map<String, Object> values, String consentTextDigest) {
    var entered = checked(cooperative, values);
    var shown = consent(cooperative);
    if (!shown.digest().equals(consentTextDigest)) {
      throw new ConsentTextChanged();
    }
    var today = clock.today(cooperatives.find(cooperative).zone());
    var person = entered.person(PersonId.random());
    people.register(person);
    UUID id = UUID.randomUUID();
    consents.keep(shown);
    dossiers.add(id, cooperative, person.id(), today, entered.income(), shown.digest());
    String caseId =
        processes.start(
            PROCESS,
            cooperative,
            person.id(),
            person.id(),
            MemberVariables.APPLICANT.with(id),
            MemberVariables.APPLICANT_PERSON.with(person.id()),
            MemberVariables.ON_PAPER.with(false));
    String token = accounts.issueToken(person.id(), Accounts.APPLICANT, TOKEN_LIFE);
    return new Received(id, token, caseId);
  }

  /**
   * Enters an application that came on paper; the secretary acts in the case where the applicant
   * would. Refused: {@code secretary-only}, {@code form-invalid}, {@code paper-incomplete}, {@code
   * paper-day-ahead} and what {@link People} refuses.
   *
   * @param values as they stand on the paper, by the form's keys but for the consent
   */
  public Received applyOnPaper(
      Caller caller, CooperativeId cooperative, Map<String, Object> values, OnPaper paper) {
    SecretaryOnly.demand(caller, cooperative);
    paper.demandSound(clock.today(cooperatives.find(cooperative).zone()));
    var entered = checked(cooperative, withConsent(values));
    paper.demandAfterBirth(entered.day("born"));
    var person = entered.person(PersonId.random());
    people.register(person);
    UUID id = UUID.randomUUID();
    dossiers.add(id, cooperative, person.id(), paper.receivedOn(), entered.income(), null);
    var enteredFor = caller.principal(cooperative, Office.SECRETARY).orElse(null);
    dossiers.onPaper(id, caller.person(), enteredFor, paper);
    String caseId =
        processes.start(
            PROCESS,
            cooperative,
            caller.person(),
            person.id(),
            MemberVariables.APPLICANT.with(id),
            MemberVariables.APPLICANT_PERSON.with(caller.person()),
            MemberVariables.ON_PAPER.with(true));
    return new Received(id, "", caseId);
  }

  /**
   * Everything that is wrong with what a secretary enters of a paper, so that it can be told at
   * once; by the keys of the form and of {@link OnPaper}. Days and scans may be missing.
   */
  public List<Form.FieldError> wrongOnPaper(
      CooperativeId cooperative,
      Map<String, Object> values,
      @Nullable LocalDate receivedOn,
      String scanDigest,
      @Nullable LocalDate consentOn,
      String consentDigest) {
    var check = new FormInvalid.Check();
    var entered = look(check, cooperative, withConsent(values));
    var born = entered == null ? null : entered.day("born");
    var today = clock.today(cooperatives.find(cooperative).zone());
    OnPaper.checkDay(check, "receivedOn", receivedOn, born, today);
    check.demand(!scanDigest.isEmpty(), "scanDigest", "file-missing");
    OnPaper.checkDay(check, "consentOn", consentOn, born, today);
    check.demand(!consentDigest.isEmpty(), "consentDigest", "file-missing");
    return check.errors();
  }

  /** What the form and what people may be called find wrong is told at once, each at its field. */
  private Entered checked(CooperativeId cooperative, Map<String, Object> values) {
    var check = new FormInvalid.Check();
    var entered = look(check, cooperative, values);
    // One fault of a person alone keeps its own code.
    if (entered == null || check.errors().size() > 1) {
      check.done();
    }
    return Objects.requireNonNull(entered);
  }

  private @Nullable Entered look(
      FormInvalid.Check check, CooperativeId cooperative, Map<String, Object> values) {
    Entered entered = null;
    try {
      entered = new Entered(forms.check(form(cooperative), values));
    } catch (FormInvalid invalid) {
      invalid
          .errors()
          .forEach(it -> check.demand(false, it.key(), it.code(), it.arguments().toArray()));
    }
    var person = entered == null ? Entered.typed(values) : entered.person(PersonId.random());
    people
        .faults(person)
        .forEach(
            (field, fault) ->
                check.demand(false, field, fault.code(), fault.arguments().toArray()));
    return entered;
  }

  /** On paper the consent is a paper of its own. */
  private static Map<String, Object> withConsent(Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("consentGiven", true);
    return all;
  }

  /** The caller's own, the newest first. */
  public List<Application> mine(Caller caller) {
    return dossiers.of(caller.person()).stream().map(Applications::application).toList();
  }

  /** For the applicant and for whoever holds an office there; else {@code application-unknown}. */
  public Application find(Caller caller, UUID id) {
    return dossiers
        .find(id)
        .filter(
            dossier ->
                dossier.person().equals(caller.person()) || caller.serves(dossier.cooperative()))
        .map(Applications::application)
        .orElseThrow(() -> new ApplicationUnknown(id));
  }

  /** Refused: {@code application-unknown} but for the applicant, {@code application-closed}. */
  public void withdraw(Caller caller, UUID id) {
    var dossier = own(caller, id);
    if (dossier.status().isFinal()) {
      throw new ApplicationClosed();
    }
    processes.tell(WITHDRAW, dossier.startedCase(), caller.person());
  }

  /** As {@link #find}, by the case. */
  public Application ofCase(Caller caller, String caseId) {
    return dossiers
        .ofCase(caseId)
        .map(dossier -> find(caller, dossier.id()))
        .orElseThrow(() -> new ApplicationUnknown(caseId));
  }

  /**
   * The applicant consents no longer; an application that is under way is withdrawn with it, since
   * without consent nobody may go on with it. What becomes of the data is a case of its own.
   * Refused: {@code application-unknown} but for the applicant, {@code consent-already-withdrawn}.
   */
  public void withdrawConsent(Caller caller, UUID id) {
    var dossier = own(caller, id);
    var today = clock.today(cooperatives.find(dossier.cooperative()).zone());
    endConsent(caller, dossier, today);
  }

  /**
   * The same as it came on paper. Refused: {@code application-unknown}, {@code secretary-only},
   * {@code consent-already-withdrawn} and days that cannot be.
   */
  public void withdrawConsentOnPaper(Caller caller, UUID id, LocalDate day) {
    var found = find(caller, id);
    SecretaryOnly.demand(caller, found.cooperative());
    endConsent(caller, dossiers.find(id).orElseThrow(), day);
  }

  private void endConsent(Caller caller, Dossier dossier, LocalDate day) {
    consents.withdraw(dossier.startedCase(), dossier.consentGiven(), day);
    if (!dossier.status().isFinal()) {
      processes.tell(WITHDRAW, dossier.startedCase(), caller.person());
    }
    withdrawn.begin(caller, dossier, day);
  }

  private Dossier own(Caller caller, UUID id) {
    return dossiers
        .find(id)
        .filter(found -> found.person().equals(caller.person()))
        .orElseThrow(() -> new ApplicationUnknown(id));
  }

  private static Application application(Dossier dossier) {
    return new Application(
        dossier.id(),
        dossier.cooperative(),
        dossier.person(),
        dossier.startedCase(),
        dossier.status(),
        dossier.receivedOn(),
        dossier.decideBy(),
        dossier.decideByPreliminary());
  }
}
