package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import coop.artel.access.Caller;
import coop.artel.law.Decision;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.law.SigningFacts;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a guard lets through, and that a task without one costs nothing. */
class GuardsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private final Law law = mock(Law.class);
  private final TaskService engine = mock(TaskService.class);
  private final CooperativeId cooperative = CooperativeId.random();
  private final Caller secretary =
      new Caller(PersonId.random(), "Лебедева Анна", Map.of(), Set.of());
  private final Task task =
      new Task(
          "t-1",
          "c-1",
          "admit-member",
          "obtain-signature",
          cooperative,
          secretary.person(),
          Set.of(cooperative + ":secretary"),
          Instant.EPOCH,
          null,
          false);
  private Optional<Guard.Asked> asked =
      Optional.of(
          new Guard.Asked(
              new SigningFacts(true, false, null, null, null, false), DAY, PersonId.random()));
  private Guards guards = mock(Guards.class);

  @BeforeEach
  void a_transaction_and_a_guard() {
    TransactionSynchronizationManager.initSynchronization();
    var context = new StaticApplicationContext();
    context.registerBean("obtainSignatureGuard", Guard.class, Signed::new);
    context.refresh();
    guards = new Guards(context, provided(law));
    when(law.answers("signing", cooperative)).thenReturn(true);
  }

  @AfterEach
  void no_transaction() {
    TransactionSynchronizationManager.clear();
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"REFUSED", "MISSING"})
  void what_the_law_refuses_or_misses_something_for_is_not_completed(Outcome outcome) {
    answers(outcome);

    assertThatThrownBy(() -> complete("signing")).isInstanceOf(TaskForbiddenByLaw.class);
    verify(engine, never()).complete(any(), anyMap());
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"GRANTED", "HUMAN"})
  void what_the_law_grants_or_leaves_to_a_person_is_completed(Outcome outcome) {
    answers(outcome);

    complete("signing");

    verify(engine).complete("t-1", Map.of("overridden", false));
  }

  @Test
  void where_there_are_no_rules_the_task_is_completed_unasked_and_this_is_told() {
    when(law.answers("signing", cooperative)).thenReturn(false);

    complete("signing");

    verify(law, never()).foresee(any(), any(), any(), any());
    verify(engine).complete("t-1", Map.of("overridden", false));
    assertThat(guards.asks("signing", cooperative)).isEqualTo(new GuardQuestion("signing", false));
  }

  @Test
  void what_is_not_the_laws_to_forbid_is_not_asked() {
    asked = Optional.empty();

    complete("signing");

    verify(law, never()).foresee(any(), any(), any(), any());
  }

  @Test
  void a_task_that_no_model_guards_costs_no_question() {
    guards = mock(Guards.class);

    complete(null);

    verifyNoInteractions(guards, law);
    verify(engine).complete("t-1", Map.of());
  }

  @Test
  void a_guard_is_found_by_its_task_and_its_question() {
    assertThat(guards.has("obtain-signature", "signing")).isTrue();
    assertThat(guards.has("obtain-signature", "entry")).isFalse();
    assertThat(guards.has("verify-identity", "signing")).isFalse();
  }

  private void complete(@org.jspecify.annotations.Nullable String guard) {
    FormHandler handler = mock();
    when(handler.form()).thenReturn("obtain-signature");
    when(handler.handle(any())).thenReturn(List.of());
    ObjectProvider<FormHandler> handlers = mock();
    when(handlers.stream()).thenReturn(Stream.of(handler));
    new TaskCompletion(engine, mock(Notes.class), guards, handlers)
        .complete(secretary, task, guard, Map.of());
  }

  private void answers(Outcome outcome) {
    when(law.foresee(any(), eq(cooperative), eq(DAY), eq("c-1")))
        .thenReturn(
            new Decision(
                UUID.randomUUID(),
                cooperative,
                "signing",
                DAY,
                outcome,
                List.of(),
                List.of(),
                List.of(),
                "ab",
                "cd",
                false));
  }

  private static ObjectProvider<Law> provided(Law law) {
    ObjectProvider<Law> provider = mock();
    when(provider.getObject()).thenReturn(law);
    return provider;
  }

  private final class Signed implements Guard {
    @Override
    public String question() {
      return "signing";
    }

    @Override
    public Optional<Asked> asks(Submission submission) {
      return asked;
    }
  }
}
