package coop.artel.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is left to somebody of what everybody may do so often. Kept in the database, so that it
 * holds over all nodes and a restart gives nothing back; by real time.
 */
@Component
class Budgets {
  private static final String FILLED =
      """
      least(:burst::double precision, budgets.tokens
        + greatest(0, extract(
          epoch from :now::timestamptz - budgets.counted_at)::double precision) / :every)
      """;

  private final JdbcClient database;
  private final Clock clock;

  Budgets(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Takes one; false if none is left. */
  boolean take(Limits.Budget budget, String subject) {
    forgetFull(budget);
    return database
            .sql(
                """
                insert into access.budgets as budgets (name, subject, tokens, counted_at)
                values (:name, :subject, :burst - 1, :now)
                on conflict (name, subject) do update
                set tokens = %1$s - 1, counted_at = greatest(budgets.counted_at, :now::timestamptz)
                where %1$s >= 1
                """
                    .formatted(FILLED))
            .param("name", budget.name())
            .param("subject", digest(subject))
            .param("burst", budget.burst())
            .param("every", seconds(budget.every()))
            .param("now", now())
            .update()
        > 0;
  }

  /** What was taken for nothing comes back. */
  void giveBack(Limits.Budget budget, String subject) {
    database
        .sql(
            """
            update access.budgets set tokens = least(:burst::double precision, tokens + 1)
            where name = :name and subject = :subject
            """)
        .param("name", budget.name())
        .param("subject", digest(subject))
        .param("burst", budget.burst())
        .update();
  }

  /** How long until one is left; zero if one is. */
  Duration untilOneIsLeft(Limits.Budget budget, String subject) {
    return database
        .sql(
            "select %s from access.budgets where name = :name and subject = :subject"
                .formatted(FILLED))
        .param("name", budget.name())
        .param("subject", digest(subject))
        .param("burst", budget.burst())
        .param("every", seconds(budget.every()))
        .param("now", now())
        .query(Double.class)
        .optional()
        .filter(left -> left < 1)
        .map(left -> Duration.ofMillis((long) Math.ceil((1 - left) * budget.every().toMillis())))
        .orElse(Duration.ZERO);
  }

  private void forgetFull(Limits.Budget budget) {
    database
        .sql("delete from access.budgets where name = :name and counted_at <= :full")
        .param("name", budget.name())
        .param("full", now().minus(budget.whole()))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static byte[] digest(String subject) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(subject.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
