package coop.artel.tour;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.law.RuleDrafts;
import coop.artel.values.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The demonstration cooperative on a working day, played once through the pages: one person
 * admitted, and others on every stretch of the way.
 */
final class Scene {
  /** As the demonstration wrote it down. */
  record Account(String role, String name, String login, String password, String token) {}

  private record Accounts(String cooperative, String cooperativeName, List<Account> accounts) {}

  static final Applicant ADMITTED = Applicant.adult("Миронова", "Екатерина", "Андреевна");
  static final Applicant BEFORE_COUNCIL = Applicant.adult("Щукин", "Глеб", "Олегович");
  static final Applicant NEW = Applicant.adult("Абдуллаев", "Тимур", "Рашидович");
  static final Applicant TAKEN = Applicant.adult("Белова", "Софья", "Марковна");
  static final Applicant ASKED = Applicant.adult("Новиков", "Артём", "Егорович").withoutAddress();
  static final Applicant CHILD = Applicant.child("Зайцева", "Полина", "Игоревна");

  private final Environment environment;
  private final DataFolder data;
  private final RuleDrafts drafts;
  private final Map<String, Guest> staff = new HashMap<>();
  private final Map<Applicant, Guest> applicants = new HashMap<>();
  private @Nullable Accounts accounts;
  private final Things things = new Things(this);
  private boolean played;

  Scene(Environment environment, DataFolder data, RuleDrafts drafts) {
    this.environment = environment;
    this.data = data;
    this.drafts = drafts;
  }

  RuleDrafts drafts() {
    return drafts;
  }

  String server() {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
  }

  /** Whoever does this work, at a browser where they have signed in. */
  Guest at(String login) {
    return staff.computeIfAbsent(login, it -> Guest.at(server(), "ru").signsIn(account(login)));
  }

  Guest anybody() {
    return staff.computeIfAbsent("", it -> Guest.at(server(), "ru"));
  }

  /** An applicant of the played day, at the page that the personal link opens. */
  Guest at(Applicant applicant) {
    return applicants.get(applicant);
  }

  List<String> council() {
    return accounts().accounts().stream()
        .filter(it -> List.of("chair", "council").contains(it.role()))
        .map(Account::login)
        .toList();
  }

  String cooperative() {
    return accounts().cooperative();
  }

  Things things() {
    return things;
  }

  Admission admission() {
    return new Admission(this);
  }

  /** Plays the day if nobody has asked for it yet. */
  synchronized Scene played() {
    if (!played) {
      play();
      played = true;
    }
    return this;
  }

  private void play() {
    var admission = admission();
    for (Applicant applicant : List.of(ADMITTED, BEFORE_COUNCIL, CHILD, ASKED, TAKEN, NEW)) {
      applicants.put(applicant, admission.applies(Guest.at(server(), "ru"), applicant));
    }
    admission.verifiesIdentity(at("secretary"), ADMITTED);
    admission.verifiesIdentity(at("secretary"), BEFORE_COUNCIL);
    council().forEach(member -> admission.votes(at(member), ADMITTED));
    council().subList(1, 4).forEach(member -> admission.votes(at(member), BEFORE_COUNCIL));
    admission.sendsNotice(at("secretary"), ADMITTED);
    admission.confirmsPayment(at("accountant"), ADMITTED);
    at(ADMITTED).waitsFor("/application", "Принят в пайщики");
    admission.takes(at("secretary"), TAKEN);
    at("auditor").waitsFor(admission.caseOf(at("auditor"), ADMITTED), "в цепи");
  }

  /** The first line of the register; its number hangs on what other tests have entered. */
  String registerEntry() {
    return new Api(server(), account("secretary").token())
        .get("cooperatives/" + cooperative() + "/members")
        .path("members")
        .path(0)
        .path("number")
        .asText();
  }

  Account account(String login) {
    return accounts().accounts().stream()
        .filter(it -> it.login().equals(login))
        .findFirst()
        .orElseThrow();
  }

  private Accounts accounts() {
    if (accounts == null) {
      try {
        accounts =
            new ObjectMapper()
                .readValue(data.resolve("demo/accounts.json").toFile(), Accounts.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return accounts;
  }
}
