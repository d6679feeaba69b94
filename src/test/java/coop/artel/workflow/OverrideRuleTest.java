package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.DeedSample;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who proposes to complete a task against the law, and who lets it be done. */
class OverrideRuleTest {
  private static final String TASK = "t-1";

  private final OverrideRows rows = mock();
  private final OverrideRule rule = new OverrideRule(rows);
  private final CooperativeId here = CooperativeId.random();
  private final PersonId subject = PersonId.random();
  private final Deed deed =
      DeedSample.waiting(
          UUID.randomUUID(),
          Overrides.DEED,
          TASK,
          "ab".repeat(32),
          PersonId.random(),
          Instant.EPOCH);

  private void waits(Set<Office> groups, PersonId holder) {
    var names =
        groups.stream().map(it -> here + ":" + it.id()).collect(Collectors.toUnmodifiableSet());
    when(rows.place(TASK))
        .thenReturn(Optional.of(new OverrideRows.Place("c-1", here, names, holder, subject)));
  }

  private static Caller holder(PersonId person, CooperativeId cooperative, Office office) {
    return new Caller(person, "Кто-то", Map.of(cooperative, Set.of(office)), Set.of());
  }

  @ParameterizedTest
  @EnumSource(Office.class)
  void the_chair_and_the_council_decide_and_no_other_office(Office office) {
    waits(Set.of(Office.SECRETARY), PersonId.random());
    boolean may = office == Office.CHAIR || office == Office.COUNCIL;

    assertThat(rule.mayDecide(holder(PersonId.random(), here, office), deed)).isEqualTo(may);
    assertThat(rule.mayDecide(holder(PersonId.random(), CooperativeId.random(), office), deed))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Office.class,
      names = {"CHAIR", "COUNCIL"})
  void nobody_decides_about_themselves(Office office) {
    waits(Set.of(Office.SECRETARY), PersonId.random());

    assertThat(rule.mayDecide(holder(subject, here, office), deed)).isFalse();
    var deputy =
        new Caller(
            PersonId.random(),
            "Кто-то",
            Map.of(here, Set.of(office)),
            Set.of(),
            Set.of(),
            Map.of(here, Map.of(office, subject)));
    assertThat(rule.mayDecide(deputy, deed)).as("nor does their deputy").isFalse();
  }

  @Test
  void whoever_may_do_the_task_proposes() {
    waits(Set.of(Office.SECRETARY), PersonId.random());

    assertThat(rule.mayPropose(holder(PersonId.random(), here, Office.SECRETARY), TASK)).isTrue();
    assertThat(rule.mayPropose(holder(PersonId.random(), here, Office.CHAIR), TASK)).isFalse();
    assertThat(
            rule.mayPropose(
                holder(PersonId.random(), CooperativeId.random(), Office.SECRETARY), TASK))
        .isFalse();
    assertThat(rule.mayPropose(holder(PersonId.random(), here, Office.SECRETARY), "t-2")).isFalse();
  }

  @Test
  void a_task_of_one_person_is_that_persons_to_propose() {
    var person = PersonId.random();
    waits(Set.of(), person);

    assertThat(rule.mayPropose(holder(person, here, Office.AUDITOR), TASK)).isTrue();
    assertThat(rule.mayPropose(holder(PersonId.random(), here, Office.CHAIR), TASK)).isFalse();
  }
}
