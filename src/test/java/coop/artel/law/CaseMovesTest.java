package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.House;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it means to a case that another edition is in force. */
@House
class CaseMovesTest {
  private static final String NORMS = "jurisdictions/ru/norms.yaml";
  private static final String THIRTY_DAYS = "{forms: [consumer-society], value: 30, article: ";
  private static final LocalDate DECIDED = LocalDate.of(2025, 3, 23);
  private static final DecisionTermFacts AFTER_TWENTY_DAYS =
      new DecisionTermFacts(LocalDate.of(2025, 3, 3), DECIDED);

  @Autowired private CaseMoves moves;
  @Autowired private Law law;
  @Autowired private Editions editions;
  @Autowired private EditionStore store;
  @Autowired private Cooperatives cooperatives;

  private final String caseId = UUID.randomUUID().toString();
  private CooperativeId cooperative;
  private String before;

  @BeforeEach
  void a_case_that_was_decided() {
    cooperative = cooperatives.all().get(0).id();
    before = editions.currentSet("ru");
    assertThat(ask().outcome()).isEqualTo(Outcome.GRANTED);
  }

  @AfterEach
  void what_was_in_force_is_so_again() {
    if (!editions.currentSet("ru").equals(before)) {
      store.publish("ru", before, null, null, null, null);
    }
  }

  private Decision ask() {
    return law.ask(AFTER_TWENTY_DAYS, cooperative, DECIDED, PersonId.random(), caseId);
  }

  /** Decides within ten days what was to be decided within thirty. */
  private String publishTenDays() {
    var files = editions.files(before);
    var norms = files.byPath().get(NORMS);
    assertThat(norms).contains(THIRTY_DAYS + "\"3085-1, ст. 10(2)\"");
    var shorter =
        files.with(
            Map.of(
                NORMS, Optional.of(norms.replace(THIRTY_DAYS, THIRTY_DAYS.replace("30", "10")))));
    var fileSet = store.keep(shorter, editions.of(shorter).id());
    store.publish("ru", fileSet, null, null, null, null);
    return fileSet;
  }

  private List<CaseMoves.Step> steps() {
    return moves.steps("ru", List.of(caseId)).getOrDefault(caseId, List.of());
  }

  @Test
  void a_case_under_the_edition_in_force_has_nowhere_to_move() {
    assertThat(steps()).isEmpty();
  }

  @Test
  void the_same_facts_are_asked_again_under_the_edition_in_force() {
    var shorter = publishTenDays();

    assertThat(steps())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.question()).isEqualTo("decision-term");
              assertThat(it.from()).isEqualTo(before);
              assertThat(it.to()).isEqualTo(shorter);
              assertThat(it.then()).contains(Outcome.GRANTED);
              assertThat(it.now()).contains(Outcome.REFUSED);
              assertThat(it.otherwise()).isTrue();
            });
  }

  @Test
  void a_case_keeps_its_edition_until_it_is_moved() {
    publishTenDays();
    assertThat(ask().outcome()).isEqualTo(Outcome.GRANTED);

    moves.move("ru", caseId);

    assertThat(ask().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(steps()).isEmpty();
  }
}
