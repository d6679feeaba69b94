package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.law.Replay;
import coop.artel.law.Replay.Result;
import coop.artel.law.Replays;
import coop.artel.meetings.Questions.Choice;
import coop.artel.values.PersonId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the law decided in admissions is decided again from its records alone. */
@House
class PastAdmissionsTest {
  private static final Caller LAWYER =
      new Caller(PersonId.random(), "Юрист", Map.of(), Set.of(PlatformRole.LAWYER));

  @Autowired private ApplicationContext house;
  @Autowired private Replay replay;
  @Autowired private JdbcClient sql;

  @Test
  void the_edition_in_force_says_to_admissions_what_it_said_byte_for_byte() {
    var staff = new Staff(house);
    var before = replayed();
    var admitted = staff.caseOfApplicant();
    staff.verifyIdentity(admitted, "paper");
    staff.vote(admitted, Choice.FOR);
    staff.sendNotice(admitted);
    staff.pay(admitted, "100.00", "300.00");
    var child = staff.apply(Map.of("born", staff.today().minusYears(12).toString())).caseId();

    var after = replayed();

    assertThat(staff.outcome(admitted)).isEqualTo("member-admitted");
    int decided = decisionsOf(admitted, child);
    assertThat(decided).isGreaterThanOrEqualTo(5);
    // Others have been in this house, and their decisions are none of this test's.
    var more = new EnumMap<>(after.counts());
    before.counts().forEach((result, number) -> more.merge(result, -number, Integer::sum));
    more.values().removeIf(number -> number == 0);
    assertThat(more).containsExactly(Map.entry(Result.SAME, decided));
    assertThat(after.edition()).isEqualTo(before.edition());
  }

  private Replay.Run replayed() {
    var run = replay.start(LAWYER, "ru", null);
    Replays.run(house);
    return replay.find(LAWYER, run.id());
  }

  private int decisionsOf(String... cases) {
    return sql.sql("select count(*) from law.decisions where case_id in (:cases)")
        .param("cases", List.of(cases))
        .query(Integer.class)
        .single();
  }
}
