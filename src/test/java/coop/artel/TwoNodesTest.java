package coop.artel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.artel.law.Publication;
import coop.artel.law.Publications;
import coop.artel.publishing.Lawyers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
