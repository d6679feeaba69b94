package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.TestDatabase;
import coop.artel.law.LegalDays;
import coop.artel.notary.Records;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CaseNumbersTest {
  private static final LegalClock CLOCK = () -> Duration.ZERO;
  private static final CooperativeId OURS = CooperativeId.random();
  private static final CooperativeId THEIRS = CooperativeId.random();

  private final DataSource database = TestDatabase.fresh().service();
  private final JdbcClient sql = JdbcClient.create(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final LegalDays days = mock();
  private final CaseListing cases = new CaseListing(sql, mock(Records.class), CLOCK, days);

  @BeforeEach
  void it_is_the_last_day_of_a_year_here_and_the_first_of_the_next_there() {
    when(days.of(OURS)).thenReturn(LocalDate.of(2026, 12, 31));
    when(days.of(THEIRS)).thenReturn(LocalDate.of(2027, 1, 1));
  }

  @Test
  void each_cooperative_counts_its_cases_of_a_year_from_one() {
    begin(OURS);
    begin(THEIRS);
    begin(OURS);
    when(days.of(OURS)).thenReturn(LocalDate.of(2027, 1, 1));
    begin(OURS);

    assertThat(numbers(OURS)).containsExactly("2026-1", "2026-2", "2027-1");
    assertThat(numbers(THEIRS)).containsExactly("2027-1");
  }

  @Test
  void a_case_that_did_not_come_about_leaves_no_gap() {
    begin(OURS);
    transaction.executeWithoutResult(
        status -> {
          began(OURS);
          status.setRollbackOnly();
        });
    begin(OURS);

    assertThat(numbers(OURS)).containsExactly("2026-1", "2026-2");
  }

  @Test
  void cases_that_begin_at_once_have_numbers_of_their_own() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> starts =
          IntStream.range(0, 20).<Callable<Boolean>>mapToObj(i -> () -> begin(OURS)).toList();
      for (var started : threads.invokeAll(starts)) {
        started.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(numbers(OURS))
        .hasSize(20)
        .containsAll(IntStream.rangeClosed(1, 20).mapToObj(i -> "2026-" + i).toList());
  }

  @Test
  void a_number_once_given_is_not_changed() {
    begin(OURS);

    assertThatThrownBy(() -> sql.sql("update workflow.cases set number = 7").update())
        .hasStackTraceContaining("permission denied");
  }

  private boolean begin(CooperativeId cooperative) {
    transaction.executeWithoutResult(status -> began(cooperative));
    return true;
  }

  private void began(CooperativeId cooperative) {
    cases.began(
        UUID.randomUUID().toString(),
        "admit-member",
        new CaseListing.Beginning(cooperative, PersonId.random(), null));
  }

  private List<String> numbers(CooperativeId cooperative) {
    return sql.sql(
            "select year || '-' || number from workflow.cases where cooperative = ?"
                + " order by year, number")
        .param(cooperative.value())
        .query(String.class)
        .list();
  }
}
