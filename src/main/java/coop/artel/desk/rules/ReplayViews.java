package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.Zones;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.Replay;
import coop.artel.law.Replay.Flip;
import coop.artel.law.Replay.Result;
import coop.artel.law.Replay.Run;
import coop.artel.workflow.Cases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replays as lawyers see them: how far, and what would turn out otherwise, without the people. */
@Component
class ReplayViews {
  /** Of each question, where all are shown. */
  static final int FIRST = 20;

  /** Of one question on a page. */
  static final int PORTION = 100;

  private final Replay replay;
  private final Cases cases;
  private final Countries countries;
  private final Names names;
  private final Zones zones;

  ReplayViews(Replay replay, Cases cases, Countries countries, Names names, Zones zones) {
    this.replay = replay;
    this.cases = cases;
    this.countries = countries;
    this.names = names;
    this.zones = zones;
  }

  /**
   * A replay.
   *
   * @param question absent if all are asked
   * @param state {@code waiting}, {@code running}, {@code done}, {@code cancelled}, {@code failed}
   * @param done decisions asked about, of {@code total}
   * @param limited whether there may be older decisions that it leaves out
   * @param edition id of the edition that is asked
   * @param draft whose rules it asks, absent where it asks those in force
   */
  record Whole(
      UUID id,
      String country,
      String countryName,
      @Nullable String question,
      @Nullable String questionWords,
      String edition,
      @Nullable UUID draft,
      String state,
      boolean ended,
      int total,
      int done,
      boolean limited,
      String startedBy,
      String startedAt,
      @Nullable String endedAt,
      int flipped,
      List<Count> counts) {}

  /**
   * @param result {@code same}, {@code otherwise}, {@code other-reasons}, {@code erased}, {@code
   *     other-facts}, {@code other-charter}, {@code without-rules}, {@code endless}, {@code
   *     unrepeatable}
   */
  record Count(String result, int number) {}

  /**
   * Of one question those that would turn out otherwise.
   *
   * @param number of all of them
   * @param from of the first that is shown, from 0
   */
  record Group(String question, String questionWords, int number, int from, List<FlipView> flips) {
    public int hidden() {
      return number - from - flips.size();
    }
  }

  /**
   * A decision that would turn out otherwise.
   *
   * @param then {@code granted}, {@code refused}, {@code missing}, {@code human}
   * @param now as {@code then}
   * @param rules that speak otherwise
   * @param caseNumber absent where it was made in no case
   * @param caseId only for those who may know of the case
   */
  record FlipView(
      UUID decision,
      String day,
      String then,
      String now,
      List<String> rules,
      @Nullable String caseNumber,
      @Nullable String caseId) {}

  /** Refused: as {@link Replay#start}. */
  Run start(Caller caller, String country, @Nullable UUID draft, @Nullable String question) {
    return draft == null
        ? replay.start(caller, country, question)
        : replay.start(caller, draft, question);
  }

  List<Whole> newest(Caller caller, String country, Wording wording) {
    return replay.newest(caller, country).stream().map(run -> whole(caller, run, wording)).toList();
  }

  Whole find(Caller caller, UUID id, Wording wording) {
    return whole(caller, replay.find(caller, id), wording);
  }

  Whole whole(Caller caller, Run run, Wording wording) {
    var zone = zones.of(caller);
    var question = run.question();
    var ended = run.endedAt();
    return new Whole(
        run.id(),
        run.country(),
        RuleViews.countryName(countries.of(run.country()), wording),
        question,
        question == null ? null : RuleViews.words(question, wording),
        run.edition(),
        run.draft(),
        run.state().id(),
        run.state().ended(),
        run.total(),
        run.done(),
        run.total() >= Replay.MOST,
        names.person(run.startedBy(), wording),
        wording.moment(run.startedAt(), zone),
        ended == null ? null : wording.moment(ended, zone),
        run.flipped(),
        Arrays.stream(Result.values())
            .filter(it -> run.count(it) > 0)
            .map(it -> new Count(it.id(), run.count(it)))
            .toList());
  }

  /** The first of each question, that with the most of them first. */
  List<Group> groups(Caller caller, UUID id, Wording wording) {
    return replay.flipped(caller, id).entrySet().stream()
        .map(it -> group(caller, id, it, 0, FIRST, wording))
        .toList();
  }

  /** Those of one question from the one with that number on; none where there are none. */
  List<Group> group(Caller caller, UUID id, String question, int from, Wording wording) {
    return replay.flipped(caller, id).entrySet().stream()
        .filter(it -> it.getKey().equals(question))
        .map(it -> group(caller, id, it, from, PORTION, wording))
        .toList();
  }

  private Group group(
      Caller caller,
      UUID id,
      Map.Entry<String, Integer> flipped,
      int from,
      int most,
      Wording wording) {
    var question = flipped.getKey();
    return new Group(
        question,
        RuleViews.words(question, wording),
        flipped.getValue(),
        from,
        flips(caller, replay.flips(caller, id, question, from, most), wording));
  }

  private List<FlipView> flips(Caller caller, List<Flip> flips, Wording wording) {
    var places = cases.ofDecisions(caller, flips.stream().map(Flip::decision).toList());
    return flips.stream()
        .map(
            it -> {
              var place = places.get(it.decision());
              return new FlipView(
                  it.decision(),
                  wording.date(it.day()),
                  it.then().id(),
                  it.now().id(),
                  it.rules(),
                  place == null ? null : place.number(),
                  place == null || !place.known() ? null : place.caseId());
            })
        .toList();
  }
}
