package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what the service brought before anybody asks: in an empty database it is in force at once,
 * and what an upgrade brought becomes a draft that two persons may publish. Compiles each country's
 * edition once the service is ready, so that the first case need not wait, and records the first
 * time that an edition decides here.
 */
@Component
public class EditionsAtStart implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(EditionsAtStart.class);

  private final Editions editions;
  private final Countries countries;
  private final EditionStore store;
  private final RuleDrafts drafts;
  private final JdbcClient database;
  private final Records records;
  private final TransactionTemplate transaction;

  EditionsAtStart(
      Editions editions,
      Countries countries,
      EditionStore store,
      RuleDrafts drafts,
      JdbcClient database,
      Records records,
      PlatformTransactionManager transactions) {
    this.editions = editions;
    this.countries = countries;
    this.store = store;
    this.drafts = drafts;
    this.database = database;
    this.records = records;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The records of the editions of a country. */
  public static String series(String country) {
    return "rules:" + country;
  }

  @Override
  public void afterPropertiesSet() {
    for (var country : countries.ids()) {
      transaction.executeWithoutResult(status -> keep(editions.shippedFiles(country)));
    }
    store.follow();
  }

  private void keep(RuleFiles shipped) {
    var country = shipped.country();
    store.lock(country);
    boolean first = store.publications(country).isEmpty();
    if (!first && store.isShipped(shipped.digest())) {
      return;
    }
    var fileSet = store.keep(shipped, Edition.id(shipped));
    store.shipped(country, fileSet);
    if (first) {
      store.publish(country, fileSet, null, null, null, null);
    } else {
      drafts.ofShipment(shipped);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void compile() {
    var compiling =
        new Thread(() -> countries.ids().forEach(this::compileAndRecord), "compile-editions");
    compiling.setDaemon(true);
    compiling.start();
  }

  /**
   * What could not be recorded is at the next start. Where a country has no rules yet, nothing
   * decides; what two persons published was recorded then.
   */
  void compileAndRecord(String country) {
    boolean published = editions.publication(country).flatMap(Publication::draft).isPresent();
    if (!editions.current(country).decides() || published) {
      return;
    }
    var edition = editions.current(country).id();
    try {
      transaction.executeWithoutResult(status -> record(country, edition));
    } catch (DataAccessException | TransactionException databaseAway) {
      LOG.warn("The edition of {} is not recorded yet", country, databaseAway);
    }
  }

  private void record(String country, String edition) {
    int first =
        database
            .sql(
                """
                insert into law.editions_in_use (country, edition) values (?, ?)
                on conflict do nothing
                """)
            .params(country, edition)
            .update();
    if (first > 0) {
      records.append(
          series(country),
          List.of(
              Happening.of(RecordKind.EDITION_PUBLISHED)
                  .with("country", country)
                  .with("edition", edition)
                  .with("shipped", true)));
    }
  }
}
