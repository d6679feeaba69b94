package coop.artel.law;

import coop.artel.law.RuleNotUnderstood.Problem;
import coop.artel.law.sentences.Matter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.rule.Match;
import org.kie.api.time.SessionPseudoClock;

/**
 * One question's DRL compiled as an executable model. Each asking has a session of its own, whose
 * clock stands at noon of the day asked about, so that the rules of that day are in force.
 */
final class RuleBase implements AutoCloseable {
  private static final AtomicLong COUNT = new AtomicLong();
  private static final int FIRINGS = 1000;

  static {
    fixDateFormat();
  }

  private final String name;
  private final ReleaseId release;
  private final KieContainer container;
  private final KieBase base;
  private final KieSessionConfiguration configuration;
  private final Duration patience;

  private RuleBase(String name, ReleaseId release, KieContainer container, Duration patience) {
    this.name = name;
    this.release = release;
    this.container = container;
    this.patience = patience;
    base = container.getKieBase();
    configuration = KieServices.get().newKieSessionConfiguration();
    configuration.setOption(ClockTypeOption.PSEUDO);
  }

  /**
   * To be called before Drools' parser is loaded: its default depends on the machine's language.
   */
  static void fixDateFormat() {
    System.setProperty("drools.dateformat", "yyyy-MM-dd");
  }

  /** DRL that begins with its package; what cannot be compiled is told with the name. */
  static RuleBase compile(String name, String drl) {
    return compile(name, drl, Duration.ofSeconds(2));
  }

  static RuleBase compile(String name, String drl, Duration patience) {
    var services = KieServices.get();
    var release = services.newReleaseId("coop.artel", "edition", "1." + COUNT.incrementAndGet());
    var files = services.newKieFileSystem().generateAndWritePomXML(release);
    var folder = drl.substring("package ".length(), drl.indexOf(';')).replace('.', '/');
    files.write("src/main/resources/%s/rules.drl".formatted(folder), drl);
    var loader = RuleBase.class.getClassLoader();
    var results =
        services.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class).getResults();
    if (results.hasMessages(Message.Level.ERROR)) {
      services.getRepository().removeKieModule(release);
      var first = results.getMessages(Message.Level.ERROR).get(0);
      throw new RuleNotUnderstood(
          Problem.NOT_COMPILED, name, Math.max(1, first.getLine()), first.getText());
    }
    return new RuleBase(name, release, services.newKieContainer(release, loader), patience);
  }

  /** Fires the rules in force on a day over a matter, which afterwards holds what they found. */
  void judge(Matter matter, LocalDate day) {
    var session = base.newKieSession(configuration, null);
    try {
      SessionPseudoClock clock = session.getSessionClock();
      var noon = day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant();
      clock.advanceTime(noon.toEpochMilli() - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
      session.insert(matter);
      long end = System.nanoTime() + patience.toNanos();
      int fired = session.fireAllRules(match -> inTime(match, end), FIRINGS);
      if (fired >= FIRINGS) {
        throw new RulesDoNotEnd(name);
      }
    } finally {
      session.dispose();
    }
  }

  private static boolean inTime(Match match, long end) {
    if (System.nanoTime() - end > 0) {
      throw new RulesDoNotEnd(match.getRule().getName());
    }
    return true;
  }

  /** Lets go of the classes. */
  @Override
  public void close() {
    container.dispose();
    KieServices.get().getRepository().removeKieModule(release);
  }
}
