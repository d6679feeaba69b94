package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.access.Viewings.Filter;
import coop.artel.access.Viewings.Kind;
import coop.artel.access.Viewings.Viewing;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ViewingsTest {
  private static final CooperativeId OURS = CooperativeId.random();
  private static final CooperativeId THEIRS = CooperativeId.random();
  private static final PersonId MARIA = PersonId.random();
  private static final Filter ALL = new Filter(null, null, null, null, null);

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database.service());
  private final Viewings viewings = with(Duration.ofMinutes(5), Duration.ofDays(1826));
  private final Caller auditor = officer(OURS, Office.AUDITOR);
  private final Caller secretary = officer(OURS, Office.SECRETARY);

  @Test
  void a_look_says_who_looked_at_whose_what_and_when() {
    var before = Instant.now().minusSeconds(60);
    viewings.add(secretary, OURS, Kind.CASE, "c-1", MARIA);

    assertThat(viewings.list(auditor, ALL, 0, 10))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it)
                  .isEqualTo(
                      new Viewing(
                          it.at(), secretary.person(), null, OURS, Kind.CASE, "c-1", MARIA));
              assertThat(it.at()).isBetween(before, Instant.now().plusSeconds(60));
            });
  }

  @Test
  void looking_again_at_once_is_the_same_look_and_at_something_else_another() {
    viewings.add(secretary, OURS, Kind.CASE, "c-1", MARIA);
    viewings.add(secretary, OURS, Kind.CASE, "c-1", MARIA);
    viewings.add(secretary, OURS, Kind.EXPORT, "c-1", MARIA);
    viewings.add(secretary, OURS, Kind.CASE, "c-2", MARIA);
    viewings.add(secretary, OURS, Kind.REGISTER, null, null);
    viewings.add(secretary, OURS, Kind.REGISTER, null, null);
    viewings.add(auditor, OURS, Kind.CASE, "c-1", MARIA);

    assertThat(viewings.count(auditor, ALL)).isEqualTo(5);
  }

  @Test
  void looking_again_later_is_another_look() {
    var strict = with(Duration.ZERO, Duration.ofDays(1826));
    strict.add(secretary, OURS, Kind.CASE, "c-1", MARIA);
    strict.add(secretary, OURS, Kind.CASE, "c-1", MARIA);

    assertThat(viewings.count(auditor, ALL)).isEqualTo(2);
  }

  @Test
  void who_looks_at_the_own_case_leaves_no_trace() {
    viewings.add(secretary, OURS, Kind.CASE, "c-1", secretary.person());

    assertThat(viewings.count(auditor, ALL)).isZero();
  }

  @Test
  void looks_are_found_by_case_person_kind_and_time() {
    viewings.add(secretary, OURS, Kind.CASE, "c-1", MARIA);
    viewings.add(secretary, OURS, Kind.REGISTER, null, null);

    assertThat(found(new Filter("c-1", null, null, null, null))).containsExactly(Kind.CASE);
    assertThat(found(new Filter(null, List.of(MARIA), null, null, null)))
        .containsExactly(Kind.CASE);
    assertThat(found(new Filter(null, List.of(secretary.person()), null, null, null))).hasSize(2);
    assertThat(found(new Filter(null, List.of(), null, null, null))).isEmpty();
    assertThat(found(new Filter(null, null, Kind.REGISTER, null, null)))
        .containsExactly(Kind.REGISTER);
    var now = Instant.now();
    assertThat(found(new Filter(null, null, null, now.plusSeconds(600), null))).isEmpty();
    assertThat(found(new Filter(null, null, null, null, now.minusSeconds(600)))).isEmpty();
    assertThat(viewings.ofCase("c-1", 10)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Office.class)
  void only_the_auditor_and_the_chair_are_told(Office office) {
    viewings.add(secretary, OURS, Kind.CASE, "c-1", MARIA);
    var may = office == Office.AUDITOR || office == Office.CHAIR;

    assertThat(viewings.mayList(officer(OURS, office))).isEqualTo(may);
    assertThat(viewings.count(officer(OURS, office), ALL)).isEqualTo(may ? 1 : 0);
    assertThat(viewings.count(officer(THEIRS, office), ALL)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update access.viewings set viewer = person",
        "delete from access.viewings",
        "truncate access.viewings"
      })
  void the_service_itself_cannot_change_what_was_written(String statement) {
    viewings.add(secretary, OURS, Kind.CASE, "c-1", MARIA);

    assertThatThrownBy(() -> sql.sql(statement).update())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void only_what_is_older_than_the_setting_and_than_a_year_is_forgotten() {
    aged("400 days");
    aged("370 days");
    aged("360 days");

    assertThat(with(Duration.ZERO, Duration.ofDays(380)).forget()).isEqualTo(1);
    assertThat(with(Duration.ZERO, Duration.ofDays(1)).forget()).isEqualTo(1);
    assertThat(viewings.count(auditor, ALL)).isEqualTo(1);
  }

  private void aged(String age) {
    JdbcClient.create(database.owner())
        .sql(
            "insert into access.viewings (at, viewer, cooperative, kind)"
                + " values (now() - ?::interval, ?, ?, 'case')")
        .params(age, MARIA.value(), OURS.value())
        .update();
  }

  private List<Kind> found(Filter filter) {
    return viewings.list(auditor, filter, 0, 10).stream().map(Viewing::kind).toList();
  }

  private Viewings with(Duration again, Duration keep) {
    return new Viewings(sql, new ViewingSettings(keep, again));
  }

  private static Caller officer(CooperativeId cooperative, Office office) {
    return new Caller(PersonId.random(), "Кто-то", Map.of(cooperative, Set.of(office)), Set.of());
  }
}
