package coop.artel.law;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions of the past by the thousand, so that it can be measured what asks about them again. */
public final class ManyDecisions {
  private static final int TOGETHER = 1000;
  private static final int OF_A_PERSON = 5;

  private final Law law;
  private final DecisionStore decisions;
  private final TransactionTemplate transaction;

  ManyDecisions(Law law, DecisionStore decisions, PlatformTransactionManager transactions) {
    this.law = law;
    this.decisions = decisions;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Of a running service. */
  public static ManyDecisions in(BeanFactory service) {
    return new ManyDecisions(
        service.getBean(Law.class),
        service.getBean(DecisionStore.class),
        service.getBean(PlatformTransactionManager.class));
  }

  /** Keeps what the law in force answers, with one of these facts after the other. */
  public void add(CooperativeId cooperative, Facts[] facts, LocalDate day, int count) {
    var answers = Arrays.stream(facts).map(it -> law.foresee(it, cooperative, day)).toList();
    for (int first = 0; first < count; first += TOGETHER) {
      int from = first;
      int to = Math.min(count, first + TOGETHER);
      transaction.executeWithoutResult(status -> add(facts, answers, from, to));
    }
  }

  private void add(Facts[] facts, List<Decision> answers, int from, int to) {
    var person = PersonId.random();
    for (int i = from; i < to; i++) {
      if (i % OF_A_PERSON == 0) {
        person = PersonId.random();
      }
      int which = i % facts.length;
      decisions.add(
          anew(answers.get(which)), person, FactNames.texts(facts[which]), "case of " + person);
    }
  }

  private static Decision anew(Decision it) {
    return new Decision(
        UUID.randomUUID(),
        it.cooperative(),
        it.question(),
        it.referenceDate(),
        it.outcome(),
        it.missing(),
        it.reasons(),
        it.findings(),
        it.edition(),
        it.digest(),
        it.demonstration(),
        it.basis());
  }
}
