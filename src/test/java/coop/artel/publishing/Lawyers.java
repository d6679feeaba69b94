package coop.artel.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.PlatformRole;
import coop.artel.law.Contradictions;
import coop.artel.law.GapReports;
import coop.artel.law.Replays;
import coop.artel.law.RuleDrafts;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.values.PersonId;
import coop.artel.workflow.Jobs;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Two lawyers in earnest, and what they do about an edition. */
public final class Lawyers {
  static final String CASES = "jurisdictions/ru/cases/signature.yaml";

  private static final String MINUTES = "rules/ru/minutes.dslr";
  private static final LocalDate FROM = LocalDate.of(2090, 1, 1);

  private final ApplicationContext house;
  private final People people;
  private final Accounts accounts;
  private final Callers callers;
  private final RuleDrafts drafts;
  private final Proposals proposals;
  private final Tasks tasks;
  private final Jobs jobs;
  private final PersonId author;
  private final PersonId second;

  public Lawyers(ApplicationContext house) {
    this.house = house;
    people = house.getBean(People.class);
    accounts = house.getBean(Accounts.class);
    callers = house.getBean(Callers.class);
    drafts = house.getBean(RuleDrafts.class);
    proposals = house.getBean(Proposals.class);
    tasks = house.getBean(Tasks.class);
    jobs = house.getBean(Jobs.class);
    author = open("Автухов", "Сергей");
    second = open("Рецензентова", "Мария");
  }

  private PersonId open(String family, String given) {
    var id = PersonId.random();
    people.register(
        new Person(
            id, family, given, null, LocalDate.of(1980, 2, 3), "г. Москва", null, null, null));
    accounts.open(
        id,
        "lawyer-" + id.toString().substring(0, 8),
        "a long password",
        Set.of(PlatformRole.LAWYER));
    return id;
  }

  public Caller author() {
    return callers.of(author);
  }

  public Caller second() {
    return callers.of(second);
  }

  /** A draft that adds a case which comes out as it says, and changes no decision. */
  public UUID draft() {
    return draft("granted");
  }

  /**
   * @param outcome that the new case expects; the law says granted
   */
  UUID draft(String outcome) {
    var draft = drafts.open(author(), "ru", "Ещё один пример", "Спрашивали на семинаре").id();
    write(draft, outcome);
    return draft;
  }

  /** Writes the new case anew. */
  void write(UUID draft, String outcome) {
    var text =
        drafts.before(draft).byPath().get(CASES)
            + """

            - id: E-%s
              name: ещё один пример
              question: signature
              day: 2024-08-30
              facts: {signatureKind: qualified, forOrganisation: true, employeeCertificate: true}
              outcome: %s
            """
                .formatted(draft, outcome);
    int seen =
        drafts.changes(draft).stream()
            .filter(it -> it.path().equals(CASES))
            .mapToInt(it -> it.number())
            .findFirst()
            .orElse(0);
    drafts.change(author(), draft, CASES, Optional.of(text), seen);
  }

  /** Adds a rule that fails whenever another does, and leads to something else. */
  void contradict(UUID draft) {
    var twin =
        """

        правило minutes.chair-again
        по закону ГК, ст. 181.2(3)
        действует с %s
        если
            протокол собрания подписал председатель
        то
            иначе отказать
        конец
        """
            .formatted(FROM);
    drafts.change(
        author(),
        draft,
        MINUTES,
        Optional.of(drafts.before(draft).byPath().get(MINUTES) + twin),
        0);
  }

  /** Says of each contradiction in a question of a draft why it is none. */
  void explain(UUID draft, String question) {
    var reports = house.getBean(GapReports.class);
    var contradictions = house.getBean(Contradictions.class);
    var files = drafts.files(draft);
    for (var form : reports.legalForms(files, question)) {
      var report = reports.of(files, question, form, FROM);
      report
          .contradictions()
          .forEach(
              it ->
                  contradictions.explain(
                      author(), files.country(), report, it.id(), "Так и задумано"));
    }
  }

  /** Proposes a draft and has it checked. */
  public Proposal propose(UUID draft) {
    var proposed = proposals.propose(author(), draft);
    jobs.runDue(proposed.caseId());
    askThePast();
    return proposals.find(proposed.id());
  }

  Task waiting(Proposal it, String activity) {
    var open = tasks.ofCase(it.caseId());
    assertThat(open).extracting(Task::activity).containsExactly(activity);
    return open.get(0);
  }

  void complete(Caller caller, Proposal it, String activity, Map<String, ?> values) {
    decide(caller, it, activity, values);
    jobs.runDue(it.caseId());
  }

  private void decide(Caller caller, Proposal it, String activity, Map<String, ?> values) {
    var task = waiting(it, activity);
    tasks.claim(caller, task.id());
    tasks.complete(caller, task.id(), values);
  }

  /** Runs the replays that wait. */
  void askThePast() {
    Replays.run(house);
  }

  public void publish(Proposal it, LocalDate from) {
    approve(it, from);
    jobs.runDue(it.caseId());
  }

  /** Decides that it is published, and leaves doing so to a node that runs jobs. */
  public void approve(Proposal it, LocalDate from) {
    askThePast();
    decide(
        second(), it, "review-edition", Map.of("verdict", "publish", "liveFrom", from.toString()));
  }
}
