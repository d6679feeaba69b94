package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Countries;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a second node on a service's database knows of publications, so that it can be measured how
 * soon it does.
 */
public final class AnotherNode implements AutoCloseable {
  private static final Caller AUTHOR =
      new Caller(PersonId.random(), "bench", Map.of(), Set.of(PlatformRole.LAWYER));

  private final String country;
  private final RuleDrafts drafts;
  private final TransactionTemplate transaction;
  private final EditionStore store;
  private final Editions editions;

  private AnotherNode(BeanFactory service, String country) {
    this.country = country;
    drafts = service.getBean(RuleDrafts.class);
    transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    var published = new Published(service.getBean(LegalClock.class));
    store = new EditionStore(service.getBean(JdbcClient.class), published);
    editions = new Editions(new Countries(), published, store, 2);
    store.follow();
    editions.current(country);
  }

  /** Beside a running service. */
  public static AnotherNode beside(BeanFactory service, String country) {
    return new AnotherNode(service, country);
  }

  /**
   * Publishes on the service an edition that nobody has seen, and waits until this node has it
   * compiled.
   *
   * @return seconds from the commit
   */
  public double learns(int number) throws InterruptedException {
    var draft = drafts.open(AUTHOR, country, "bench", "bench").id();
    var path = "rules/%s/admission.dslr".formatted(country);
    var text = drafts.files(draft).byPath().get(path) + "\n# %d\n".formatted(number);
    drafts.change(AUTHOR, draft, path, Optional.of(text), 0);
    drafts.submit(AUTHOR, draft);
    var fileSet =
        transaction.execute(
            status ->
                drafts.publish(draft, null, "bench", AUTHOR.person(), PersonId.random()).fileSet());
    long committed = System.nanoTime();
    while (!editions.currentSet(country).equals(fileSet)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    editions.current(country);
    return (System.nanoTime() - committed) / 1e9;
  }

  @Override
  public void close() {
    store.destroy();
  }
}
