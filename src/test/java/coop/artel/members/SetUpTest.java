package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Accounts;
import coop.artel.access.Callers;
import coop.artel.access.PlatformRole;
import coop.artel.law.Foundings;
import coop.artel.members.SetUp.Item;
import coop.artel.members.SetUp.Line;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What a cooperative lacks, from the day that it is entered to its first application. */
@House
@Transactional
class SetUpTest {
  @Autowired private SetUp setUp;
  @Autowired private Foundings foundings;
  @Autowired private Applications applications;
  @Autowired private Cooperatives cooperatives;
  @Autowired private Offices offices;
  @Autowired private People people;
  @Autowired private Accounts accounts;
  @Autowired private Callers callers;
  @Autowired private JdbcClient sql;

  private CooperativeId demonstration;
  private CooperativeId dawn;

  @BeforeEach
  void a_new_cooperative() {
    demonstration = cooperatives.all().get(0).id();
    dawn = found("consumer-society", "1027700132195");
  }

  @Test
  void the_demonstration_cooperative_lacks_nothing_that_an_admission_needs() {
    var report = setUp.of(demonstration);

    assertThat(report.admits()).isTrue();
    assertThat(report.missing()).isEmpty();
    assertThat(line(demonstration, Item.COUNCIL))
        .isEqualTo(new Line(Item.COUNCIL, true, false, 9, 9, 0));
  }

  @Test
  void a_new_one_lacks_officers_and_charter_and_takes_no_application() {
    var report = setUp.of(dawn);

    assertThat(report.lines())
        .filteredOn(line -> line.needed() && !line.there() && line.item() != Item.LAWYER)
        .extracting(Line::item)
        .containsExactly(Item.CHAIR, Item.SECRETARY, Item.CHARTER, Item.ACCOUNTANT);
    assertThat(report.missing()).hasSize(11).anyMatch(it -> it.key().equals("council.size"));
    long before = persons();
    assertThatThrownBy(() -> applications.form(dawn)).isInstanceOf(AdmissionNotReady.class);
    var digest = applications.consent(dawn).digest();
    assertThatThrownBy(() -> applications.apply(dawn, Map.of("familyName", "Лунина"), digest))
        .isInstanceOf(AdmissionNotReady.class);
    assertThat(persons()).isEqualTo(before);
  }

  @Test
  void an_invented_lawyer_is_none_beside_a_real_cooperative() {
    // The house is others' too: they may have opened accounts of lawyers who are none of the
    // invented.
    var real = line(dawn, Item.LAWYER).count();
    assertThat(line(demonstration, Item.LAWYER).there()).isTrue();
    assertThat(line(demonstration, Item.LAWYER).count()).isGreaterThan(real);
    assertThat(line(dawn, Item.LAWYER).there()).isEqualTo(real > 0);
    assertThat(line(dawn, Item.LAWYER).needed()).isTrue();

    var lawyer = new Person(PersonId.random(), "Право", "Нина", null, null, null, null, null, null);
    people.register(lawyer);
    accounts.open(
        lawyer.id(),
        "law-" + lawyer.id().toString().substring(0, 8),
        "очень длинный пароль",
        Set.of(PlatformRole.LAWYER));

    assertThat(line(dawn, Item.LAWYER).count()).isEqualTo(real + 1);
    assertThat(line(dawn, Item.LAWYER).there()).isTrue();
  }

  @Test
  void no_paper_is_entered_before_either() {
    var secretary = seat(Office.SECRETARY, true);
    var onPaper =
        new OnPaper(
            LocalDate.of(2026, 1, 15), "ab".repeat(32), LocalDate.of(2026, 1, 15), "cd".repeat(32));

    assertThatThrownBy(
            () ->
                applications.applyOnPaper(
                    callers.of(secretary), dawn, Map.of("familyName", "Лунина"), onPaper))
        .isInstanceOf(AdmissionNotReady.class);
  }

  @Test
  void it_takes_applications_once_each_thing_is_there_and_not_one_earlier() {
    for (var office : List.of(Office.CHAIR, Office.SECRETARY, Office.ACCOUNTANT)) {
      assertThat(setUp.admits(dawn)).isFalse();
      seat(office, true);
    }
    assertThat(setUp.admits(dawn)).isFalse();
    adoptChartersFigures();

    assertThat(setUp.admits(dawn)).isTrue();
    assertThat(setUp.of(dawn).admits()).isTrue();
    assertThat(line(dawn, Item.LAWYER).needed()).isFalse();
    assertThat(applications.form(dawn)).isNotNull();
  }

  @Test
  void what_is_there_can_be_lost_again() {
    seat(Office.CHAIR, true);
    seat(Office.SECRETARY, true);
    adoptChartersFigures();
    var accountant = seat(Office.ACCOUNTANT, true);
    assertThat(setUp.admits(dawn)).isTrue();

    offices.end(dawn, Office.ACCOUNTANT, accountant, today(), "протокол");

    assertThat(setUp.admits(dawn)).isFalse();
    assertThat(line(dawn, Item.ACCOUNTANT).there()).isFalse();
  }

  @Test
  void whoever_was_appointed_and_never_signed_in_is_counted_apart() {
    seat(Office.AUDITOR, false);

    assertThat(line(dawn, Item.AUDITOR)).isEqualTo(new Line(Item.AUDITOR, true, false, 1, 0, 1));
  }

  @Test
  void the_council_is_measured_against_the_charter() {
    adoptChartersFigures();
    seat(Office.CHAIR, true);
    seat(Office.COUNCIL, true);

    var line = line(dawn, Item.COUNCIL);
    assertThat(line.there()).isFalse();
    assertThat(line.count()).isEqualTo(2);
    assertThat(line.wanted()).isEqualTo(9);
  }

  @Test
  void a_council_of_more_than_the_charter_seats_is_told() {
    adoptChartersFigures();
    for (int seat = 0; seat < 10; seat++) {
      seat(Office.COUNCIL, false);
    }

    var line = line(dawn, Item.COUNCIL);

    assertThat(line.there()).isFalse();
    assertThat(line.tooMany()).isTrue();
    assertThat(line(demonstration, Item.COUNCIL).tooMany()).isFalse();
  }

  @Test
  void a_form_whose_admission_goes_another_way_is_told_so() {
    var fields = found("production-cooperative", "1037700258694");

    var rules = setUp.of(fields).lines().get(0);

    assertThat(rules.item()).isEqualTo(Item.RULES);
    assertThat(rules.there()).isFalse();
    assertThat(rules.needed()).isTrue();
  }

  private CooperativeId found(String form, String number) {
    var operator = callers.of(accounts.with(PlatformRole.OPERATOR).get(0));
    return foundings
        .found(
            operator,
            new Foundings.Draft(
                "ru",
                form,
                "Кооператив «Заря»",
                "«Заря»",
                number,
                "7707083893",
                "г. Тверь",
                "Europe/Moscow"))
        .id();
  }

  private void adoptChartersFigures() {
    var demonstrated = cooperatives.charter(demonstration, today());
    cooperatives.adopt(
        new Charter(dawn, today().minusDays(5), new LinkedHashMap<>(demonstrated.figures())));
  }

  private PersonId seat(Office office, boolean account) {
    var id = PersonId.random();
    people.register(new Person(id, "Зорина", "Вера", null, null, null, null, null, null));
    if (account) {
      accounts.open(id, office.id() + "-of-dawn", "верная лошадь батарея", Set.of());
    }
    offices.entrust(dawn, office, id, today().minusDays(3), null);
    return id;
  }

  private Line line(CooperativeId cooperative, Item item) {
    return setUp.of(cooperative).lines().stream()
        .filter(line -> line.item() == item)
        .findFirst()
        .orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.now(cooperatives.find(demonstration).zone());
  }

  private long persons() {
    return sql.sql("select count(*) from people.persons").query(Long.class).single();
  }
}
