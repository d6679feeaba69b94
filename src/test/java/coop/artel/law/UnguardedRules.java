package coop.artel.law;

import coop.artel.law.sentences.Matter;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;

/** DRL as Drools itself takes it: compiled, with whatever code it holds. */
final class UnguardedRules implements AutoCloseable {
  private static final AtomicLong COUNT = new AtomicLong();
  private static final int FIRINGS = 10_000;

  private final KieContainer container;

  private UnguardedRules(KieContainer container) {
    this.container = container;
  }

  /** DRL that begins with its package. */
  static UnguardedRules compile(String drl) {
    var services = KieServices.get();
    var release = services.newReleaseId("coop.artel", "off", "1." + COUNT.incrementAndGet());
    var files = services.newKieFileSystem().generateAndWritePomXML(release);
    var folder = drl.substring("package ".length(), drl.indexOf(';')).replace('.', '/');
    files.write("src/main/resources/%s/rules.drl".formatted(folder), drl);
    var loader = UnguardedRules.class.getClassLoader();
    var results =
        services.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class).getResults();
    if (results.hasMessages(Message.Level.ERROR)) {
      throw new IllegalArgumentException(results.getMessages(Message.Level.ERROR) + "\n" + drl);
    }
    return new UnguardedRules(services.newKieContainer(release, loader));
  }

  KieBase base() {
    return container.getKieBase();
  }

  void fire(Matter matter) {
    var session = base().newKieSession();
    try {
      session.insert(matter);
      session.fireAllRules(FIRINGS);
    } finally {
      session.dispose();
    }
  }

  @Override
  public void close() {
    container.dispose();
    KieServices.get().getRepository().removeKieModule(container.getReleaseId());
  }
}
