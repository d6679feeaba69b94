package coop.artel.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import coop.artel.access.Accounts;
import coop.artel.access.Callers;
import coop.artel.access.PlatformRole;
import coop.artel.law.AdmissionFacts;
import coop.artel.law.Decision;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.law.Publication;
import coop.artel.law.Publications;
import coop.artel.law.Replay;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.publishing.Proposal;
import coop.artel.publishing.Proposals;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.workflow.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One lawyer raises an age, another publishes it: what becomes of those who apply. */
@OpenHouse
class TwoLawyersInBrowserTest {
  private static final String CASES = "jurisdictions/ru/cases/admission.yaml";
  private static final String PASSWORD = "a long password";
  private static final String PUBLICATIONS = "/rules/ru/publications";
  private static final String TITLE = "Приём с двадцати одного";
  private static final int RAISED = 21;
  private static final Applicant BEFORE = nineteen("Заозёрский", "Лев");
  private static final Applicant AFTER = nineteen("Перелыгин", "Иван");

  @Autowired Scene scene;
  @Autowired Law law;
  @Autowired Replay replay;
  @Autowired Publications publications;
  @Autowired Proposals proposals;
  @Autowired Tasks tasks;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Callers callers;
  @Autowired PlatformTransactionManager transactions;
  private PersonId author;
  private PersonId second;
  private Guest atAuthors;
  private Guest atSeconds;
  private Publication before;

  @BeforeEach
  void two_lawyers_in_earnest_sit_down() {
    before = newest();
    author = lawyer("Автухов");
    second = lawyer("Рецензентова");
    atAuthors = signedIn(author);
    atSeconds = signedIn(second);
  }

  /** Whatever has failed: others find the law as it was. */
  @AfterEach
  void the_law_is_as_it_was() {
    atAuthors.close();
    atSeconds.close();
    if (!newest().fileSet().equals(before.fileSet())) {
      var back = proposals.restore(callers.of(author), "ru", before.number());
      var task =
          Awaitility.await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> tasks.ofCase(back.caseId()), open -> !open.isEmpty())
              .get(0);
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> replay.done(back.fileSet()).isPresent());
      tasks.claim(callers.of(second), task.id());
      tasks.complete(
          callers.of(second),
          task.id(),
          Map.of("verdict", "publish", "liveFrom", publications.today("ru").toString()));
      isInForce(before.fileSet());
    }
  }

  @Test
  void a_raised_age_decides_the_next_application_and_leaves_the_running_one_as_it_was() {
    var admission = scene.admission();
    var secretary = scene.at("secretary");
    admission.applies(scene.anybody(), BEFORE);
    secretary.waitsForRow("/tasks?view=groups", "Сверить личность", BEFORE.name());
    var running = admission.caseOf(secretary, BEFORE).replace("/cases/", "");
    var once = ask(born(19), running);
    var tooYoung = new HashSet<UUID>();
    var drawn = draw(tooYoung);

    var draft = raises();
    mends(draft);
    var proposal = proposed();

    assertThat(flipped(proposal, drawn)).isEqualTo(tooYoung);
    publishes(proposal);
    isInForce(proposal.fileSet());
    admission.applies(scene.anybody(), AFTER);
    secretary.waitsForRow("/tasks?view=groups", "Решить о возврате", AFTER.name());
    assertThat(ask(born(19), UUID.randomUUID().toString()).outcome()).isEqualTo(Outcome.REFUSED);
    var again = ask(born(19), running);
    assertThat(again.outcome()).isEqualTo(once.outcome()).isNotEqualTo(Outcome.REFUSED);
    assertThat(again.edition()).isEqualTo(once.edition()).isEqualTo(before.edition());

    atAuthors.opens(PUBLICATIONS);
    atAuthors
        .page()
        .locator("form[action$='/publications/%d/restoration'] button".formatted(before.number()))
        .click();
    var back = reviewed();
    publishes(back);
    isInForce(before.fileSet());
    atSeconds.opens(PUBLICATIONS).sees("сейчас");
    assertThat(newest().number()).isEqualTo(before.number() + 2);
    assertThat(atAuthors.complaints()).isEmpty();
    assertThat(atSeconds.complaints()).isEmpty();
  }

  /** A new draft in which the age stands higher than in law and charter; where its page is. */
  private String raises() {
    atAuthors
        .opens("/rules/ru")
        .follows("Проекты правил")
        .fills("Что меняется", TITLE)
        .fills("Почему", "Так решили законодатели")
        .presses("Начать проект")
        .sees(TITLE);
    var draft = atAuthors.path();
    assertThat(button("Предложить к публикации")).isDisabled();
    atAuthors.page().locator(".tabs a").filter(having("Нормы")).click();
    atAuthors.page().locator("[id='membership.min-age'] a[href*='figure=0']").click();
    atAuthors.fills("Значение", Integer.toString(RAISED)).presses("Сохранить");
    atAuthors.page().waitForURL("**/norms#membership.min-age");
    atAuthors.opens(draft).sees("не сходятся: правила отвечают не то");
    assertThat(button("Предложить к публикации")).isDisabled();
    atAuthors.sees("Сначала исправьте примеры");
    return draft;
  }

  /** Writes to each red case what the rules find now, in the file as a text. */
  private void mends(String draft) {
    var api = new Api(scene.server(), scene.account("lawyer").token());
    var whole = api.get(draft.substring(1));
    var text = api.get(draft.substring(1) + "/files?path=" + CASES).path("text").asText();
    for (JsonNode red : whole.path("red")) {
      text = mended(text, red.path("id").asText(), red.path("found").asText());
    }
    try (var plain = Guest.withoutScripts(scene.server(), "ru")) {
      plain.signsIn(account(author)).opens(draft + "/file?path=" + CASES);
      plain.fills("Текст файла", text).presses("Сохранить").sees("Сохранено");
    }
    atAuthors.opens(draft);
    assertThat(button("Предложить к публикации")).isEnabled();
  }

  private static String mended(String text, String id, String found) {
    var block =
        Pattern.compile("(?ms)^- id: " + Pattern.quote(id) + "$.*?(?=^\\R|\\z)").matcher(text);
    assertThat(block.find()).as(id).isTrue();
    var rest =
        block.group().replaceAll("(?m)^  (outcome|article|missing): .*\\R?", "").stripTrailing();
    var article = found.equals("granted") ? "" : "\n  article: 3085-1, ст. 7";
    return text.substring(0, block.start())
        + rest
        + "\n  outcome: "
        + found
        + article
        + "\n"
        + text.substring(block.end());
  }

  private Proposal proposed() {
    atAuthors.presses("Предложить к публикации");
    return reviewed();
  }

  /** What the author's page shows, once it waits for the second lawyer and the past is known. */
  private Proposal reviewed() {
    atAuthors.page().waitForURL("**/proposals/**");
    var path = atAuthors.path();
    atAuthors.waitsFor(path, "ждёт второго юриста").waitsFor(path, "Закончена");
    return proposals.find(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
  }

  private void publishes(Proposal it) {
    atSeconds
        .opens("/rules/ru/proposals/" + it.id())
        .follows("К задаче")
        .presses("Взять в работу")
        .picks("Опубликовать")
        .fills("Действует с", publications.today("ru").toString())
        .presses("Завершить")
        .sees("Квитанция");
  }

  /** Of the drawn decisions those that would turn out otherwise. */
  private Set<UUID> flipped(Proposal it, Set<UUID> drawn) {
    var run = replay.done(it.fileSet()).orElseThrow();
    var flipped = new HashSet<UUID>();
    replay
        .flips(callers.of(author), run.id(), "admission", 0, Replay.MOST)
        .forEach(flip -> flipped.add(flip.decision()));
    flipped.retainAll(drawn);
    return flipped;
  }

  /** Decisions of the past on people whom law and charter, which says eighteen, let in. */
  private Set<UUID> draw(Set<UUID> tooYoung) {
    var random = new Random();
    var drawn = new HashSet<UUID>();
    int count = 20 + random.nextInt(20);
    for (int i = 0; i < count; i++) {
      boolean young = random.nextInt(3) == 0;
      var born =
          young
              ? born(RAISED).plusDays(2 + random.nextInt(1000))
              : born(RAISED + random.nextInt(60)).minusDays(2 + random.nextInt(300));
      var decision = ask(born, UUID.randomUUID().toString()).id();
      drawn.add(decision);
      if (young) {
        tooYoung.add(decision);
      }
    }
    return drawn;
  }

  private Decision ask(LocalDate born, String caseId) {
    var today = publications.today("ru");
    var facts = new AdmissionFacts("council", true, true, born, true, today, true, false);
    return new TransactionTemplate(transactions)
        .execute(
            status ->
                law.ask(
                    facts,
                    CooperativeId.of(scene.cooperative()),
                    today,
                    PersonId.random(),
                    caseId));
  }

  private LocalDate born(int years) {
    return publications.today("ru").minusYears(years);
  }

  private static Applicant nineteen(String family, String given) {
    return new Applicant(
        family,
        given,
        "Олегович",
        Applicant.today().minusYears(19).minusDays(40),
        "г. Москва, ул. Учебная, д. 5, кв. 12");
  }

  private void isInForce(String fileSet) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> publications.now("ru").map(Publication::fileSet).orElse("").equals(fileSet));
  }

  private Publication newest() {
    return publications.find("ru", publications.newest("ru"));
  }

  private Locator button(String name) {
    return atAuthors.page().locator("button").filter(having(name));
  }

  private static Locator.FilterOptions having(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  /** Lawyers of the demonstration publish nothing once a cooperative in earnest has moved in. */
  private PersonId lawyer(String family) {
    var id = PersonId.random();
    people.register(
        new Person(
            id, family, "Лада", null, LocalDate.of(1980, 2, 3), "г. Москва", null, null, null));
    accounts.open(id, login(id), PASSWORD, Set.of(PlatformRole.LAWYER));
    return id;
  }

  private static String login(PersonId id) {
    return "lawyer-" + id.toString().substring(0, 8);
  }

  private static Scene.Account account(PersonId id) {
    return new Scene.Account("lawyer", "Лада", login(id), PASSWORD, "");
  }

  private Guest signedIn(PersonId id) {
    return Guest.at(scene.server(), "ru").signsIn(account(id));
  }
}
