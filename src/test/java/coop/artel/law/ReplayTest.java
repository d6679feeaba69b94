package coop.artel.law;

import static coop.artel.law.PastDecisions.LAWYER;
import static coop.artel.law.PastDecisions.LAWYER_A;
import static coop.artel.law.PastDecisions.LAWYER_B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.access.Caller;
import coop.artel.law.Replay.Result;
import coop.artel.law.Replay.State;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.RecordKind;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Past decisions asked about again, from what was kept of them alone. */
class ReplayTest {
  private static final PersonId ANNA = PersonId.random();
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
  private static final LocalDate BORN = LocalDate.of(1990, 5, 17);
  private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
  private static final String AGE =
      "{forms: [consumer-society], value: 16, article: \"3085-1, ст. 7\"";
  private static final RuleFiles RAISED = PastDecisions.files(AGE, AGE.replace("16", "18"));

  private final PastDecisions past = new PastDecisions();
  private final PastDecisions.Node node = past.node();

  @Test
  void whatever_lawyers_wrote_down_comes_out_again_byte_for_byte() throws IOException {
    var cases = CasesTest.read();
    int asked = past.together(() -> askAll(cases));
    // What was verified only now decides none of those that were made before.
    past.together(
        () -> {
          var rests = new TreeSet<String>();
          cases.forEach(it -> rests.addAll(it.restsOn()));
          rests.forEach(it -> node.verifications.add("ru", it, false, LAWYER_A, LAWYER_B, null));
          return rests;
        });
    asked += past.together(() -> askAll(cases));

    var run = node.replayed();

    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.total()).isEqualTo(asked).isEqualTo(2 * cases.size());
    assertThat(run.counts()).containsExactly(Map.entry(Result.SAME, asked));
    assertThat(node.replay.flipped(LAWYER, run.id())).isEmpty();
    assertThat(node.replay.done(run.fileSet())).contains(run);
  }

  private int askAll(List<Case> cases) {
    for (var one : cases) {
      var home = node.found(one.legalForm());
      one.charters()
          .forEach(
              (since, figures) -> {
                if (!figures.isEmpty()) {
                  node.cooperatives.adopt(
                      node.charter(
                          home,
                          since.equals(LocalDate.MIN) ? ALWAYS : since,
                          figures,
                          one.unconfirmed()));
                }
              });
      node.askNow(one.facts(), home, one.day(), ANNA);
    }
    return cases.size();
  }

  @Test
  void a_raised_age_turns_over_exactly_those_whom_it_concerns() {
    var random = new Random();
    var home = node.found("consumer-society");
    var tooYoungSoon = new HashSet<UUID>();
    var count = 40 + random.nextInt(40);
    past.together(
        () -> {
          for (int i = 0; i < count; i++) {
            boolean between = random.nextInt(3) == 0;
            var born =
                between
                    ? DAY.minusYears(18).plusDays(1 + random.nextInt(700))
                    : DAY.minusYears(18 + random.nextInt(60)).minusDays(random.nextInt(300));
            var decision = node.askNow(application(born), home, DAY, ANNA);
            assertThat(decision.granted()).as("%s", born).isTrue();
            if (between) {
              tooYoungSoon.add(decision.id());
            }
          }
          return home;
        });

    var run = node.replayed(RAISED);

    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.done()).isEqualTo(run.total()).isEqualTo(count);
    assertThat(run.count(Result.OTHERWISE)).isEqualTo(tooYoungSoon.size());
    assertThat(run.count(Result.SAME)).isEqualTo(count - tooYoungSoon.size());
    var flips = node.replay.flips(LAWYER, run.id(), "admission", 0, 1000);
    assertThat(flips)
        .extracting(Replay.Flip::decision)
        .containsExactlyInAnyOrderElementsOf(tooYoungSoon);
    assertThat(flips)
        .allSatisfy(
            flip -> {
              assertThat(flip.then()).isEqualTo(Outcome.GRANTED);
              assertThat(flip.now()).isEqualTo(Outcome.REFUSED);
              assertThat(flip.rules()).containsExactly("admission.age");
              assertThat(flip.day()).isEqualTo(DAY);
            });
  }

  @Test
  void two_editions_around_an_amendment_both_say_again_what_they_said() {
    var home = node.found("consumer-society");
    var seventeen = application(DAY.minusYears(17).minusDays(10));
    var before = node.ask(seventeen, home, DAY, ANNA);
    past.publish(RAISED);
    var after = past.started().ask(seventeen, home, DAY, ANNA);
    assertThat(before.outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(after.outcome()).isEqualTo(Outcome.REFUSED);

    // Years later: nothing but the database, which holds the files of both editions.
    var later = past.started();
    assertThat(later.editions.current("ru").id()).isEqualTo(after.edition());
    var old = later.editionStore.ofEdition(before.edition()).orElseThrow();
    var byTheOld = later.replayed(later.editionStore.load(old));
    var byTheNew = later.replayed();

    assertThat(byTheOld.edition()).isEqualTo(before.edition()).isNotEqualTo(byTheNew.edition());
    assertThat(byTheNew.edition()).isEqualTo(after.edition());
    for (var run : List.of(byTheOld, byTheNew)) {
      // Its own comes out with the digest it had; the other's turns out otherwise.
      assertThat(run.counts())
          .containsExactlyInAnyOrderEntriesOf(Map.of(Result.SAME, 1, Result.OTHERWISE, 1));
    }
    assertThat(later.replay.flips(LAWYER, byTheOld.id(), "admission", 0, 9))
        .extracting(Replay.Flip::decision)
        .containsExactly(after.id());
    assertThat(later.replay.flips(LAWYER, byTheNew.id(), "admission", 0, 9))
        .extracting(Replay.Flip::decision)
        .containsExactly(before.id());
  }

  @Test
  void a_draft_is_asked_as_it_was_when_the_replay_began() {
    var draft = node.drafts.open(LAWYER, "ru", "С восемнадцати", "Так решило собрание").id();
    node.drafts.change(
        LAWYER,
        draft,
        PastDecisions.NORMS,
        Optional.of(RAISED.byPath().get(PastDecisions.NORMS)),
        0);
    var flipped = flippable(3);
    var run = node.replay.start(LAWYER, draft, "admission");
    node.drafts.change(LAWYER, draft, PastDecisions.NORMS, Optional.of("всё ещё пишется"), 1);
    past.started().rounds(5).round();

    assertThat(run.draft()).isEqualTo(draft);
    assertThat(run.fileSet()).isEqualTo(RAISED.digest());
    assertThat(node.replay.find(LAWYER, run.id()).counts())
        .containsExactly(Map.entry(Result.OTHERWISE, flipped.size()));
    assertThatThrownBy(() -> node.replay.start(LAWYER, draft, null))
        .as("what cannot be read is refused at once")
        .isInstanceOf(Refusal.class);
  }

  @Test
  void one_edition_tells_consent_of_the_day_before_an_amendment_from_that_of_the_day() {
    var home = node.found("consumer-society");
    var before = node.ask(consented(LocalDate.of(2025, 8, 31)), home, DAY, ANNA);
    var after = node.ask(consented(LocalDate.of(2025, 9, 1)), home, DAY, ANNA);

    assertThat(before.outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(after.outcome()).isNotEqualTo(Outcome.GRANTED);
    assertThat(node.replayed().counts()).containsExactly(Map.entry(Result.SAME, 2));
  }

  private static AdmissionFacts consented(LocalDate day) {
    return new AdmissionFacts("council", true, true, BORN, true, day, false, false);
  }

  @Test
  void what_people_answered_by_hand_counts_again() {
    var home = node.found("consumer-society");
    var left = node.ask(lateVote(), home, DAY, ANNA);
    assertThat(left.outcome()).isEqualTo(Outcome.HUMAN);
    for (boolean allowed : new boolean[] {true, false}) {
      past.together(
          () -> {
            var judgement = node.law.judge(left, LAWYER_A, allowed, "Изучил и решил");
            return node.law.askAgain(lateVote(), home, DAY, ANNA, judgement, "case");
          });
    }

    assertThat(node.replayed().counts()).containsExactly(Map.entry(Result.SAME, 3));
  }

  private static CouncilVoteFacts lateVote() {
    return new CouncilVoteFacts("council", 9, 5, 4, 0, true, "for", true, DAY, DAY.minusDays(3));
  }

  @Test
  void a_charter_counts_as_it_was_confirmed_then() {
    var home = node.found("consumer-society");
    var since = LocalDate.of(2024, 1, 1);
    var norms = List.of("membership.min-age");
    var figures = new HashMap<String, String>();
    figures.put(norms.get(0), "18");
    node.cooperatives.adopt(node.charter(home, since, figures, Set.of(norms.get(0))));
    var unconfirmed = node.ask(application(BORN), home, DAY, ANNA);
    node.cooperatives.confirm(home, since, norms.get(0), LAWYER_A, LAWYER_B);
    var confirmed = node.ask(application(BORN), home, DAY, ANNA);
    assertThat(unconfirmed.basis()).isNotEqualTo(confirmed.basis());

    // Without the record of the confirmation the charter of then is nowhere to be found.
    assertThat(node.replayed().counts())
        .containsExactlyInAnyOrderEntriesOf(Map.of(Result.SAME, 1, Result.OTHER_CHARTER, 1));

    past.recorded(home, List.of(confirmation(home, since, norms.get(0))));
    assertThat(node.replayed().counts()).containsExactly(Map.entry(Result.SAME, 2));
  }

  private static CaseRecord confirmation(CooperativeId home, LocalDate since, String norm) {
    return new CaseRecord(
        CharterConfirmations.series(home),
        1,
        RecordKind.CHARTER_CONFIRMED,
        Instant.EPOCH,
        null,
        Map.of("since", since.toString(), "figure", norm),
        "",
        null);
  }

  @Test
  void a_charter_that_was_adopted_since_for_a_day_before_does_not_count() {
    var home = node.found("consumer-society");
    node.ask(application(DAY.minusYears(17).minusDays(10)), home, DAY, ANNA);
    node.cooperatives.adopt(
        node.charter(home, LocalDate.of(2024, 1, 1), Map.of("membership.min-age", "21"), Set.of()));

    assertThat(node.replayed().counts()).containsExactly(Map.entry(Result.SAME, 1));
  }

  @Test
  void what_cannot_be_asked_again_is_counted_and_never_dropped() {
    var home = node.found("consumer-society");
    var erased = PersonId.random();
    node.ask(application(BORN), home, DAY, erased);
    past.erase(erased);
    var known = node.ask(application(BORN), home, DAY, ANNA);
    past.together(
        () -> {
          var facts = new HashMap<>(FactNames.texts(application(BORN)));
          facts.put("shoeSize", "42");
          node.decisions.add(as(known, "admission"), ANNA, facts, "case");
          node.decisions.add(as(known, "horoscope"), ANNA, Map.of(), "case");
          return known;
        });

    var run = node.replayed();

    assertThat(run.done()).isEqualTo(run.total()).isEqualTo(4);
    assertThat(run.unasked()).isEqualTo(3);
    assertThat(run.counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Result.SAME, 1,
                Result.ERASED, 1,
                Result.OTHER_FACTS, 1,
                Result.WITHOUT_RULES, 1));
    assertThat(node.replay.flipped(LAWYER, run.id())).isEmpty();
  }

  @Test
  void a_record_that_does_not_say_all_is_told_from_one_that_turns_out_otherwise() {
    var home = node.found("consumer-society");
    var known = node.ask(application(BORN), home, DAY, ANNA);
    past.together(
        () -> {
          var other = FactNames.texts(application(DAY.minusYears(3)));
          node.decisions.add(as(known, "admission"), ANNA, other, "case");
          return known;
        });

    assertThat(node.replayed().counts())
        .containsExactlyInAnyOrderEntriesOf(Map.of(Result.SAME, 1, Result.UNREPEATABLE, 1));
  }

  private static Decision as(Decision it, String question) {
    return new Decision(
        UUID.randomUUID(),
        it.cooperative(),
        question,
        it.referenceDate(),
        it.outcome(),
        it.missing(),
        it.reasons(),
        it.findings(),
        it.edition(),
        it.digest(),
        it.demonstration(),
        it.basis());
  }

  @Test
  void whoever_takes_over_from_a_dead_node_goes_on_and_counts_nobody_twice() {
    var flipped = flippable(20);
    var run = node.replay.start(LAWYER, RAISED, null, null);
    // A node takes it, writes one batch down and dies.
    var taken = node.store.take().orElseThrow();
    var batch =
        past.together(
            () ->
                node.decisions.before(
                    taken.place(), Replay.homes(node.cooperatives, "ru"), null, 6));
    var flips = new ArrayList<Replay.Flip>();
    for (var one : batch) {
      var its = one.decision();
      flips.add(
          new Replay.Flip(
              its.id(), its.question(), DAY, Outcome.GRANTED, Outcome.REFUSED, List.of("a.b")));
    }
    assertThat(
            past.<Boolean>together(
                () ->
                    node.store.reached(
                        taken, batch.get(5).place(), Map.of(Result.OTHERWISE, 6), flips)))
        .isTrue();
    node.rounds(4).round();
    assertThat(node.replay.find(LAWYER, run.id()).state())
        .as("it is the other node's as long as that may live")
        .isEqualTo(State.RUNNING);

    silence();
    node.rounds(4).round();

    var whole = node.replay.find(LAWYER, run.id());
    assertThat(whole.state()).isEqualTo(State.DONE);
    assertThat(whole.done()).isEqualTo(20);
    assertThat(whole.counts()).containsExactly(Map.entry(Result.OTHERWISE, 20));
    assertThat(node.replay.flips(LAWYER, run.id(), "admission", 0, 99))
        .extracting(Replay.Flip::decision)
        .containsExactlyInAnyOrderElementsOf(flipped);
    assertThat(node.store.reached(taken, batch.get(5).place(), Map.of(Result.SAME, 1), List.of()))
        .as("whoever was thought dead writes nothing more")
        .isFalse();
  }

  private void silence() {
    JdbcClient.create(past.database.superuser())
        .sql("update law.replays set beaten_at = now() - interval '2 minutes'")
        .update();
  }

  private Set<UUID> flippable(int count) {
    var home = node.found("consumer-society");
    return past.together(
        () -> {
          var ids = new HashSet<UUID>();
          for (int i = 0; i < count; i++) {
            var born = DAY.minusYears(17).minusDays(1 + i);
            ids.add(node.askNow(application(born), home, DAY, ANNA).id());
          }
          return ids;
        });
  }

  @Test
  void one_that_was_ended_stays_ended() {
    flippable(3);
    var run = node.replay.start(LAWYER, "ru", "admission");
    node.replay.cancel(LAWYER, run.id());
    node.rounds(1).round();

    assertThat(node.replay.find(LAWYER, run.id()))
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo(State.CANCELLED);
              assertThat(it.done()).isZero();
              assertThat(it.endedAt()).isNotNull();
            });
    assertThat(node.replay.done(run.fileSet())).as("it shows nothing").isEmpty();
    refused("replay-ended", () -> node.replay.cancel(LAWYER, run.id()));
  }

  @Test
  void files_that_are_not_what_was_kept_are_not_asked_in_their_place() {
    flippable(2);
    var run = node.replay.start(LAWYER, RAISED, null, null);
    JdbcClient.create(past.database.superuser())
        .sql("update law.texts set content = content || ' ' where content like '%value: 18, %'")
        .update();
    assertThatThrownBy(() -> past.started().rounds(5).round())
        .isInstanceOf(IllegalStateException.class);

    assertThat(node.replay.find(LAWYER, run.id()))
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo(State.FAILED);
              assertThat(it.counts()).isEmpty();
            });
  }

  @Test
  void one_question_is_asked_alone_and_shows_nothing_of_the_whole() {
    flippable(3);
    var home = node.found("consumer-society");
    node.ask(lateVote(), home, DAY, ANNA);
    var run = node.replay.start(LAWYER, "ru", "council-vote");
    node.rounds(5).round();

    assertThat(node.replay.find(LAWYER, run.id()).counts())
        .containsExactly(Map.entry(Result.SAME, 1));
    assertThat(node.replay.done(run.fileSet())).isEmpty();
    assertThat(node.replay.newest(LAWYER, "ru"))
        .extracting(Replay.Run::id)
        .containsExactly(run.id());
  }

  @Test
  void nobody_but_a_lawyer_begins_or_sees_one_and_none_is_begun_twice() {
    var clerk = new Caller(ANNA, "Анна", Map.of(), Set.of());
    var run = node.replay.start(LAWYER, "ru", null);

    refused("replay-for-lawyers", () -> node.replay.start(clerk, "ru", null));
    refused("replay-for-lawyers", () -> node.replay.find(clerk, run.id()));
    refused("replay-for-lawyers", () -> node.replay.cancel(clerk, run.id()));
    refused("replay-for-lawyers", () -> node.replay.newest(clerk, "ru"));
    refused("replay-for-lawyers", () -> node.replay.flips(clerk, run.id(), "admission", 0, 9));
    refused("replay-for-lawyers", () -> node.replay.flipped(clerk, run.id()));
    refused("replay-under-way", () -> node.replay.start(LAWYER, "ru", null));
    refused("replay-unknown", () -> node.replay.find(LAWYER, UUID.randomUUID()));
    refused("rules-unknown", () -> node.replay.start(LAWYER, "zz", null));
    refused("rules-unknown", () -> node.replay.start(LAWYER, "ru", "horoscope"));
    assertThat(node.replay.newest(LAWYER, "ru")).hasSize(1);
  }

  @Test
  void what_is_filled_in_for_measuring_is_as_if_it_had_been_decided() {
    var home = node.found("consumer-society");
    var facts = new Facts[] {application(BORN), application(DAY.minusYears(12))};
    new ManyDecisions(node.law, node.decisions, past.transactions).add(home, facts, DAY, 1003);

    var run = node.replay.start(LAWYER, "ru", null);
    node.rounds(500).round();

    assertThat(node.replay.find(LAWYER, run.id()).counts())
        .containsExactly(Map.entry(Result.SAME, 1003));
  }

  private static void refused(String code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static AdmissionFacts application(LocalDate born) {
    return new AdmissionFacts("council", true, true, born, true, DAY, true, false);
  }
}
