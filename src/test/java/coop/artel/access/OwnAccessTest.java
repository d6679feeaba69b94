package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.TestDatabase;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

class OwnAccessTest {
  private static final String PASSWORD = "верная лошадь батарея";
  private static final String NEXT = "другая лошадь скрепка";
  private static final String HOME = "192.0.2.7";

  private final DataSource source = TestDatabase.fresh().service();
  private final JdbcClient sql = JdbcClient.create(source);
  private final MovableClock clock = new MovableClock();
  private final Passwords passwords = new Passwords();
  private final Accounts accounts = new Accounts(sql, clock, passwords);
  private final SignIns signIns =
      new SignIns(
          sql,
          clock,
          accounts,
          passwords,
          new Budgets(sql, clock),
          new Limits(
              new Limits.Applications(30, Duration.ofMinutes(2)),
              new Limits.SignInAddress(100, Duration.ofSeconds(30)),
              new Limits.SignInLogin(50, Duration.ofMinutes(5))),
          new JdbcTransactionManager(source));
  private final Callers callers = mock();
  private final List<Object> news = new ArrayList<>();
  private final OwnAccess access =
      new OwnAccess(
          sql, clock, accounts, signIns, callers, news::add, new JdbcTransactionManager(source));
  private final Caller anna =
      new Caller(
          PersonId.random(),
          "Анна",
          Map.of(new CooperativeId(UUID.randomUUID()), Set.of(Office.SECRETARY)),
          Set.of());

  @BeforeEach
  void anAccount() {
    accounts.open(anna.person(), "anna", PASSWORD, Set.of());
  }

  @Test
  void a_password_is_changed_with_the_one_before() {
    access.changePassword(anna, PASSWORD, NEXT, HOME);

    assertThat(signIns.signIn("anna", NEXT, HOME)).contains(anna.person());
    assertThat(signIns.signIn("anna", PASSWORD, HOME)).isEmpty();
  }

  @Test
  void a_wrong_or_short_password_changes_nothing_and_wrong_ones_make_wait() {
    assertRefused("password-length", () -> access.changePassword(anna, PASSWORD, "short", HOME));
    for (int i = 0; i < 3; i++) {
      assertRefused("password-not-yours", () -> access.changePassword(anna, NEXT, NEXT, HOME));
    }
    assertRefused("sign-in-delayed", () -> access.changePassword(anna, PASSWORD, NEXT, HOME));

    clock.pass(Duration.ofSeconds(1));
    assertThat(signIns.signIn("anna", PASSWORD, HOME)).contains(anna.person());
  }

  @Test
  void a_token_is_issued_with_the_password_listed_by_its_name_and_revoked() {
    String token = access.issue(anna, " выгрузка ", 30, PASSWORD, HOME);

    assertThat(accounts.byToken(token)).contains(anna.person());
    var listed = access.of(anna);
    assertThat(listed).extracting(OwnAccess.Token::label).containsExactly("выгрузка");
    assertThat(listed.get(0).toString()).doesNotContain(token);
    access.revoke(anna, listed.get(0).id());
    assertThat(accounts.byToken(token)).isEmpty();
    assertThat(access.of(anna)).isEmpty();
    assertRefused("token-unknown", () -> access.revoke(anna, listed.get(0).id()));
  }

  @Test
  void login_and_password_give_a_token_and_the_sign_in_is_news() {
    when(callers.of(anna.person())).thenReturn(anna);

    String token = access.signIn("anna", PASSWORD, "обмен", 7, HOME);

    assertThat(accounts.byToken(token)).contains(anna.person());
    assertThat(access.of(anna)).extracting(OwnAccess.Token::label).containsExactly("обмен");
    assertThat(news).containsExactly(new SignedInByPassword(anna.person()));
  }

  @Test
  void of_those_who_ask_for_the_last_token_at_once_one_gets_it() throws Exception {
    when(callers.of(anna.person())).thenReturn(anna);
    for (int i = 0; i < 19; i++) {
      accounts.issueToken(anna.person(), "named/" + i, Duration.ofDays(1));
    }
    var counted = new CyclicBarrier(2);
    var bothCounted =
        new OwnAccess(
            sql,
            clock,
            accounts,
            signIns,
            callers,
            news::add,
            new JdbcTransactionManager(source) {
              @Override
              protected void doBegin(Object held, TransactionDefinition definition) {
                // Password and count are behind both; what follows is the issuing.
                if (StackWalker.getInstance()
                    .walk(frames -> frames.anyMatch(it -> it.getMethodName().equals("issued")))) {
                  meet(counted);
                }
                super.doBegin(held, definition);
              }
            });
    var threads = Executors.newFixedThreadPool(2);
    try {
      Callable<String> ask =
          () -> {
            try {
              return bothCounted.issue(anna, "последний", 1, PASSWORD, HOME);
            } catch (TokenRefused e) {
              return e.code();
            }
          };
      var answers = List.of(threads.submit(ask), threads.submit(ask));
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsOnlyOnce("too-many-tokens");
    } finally {
      threads.shutdownNow();
    }
    assertThat(access.of(anna)).hasSize(20);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void who_guesses_passwords_for_tokens_learns_nothing_of_the_account_and_waits() {
    assertRefused("sign-in-wrong", () -> access.signIn("nobody", PASSWORD, "", 0, HOME));
    for (int i = 0; i < 3; i++) {
      assertRefused("sign-in-wrong", () -> access.signIn("anna", NEXT, "x", 1, HOME));
    }
    assertRefused("sign-in-delayed", () -> access.signIn("anna", PASSWORD, "x", 1, HOME));
    assertThat(access.of(anna)).isEmpty();
    assertThat(news).isEmpty();
  }

  @Test
  void a_token_named_like_that_of_an_applicant_is_still_no_applicants() {
    String token = access.issue(anna, Accounts.APPLICANT, 1, PASSWORD, HOME);

    assertThat(accounts.bearer(token).orElseThrow().purpose()).isNotEqualTo(Accounts.APPLICANT);
    assertThat(access.of(anna)).hasSize(1);
  }

  @Test
  void who_holds_nothing_gets_no_token_and_neither_does_who_lacks_the_password() {
    var applicant = new Caller(anna.person(), "Анна", Map.of(), Set.of());

    assertRefused("token-needs-office", () -> access.issue(applicant, "x", 1, PASSWORD, HOME));
    assertRefused("password-not-yours", () -> access.issue(anna, "x", 1, NEXT, HOME));
    assertRefused("token-malformed", () -> access.issue(anna, " ", 1, PASSWORD, HOME));
    assertRefused("token-malformed", () -> access.issue(anna, "x", 367, PASSWORD, HOME));
    assertRefused("token-malformed", () -> access.issue(anna, "x\u0007", 1, PASSWORD, HOME));
    assertThat(access.of(anna)).isEmpty();
  }

  @Test
  void tokens_of_others_and_of_applications_are_out_of_reach() {
    var boris = new Caller(PersonId.random(), "Борис", anna.offices(), Set.of());
    accounts.issueToken(anna.person(), Accounts.APPLICANT, Duration.ofDays(1));
    access.issue(anna, "x", 1, PASSWORD, HOME);
    var mine = access.of(anna);

    assertThat(mine).hasSize(1);
    assertRefused("token-unknown", () -> access.revoke(boris, mine.get(0).id()));
    assertThat(access.of(boris)).isEmpty();
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
