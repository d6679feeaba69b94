package coop.artel.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.DeedApproved;
import coop.artel.access.Deeds;
import coop.artel.access.PlatformRole;
import coop.artel.meetings.QuestionOpened;
import coop.artel.meetings.VotesAwaited;
import coop.artel.notices.Notice.Kind;
import coop.artel.notices.Notice.Place;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.TaskGiven;
import coop.artel.workflow.TaskOpened;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are told, by whom it concerns, and without a gap. */
@House
class NoticesTest {
  @Autowired private NoticeBoard notices;
  @Autowired private ApplicationEventPublisher news;
  @Autowired private Callers callers;
  @Autowired private Deeds deeds;
  @Autowired private Addresses addresses;
  @Autowired private AddressProofs proofs;
  @Autowired private People people;
  @Autowired private Accounts accounts;
  @Autowired private Offices offices;
  @Autowired private Cooperatives cooperatives;
  @Autowired private LegalClock clock;
  @Autowired private JdbcClient sql;
  @Autowired private PlatformTransactionManager transactions;
  private CooperativeId cooperative;
  private Caller secretary;

  @BeforeEach
  void meetTheSecretary() {
    var ladya = cooperatives.all().get(0);
    cooperative = ladya.id();
    secretary =
        callers.of(
            offices.holders(cooperative, Office.SECRETARY, clock.today(ladya.zone())).get(0));
  }

  @Test
  void a_task_of_an_office_is_told_to_whoever_holds_it_and_to_nobody_else() {
    var task = open("secretary");

    assertThat(notices.list(secretary, 0, 1))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.kind()).isEqualTo(Kind.TASK_NEW);
              assertThat(it.about()).isEqualTo(task);
            });
    var accountant =
        new Caller(PersonId.random(), "", Map.of(cooperative, Set.of(Office.ACCOUNTANT)), Set.of());
    assertThat(notices.list(accountant, 0, 50)).noneMatch(it -> it.about().equals(task));
  }

  @Test
  void what_rolls_back_is_told_to_nobody() {
    var task = UUID.randomUUID().toString();
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              news.publishEvent(opened(task, "secretary"));
              status.setRollbackOnly();
            });

    assertThat(notices.list(secretary, 0, 100)).noneMatch(it -> it.about().equals(task));
  }

  @Test
  void what_was_read_is_counted_no_more_and_never_becomes_unread_again() {
    waiting();
    var newest = notices.list(secretary, 0, 1).get(0).place();
    assertThat(notices.unread(secretary)).isPositive();

    settled();
    notices.markRead(secretary, newest);
    notices.markRead(secretary, Place.FIRST);

    assertThat(notices.unread(secretary)).isZero();
    waiting();
    assertThat(notices.unread(secretary)).isEqualTo(1);
  }

  @Test
  void what_is_done_or_in_other_hands_is_counted_no_more() {
    notices.markRead(secretary, settled());
    var done = waiting();
    var taken = waiting();
    var mine = waiting();
    assertThat(notices.unread(secretary)).isEqualTo(3);

    sql.sql("delete from workflow.tasks where id = ?").param(done).update();
    take(taken, PersonId.random());
    take(mine, secretary.person());

    assertThat(notices.unread(secretary)).isEqualTo(1);
    var told = notices.list(secretary, 0, 3);
    assertThat(notices.current(secretary, told))
        .containsExactly(
            told.stream().filter(it -> it.about().equals(mine)).findFirst().orElseThrow().place());
  }

  @Test
  void what_was_decided_is_news_until_it_is_read() {
    var author = operator();
    news.publishEvent(
        new DeedApproved(
            UUID.randomUUID(), "nobody's", "", "", author.person(), null, PersonId.random(), null));

    assertThat(notices.unread(author)).isEqualTo(1);
    notices.markRead(author, settled());
    assertThat(notices.unread(author)).isZero();
  }

  @Test
  void a_notice_is_forgotten_after_half_a_year_and_not_before() {
    var old = news(NoticeBoard.KEPT.plusDays(1));
    var young = news(NoticeBoard.KEPT.minusDays(1));

    assertThat(notices.forgetOld()).isPositive();

    assertThat(about(old)).isZero();
    assertThat(about(young)).isEqualTo(1);
    assertThatThrownBy(() -> sql.sql("update notices.notices set about = 'x'").update())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void a_notice_that_waits_for_its_letter_is_kept() {
    var old = news(NoticeBoard.KEPT.plusDays(1));
    sql.sql(
            """
            insert into notices.outbox (person, notice, due)
            select ?, entry, now() + interval '1 year' from notices.notices where about = ?
            """)
        .params(secretary.person().value(), old)
        .update();

    notices.forgetOld();

    assertThat(about(old)).isEqualTo(1);
    sql.sql("delete from notices.outbox where person = ?")
        .param(secretary.person().value())
        .update();
  }

  /** Told that long ago, by the legal clock. */
  private String news(Duration ago) {
    var about = UUID.randomUUID().toString();
    sql.sql(
            """
            insert into notices.notices (kind, about, groups, person, told)
            values ('deed-approved', ?, '{}', ?, ?)
            """)
        .params(
            about,
            UUID.randomUUID(),
            OffsetDateTime.ofInstant(clock.now().minus(ago), ZoneOffset.UTC))
        .update();
    return about;
  }

  private long about(String about) {
    return sql.sql("select count(*) from notices.notices where about = ?")
        .param(about)
        .query(Long.class)
        .single();
  }

  /** A free task of the secretary's, as it stands in the list and as it was told. */
  private String waiting() {
    var task = UUID.randomUUID().toString();
    add(task, clock.today(cooperatives.all().get(0).zone()).plusDays(2));
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> news.publishEvent(opened(task, "secretary")));
    return task;
  }

  private void take(String task, PersonId by) {
    sql.sql("update workflow.tasks set assignee = ? where id = ?")
        .params(by.value(), task)
        .update();
  }

  @Test
  void a_notice_that_commits_late_is_still_told_and_none_is_told_twice() throws Exception {
    var watch = new NoticeWatch(notices, Duration.ofHours(1), false);
    var heard = new ArrayList<String>();
    settled();
    var listener = watch.listen(null, notice -> heard.add(notice.about()));
    var early = UUID.randomUUID().toString();
    var written = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var slow = Executors.newSingleThreadExecutor();
    try {
      var late =
          slow.submit(
              () ->
                  new TransactionTemplate(transactions)
                      .executeWithoutResult(
                          status -> {
                            news.publishEvent(opened(early, "secretary"));
                            written.countDown();
                            await(go);
                          }));
      written.await(20, TimeUnit.SECONDS);
      var after = open("secretary");
      watch.round();
      assertThat(heard).isEmpty();

      go.countDown();
      late.get(20, TimeUnit.SECONDS);
      settled();
      watch.round();
      watch.round();

      assertThat(heard).containsExactlyElementsOf(List.of(early, after));
    } finally {
      go.countDown();
      slow.shutdown();
      watch.leave(listener);
    }
  }

  @Test
  void somebody_who_comes_back_is_told_what_came_in_between() {
    var watch = new NoticeWatch(notices, Duration.ofHours(1), false);
    var left = settled();
    var task = open("secretary");
    settled();
    var heard = new ArrayList<String>();

    watch.listen(left, notice -> heard.add(notice.about()));
    watch.round();

    assertThat(heard).containsExactly(task);
  }

  @Test
  void a_listener_that_fails_keeps_nothing_from_the_others_and_is_told_again() {
    var watch = new NoticeWatch(notices, Duration.ofHours(1), false);
    var left = settled();
    var task = open("secretary");
    settled();
    var failed = new ArrayList<String>();
    var heard = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      watch.listen(
          left,
          notice -> {
            failed.add(notice.about());
            throw new IllegalStateException("gone in the middle of it");
          });
      watch.listen(left, notice -> heard.add(notice.about()));
    }

    watch.round();

    assertThat(heard).hasSize(5).containsOnly(task);
    watch.round();
    assertThat(heard).hasSize(5);
    assertThat(failed).hasSize(10).containsOnly(task);
  }

  @Test
  void who_is_not_there_any_more_is_told_nothing_more() {
    var watch = new NoticeWatch(notices, Duration.ofHours(1), false);
    var left = settled();
    open("secretary");
    open("secretary");
    settled();
    var told = new ArrayList<String>();

    watch.listen(
        left,
        notice -> {
          told.add(notice.about());
          return false;
        });
    watch.round();
    watch.round();

    assertThat(told).hasSize(1);
  }

  @Test
  void a_task_given_by_another_is_told_to_its_new_holder_only() {
    var task = UUID.randomUUID().toString();
    var chair = PersonId.random();
    news.publishEvent(
        new TaskGiven(task, "case", "verify-identity", cooperative, secretary.person(), chair));

    assertThat(notices.list(secretary, 0, 1).get(0).kind()).isEqualTo(Kind.TASK_GIVEN);
    var other =
        new Caller(PersonId.random(), "", Map.of(cooperative, Set.of(Office.SECRETARY)), Set.of());
    assertThat(notices.list(other, 0, 100)).noneMatch(it -> it.about().equals(task));
  }

  @Test
  void an_overdue_task_is_told_once() {
    var task = UUID.randomUUID().toString();
    addOverdue(task);
    try {
      notices.tellOverdue();
      notices.tellOverdue();

      assertThat(notices.list(secretary, 0, 100))
          .filteredOn(it -> it.about().equals(task))
          .extracting(Notice::kind)
          .containsExactly(Kind.TASK_OVERDUE);
    } finally {
      sql.sql("delete from workflow.tasks where id = ?").param(task).update();
    }
  }

  @Test
  void an_open_vote_is_told_once_to_whoever_sits_on_the_council() {
    var question = UUID.randomUUID();
    var opened = new QuestionOpened(question, "case", cooperative, "admission");
    news.publishEvent(opened);
    news.publishEvent(opened);

    assertThat(told(holder(Office.COUNCIL), question.toString()))
        .containsExactly(Kind.QUESTION_OPEN);
    assertThat(told(holder(Office.CHAIR), question.toString())).containsExactly(Kind.QUESTION_OPEN);
    assertThat(told(secretary, question.toString())).isEmpty();
  }

  @Test
  void a_vote_that_is_awaited_is_told_to_who_has_not_voted() {
    var question = UUID.randomUUID();
    var awaited = holder(Office.COUNCIL).person();
    news.publishEvent(
        new VotesAwaited(question, "case", cooperative, "admission", List.of(awaited)));

    assertThat(told(callers.of(awaited), question.toString())).containsExactly(Kind.QUESTION_WAITS);
    assertThat(told(holder(Office.CHAIR), question.toString())).isEmpty();
  }

  @Test
  void a_proposal_waits_for_those_who_may_decide_it_and_its_end_is_told_to_its_author() {
    var author = operator();
    var second = operator();
    var subject = UUID.randomUUID().toString();
    var deed = deeds.propose("publish-models", subject, "ab".repeat(32), author);
    assertThat(told(second, deed.id().toString())).containsExactly(Kind.DEED_WAITING);
    assertThat(told(author, deed.id().toString())).isEmpty();
    assertThat(told(secretary, deed.id().toString())).isEmpty();

    deeds.reject(deed.id(), second, "Не то");
    assertThat(told(author, deed.id().toString())).containsExactly(Kind.DEED_REJECTED);
  }

  @Test
  void what_something_newer_makes_idle_is_told_to_its_author_and_to_whom_it_waited_for() {
    var author = operator();
    var second = operator();
    var subject = UUID.randomUUID().toString();
    var deed = deeds.propose("publish-models", subject, "ab".repeat(32), author);

    deeds.supersede("publish-models", subject);
    deeds.supersede("publish-models", subject);

    assertThat(told(author, deed.id().toString())).containsExactly(Kind.DEED_SUPERSEDED);
    assertThat(told(second, deed.id().toString()))
        .containsExactlyInAnyOrder(Kind.DEED_WAITING, Kind.DEED_SUPERSEDED);
    assertThat(told(secretary, deed.id().toString())).isEmpty();
  }

  @Test
  void what_its_author_takes_back_is_told_to_nobody() {
    var author = operator();
    var deed =
        deeds.propose("publish-models", UUID.randomUUID().toString(), "ab".repeat(32), author);
    deeds.reject(deed.id(), author, "Не то");

    assertThat(told(author, deed.id().toString())).isEmpty();
  }

  @Test
  void without_a_mail_server_nothing_waits_to_be_sent_and_nobody_is_asked_for_an_address() {
    var asked = addresses.ask(secretary, "anna@example.org", Locale.ENGLISH);
    addresses.prove(secretary, asked.secret());
    news.publishEvent(
        new TaskGiven(
            UUID.randomUUID().toString(),
            "case",
            "verify-identity",
            cooperative,
            secretary.person(),
            PersonId.random()));

    assertThat(sql.sql("select count(*) from notices.outbox").query(Long.class).single()).isZero();
    assertThatThrownBy(() -> proofs.ask(secretary, "anna@example.org", Locale.ENGLISH))
        .isInstanceOfSatisfying(
            AddressRefused.class, it -> assertThat(it.code()).isEqualTo("mail-off"));
  }

  private List<Kind> told(Caller reader, String about) {
    return notices.list(reader, 0, 100).stream()
        .filter(it -> it.about().equals(about))
        .map(Notice::kind)
        .toList();
  }

  private Caller operator() {
    var person = new Person(PersonId.random(), "Опер", "Анна", null, null, null, null, null, null);
    people.register(person);
    accounts.open(
        person.id(),
        "op-" + person.id().toString().substring(0, 8),
        "очень длинный пароль",
        Set.of(PlatformRole.OPERATOR));
    return callers.of(person.id());
  }

  /** Whoever holds this office and, of the council, is not its chair. */
  private Caller holder(Office office) {
    var today = clock.today(cooperatives.find(cooperative).zone());
    var holders = new ArrayList<>(offices.holders(cooperative, office, today));
    if (office == Office.COUNCIL) {
      holders.removeAll(offices.holders(cooperative, Office.CHAIR, today));
    }
    return callers.of(holders.get(0));
  }

  private void addOverdue(String task) {
    add(task, clock.today(cooperatives.all().get(0).zone()).minusDays(2));
  }

  private void add(String task, LocalDate due) {
    var anyCase =
        sql.sql(
                """
                insert into workflow.cases (id, process, cooperative, subject, started, year, number)
                select ?, 'admit-member', ?, ?, now(), 1999, coalesce(max(number), 0) + 1
                from workflow.cases where year = 1999 returning id
                """)
            .params("case-" + task, cooperative.value(), UUID.randomUUID())
            .query(String.class)
            .single();
    sql.sql(
            """
            insert into workflow.tasks (id, case_id, process, activity, deployment, execution,
              cooperative, groups, created, due)
            values (?, ?, 'p', 'a', 'd', 'e', ?, ?, now(), ?)
            """)
        .params(task, anyCase, cooperative.value(), new String[] {cooperative + ":secretary"}, due)
        .update();
  }

  private String open(String office) {
    var task = UUID.randomUUID().toString();
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> news.publishEvent(opened(task, office)));
    return task;
  }

  /** All that was told is read from here on: the house's own work, too, holds transactions open. */
  private Place settled() {
    var newest =
        sql.sql("select coalesce(max(tx::text::bigint), 0) from notices.notices")
            .query(Long.class)
            .single();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> notices.settled().transaction() >= newest);
    return notices.settled();
  }

  private TaskOpened opened(String task, String office) {
    return new TaskOpened(
        task, "case", "verify-identity", cooperative, Set.of(cooperative + ":" + office), null);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
