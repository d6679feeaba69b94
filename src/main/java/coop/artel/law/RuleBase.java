package coop.artel.law;

import coop.artel.law.sentences.Matter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.rule.Match;
import org.kie.api.time.SessionPseudoClock;

/**
 * One question's rules in the engine. Each asking has a session to itself, whose clock stands at
 * noon of the day asked about, so that the rules of that day are in force. A session that came to
 * its end is emptied and kept for the next asking.
 */
final class RuleBase {
  private static final int FIRINGS = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String name;
  private final KieBase base;
  private final KieSessionConfiguration configuration;
  private final Duration patience;
  private final BlockingQueue<KieSession> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  RuleBase(String name, KieBase base, Duration patience) {
    this.name = name;
    this.base = base;
    this.patience = patience;
    configuration = KieServices.get().newKieSessionConfiguration();
    configuration.setOption(ClockTypeOption.PSEUDO);
  }

  /** Nothing is compiled: the engine takes the rules as objects. */
  static RuleBase of(String name, List<Guarded> rules) {
    var model = new ModelImpl();
    rules.forEach(rule -> model.addRule(RuleModel.of("rules", rule)));
    return new RuleBase(name, KieBaseBuilder.createKieBaseFromModel(model), PATIENCE);
  }

  /** Fires the rules in force on a day over a matter, which afterwards holds what they found. */
  void judge(Matter matter, LocalDate day) {
    var kept = idle.poll();
    var session = kept == null ? base.newKieSession(configuration, null) : kept;
    boolean ended = false;
    try {
      judge(session, matter, day);
      ended = true;
    } finally {
      if (!ended || !keep(session)) {
        session.dispose();
      }
    }
  }

  /** The same in a session that nobody has used or will. */
  void judgeAfresh(Matter matter, LocalDate day) {
    var session = base.newKieSession(configuration, null);
    try {
      judge(session, matter, day);
    } finally {
      session.dispose();
    }
  }

  private void judge(KieSession session, Matter matter, LocalDate day) {
    SessionPseudoClock clock = session.getSessionClock();
    var noon = day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant();
    clock.advanceTime(noon.toEpochMilli() - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
    session.insert(matter);
    long end = System.nanoTime() + patience.toNanos();
    int fired = session.fireAllRules(match -> inTime(match, end), FIRINGS);
    if (fired >= FIRINGS) {
      throw new RulesDoNotEnd(name);
    }
  }

  /** Nothing of one matter is left to the next. */
  private boolean keep(KieSession session) {
    ((StatefulKnowledgeSessionImpl) session).reset();
    return idle.offer(session);
  }

  private static boolean inTime(Match match, long end) {
    if (System.nanoTime() - end > 0) {
      throw new RulesDoNotEnd(match.getRule().getName());
    }
    return true;
  }
}
