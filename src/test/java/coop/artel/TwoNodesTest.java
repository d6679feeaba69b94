package coop.artel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.artel.demo.ServiceProcess;
import coop.artel.law.Publication;
import coop.artel.law.Publications;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDrafts;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.publishing.Lawyers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two service nodes with the same keys start at the same moment on one empty database. */
class TwoNodesTest {
  /** A node has written what is in force, and waits to say which editions are in use. */
  private static final String HALF_PUBLISHED =
      """
      pg_locks waits join pg_locks written using (pid) join pg_database d on d.oid = waits.database
      where d.datname = current_database() and not waits.granted
        and waits.relation = 'law.editions_in_use'::regclass
        and written.relation = 'law.publications'::regclass and written.mode = 'RowExclusiveLock'
      """;

  @TempDir Path data;

  private final Lock logging = new ReentrantLock();

  @Test
  void two_nodes_that_start_together_open_one_house() throws Exception {
    Files.createDirectories(data);
    var database = TestDatabase.empty();
    var together = new CyclicBarrier(2);
    Callable<ConfigurableApplicationContext> start = () -> node(database, together);
    var threads = Executors.newFixedThreadPool(2);
    try {
      var nodes = threads.invokeAll(List.of(start, start));
      try (var first = nodes.get(0).get();
          var second = nodes.get(1).get()) {
        assertThat(port(first)).isNotEqualTo(port(second));
        var sql = JdbcClient.create(database.service());
        assertThat(count(sql, "act_re_deployment")).isEqualTo(1);
        assertThat(count(sql, "notary.identity")).isEqualTo(1);
        assertThat(count(sql, "people.field_keys")).isEqualTo(1);
        // What editions first decide here is recorded beside it, whenever each is compiled.
        assertThat(count(sql, "notary.records where case_id = 'models'"))
            .isEqualTo(count(sql, "act_ge_bytearray"))
            .isPositive();
        whatOnePublishesIsInForceOnTheOther(first, second);
        aNodeThatDiesWhilePublishingLeavesItToAnother(database, first, second);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void whatOnePublishesIsInForceOnTheOther(
      ConfigurableApplicationContext first, ConfigurableApplicationContext second) {
    var lawyers = new Lawyers(first);
    var proposed = lawyers.propose(lawyers.draft());
    lawyers.publish(proposed, first.getBean(Publications.class).today("ru"));

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(second.getBean(Publications.class).now("ru").map(Publication::fileSet))
                    .contains(proposed.fileSet()));
  }

  private void aNodeThatDiesWhilePublishingLeavesItToAnother(
      TestDatabase database,
      ConfigurableApplicationContext first,
      ConfigurableApplicationContext second)
      throws Exception {
    var publications = first.getBean(Publications.class);
    var before = publications.now("ru").orElseThrow();
    var lawyers = new Lawyers(first);
    var proposed = lawyers.propose(lawyers.draft());

    dieInTheMidst(database, () -> lawyers.approve(proposed, publications.today("ru")));

    assertThat(publications.newest("ru")).isEqualTo(before.number());
    assertThat(second.getBean(Publications.class).now("ru")).contains(before);
    assertThat(told(first, proposed.caseId())).isZero();
    assertThat(first.getBean(RuleDrafts.class).find(proposed.draft()).state())
        .isEqualTo(RuleDraft.State.SUBMITTED);

    takeUp(second, JdbcClient.create(database.superuser()));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(publications.now("ru").map(Publication::fileSet))
                    .contains(proposed.fileSet()));
    assertThat(publications.newest("ru")).isEqualTo(before.number() + 1);
    assertThat(told(first, proposed.caseId())).isEqualTo(1);
  }

  /** A third node holds what it has written and not committed, and is killed. */
  private void dieInTheMidst(TestDatabase database, Runnable approval) throws Exception {
    var watch = JdbcClient.create(database.superuser());
    try (var held = database.superuser().getConnection();
        var third = ServiceProcess.on(data, settings(database))) {
      held.setAutoCommit(false);
      try (var statement = held.createStatement()) {
        statement.execute("lock table law.editions_in_use in exclusive mode");
      }
      approval.run();
      await().atMost(Duration.ofMinutes(1)).until(() -> count(watch, HALF_PUBLISHED) == 1);
      third.kill();
      held.rollback();
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> count(watch, HALF_PUBLISHED) == 0);
  }

  private static Map<String, String> settings(TestDatabase database) {
    return Map.of(
        "SPRING_DATASOURCE_URL", database.url(),
        "SPRING_DATASOURCE_USERNAME", "artel",
        "SPRING_FLYWAY_URL", database.url(),
        "SPRING_FLYWAY_USER", "artel_owner",
        "ARTEL_CHAIN_EMBEDDED", "false");
  }

  /** The dead node's hold is over at once, and another runs its jobs. */
  private static void takeUp(ConfigurableApplicationContext node, JdbcClient sql) {
    sql.sql("update act_ru_job set lock_exp_time_ = '2000-01-01' where lock_owner_ is not null")
        .update();
    var configuration =
        (ProcessEngineConfigurationImpl)
            node.getBean(ProcessEngine.class).getProcessEngineConfiguration();
    configuration.getJobExecutor().start();
  }

  private static long told(ConfigurableApplicationContext node, String caseId) {
    return node.getBean(Records.class).of(caseId).stream()
        .filter(it -> it.kind() == RecordKind.EDITION_PUBLISHED)
        .count();
  }

  private ConfigurableApplicationContext node(TestDatabase database, CyclicBarrier together) {
    // Two programs set up the logging of one JVM one after the other.
    logging.lock();
    return new SpringApplicationBuilder(Artel.class)
        .initializers(
            (GenericApplicationContext context) -> {
              logging.unlock();
              context.registerBean(MeetingPoint.class, () -> new MeetingPoint(together));
            })
        .run(
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=artel",
            "--spring.flyway.url=" + database.url(),
            "--spring.flyway.user=artel_owner",
            "--artel.data=" + data,
            "--artel.chain.embedded=false",
            "--artel.jobs=false",
            "--server.port=0");
  }

  private static int port(ConfigurableApplicationContext node) {
    return ((ServletWebServerApplicationContext) node).getWebServer().getPort();
  }

  private static long count(JdbcClient sql, String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }

  /** Where both wait for each other, just before the house is opened. */
  private record MeetingPoint(CyclicBarrier together) implements SmartLifecycle {
    @Override
    public void start() {
      try {
        together.await(2, TimeUnit.MINUTES);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }

    @Override
    public int getPhase() {
      return -1;
    }
  }
}
