package coop.artel.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.House;
import java.util.Collections;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Nodes of one installation that start at the same moment after an upgrade. */
@House
@DirtiesContext
class TwoNodesTest {
  private static final String NOTICE = "processes/members/send-notice.form";

  @Autowired private Models models;
  @Autowired private JdbcClient sql;

  @Test
  void they_make_one_draft() throws Exception {
    var files = new TreeMap<>(Models.shipped());
    var text = new String(files.get(NOTICE), UTF_8).replace("Куда отправить", "Куда послать");
    files.put(NOTICE, text.getBytes(UTF_8));
    var upgrade = new ModelFiles(files);
    Callable<@Nullable Void> start =
        () -> {
          models.takeShipped(upgrade);
          return null;
        };

    var pool = Executors.newFixedThreadPool(4);
    try {
      for (var started : pool.invokeAll(Collections.nCopies(4, start))) {
        started.get();
      }
    } finally {
      pool.shutdown();
    }

    assertThat(count("workflow.model_drafts")).isEqualTo(1);
    assertThat(count("workflow.shipments")).isEqualTo(2);
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }
}
