package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Countries;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edition asked about what was decided before: how many decisions of a country it repeats, and
 * which would turn out otherwise. It goes on by itself, on any node, until it is done or somebody
 * ends it. For lawyers, who learn nothing personal of it.
 */
@UseCase
public class Replay {
  /** How many decisions are asked about, the newest first. */
  public static final int MOST = 100_000;

  private static final int LISTED = 20;

  private final ReplayStore store;
  private final DecisionStore decisions;
  private final Editions editions;
  private final EditionStore editionStore;
  private final RuleDrafts drafts;
  private final Countries countries;
  private final Cooperatives cooperatives;

  Replay(
      ReplayStore store,
      DecisionStore decisions,
      Editions editions,
      EditionStore editionStore,
      RuleDrafts drafts,
      Countries countries,
      Cooperatives cooperatives) {
    this.store = store;
    this.decisions = decisions;
    this.editions = editions;
    this.editionStore = editionStore;
    this.drafts = drafts;
    this.countries = countries;
    this.cooperatives = cooperatives;
  }

  /** What one decision comes to. */
  public enum Result {
    SAME,
    /** Another outcome. */
    OTHERWISE,
    /** The same outcome for other reasons, or something else is missing. */
    OTHER_REASONS,
    /** Nothing is left but the outcome. */
    ERASED,
    /** What it was made on are no facts to this version. */
    OTHER_FACTS,
    /** A charter that it looked into is not on record as it was then. */
    OTHER_CHARTER,
    /** The edition has no rules on its question. */
    WITHOUT_RULES,
    /** The edition's rules come to no end. */
    ENDLESS,
    /** The very edition that made it makes another one: its record does not say all. */
    UNREPEATABLE;

    /** As it stands in messages and answers: {@code other-facts}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Result of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** How far one is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean ended() {
      return this != WAITING && this != RUNNING;
    }
  }

  /**
   * One replay as it stands.
   *
   * @param question absent if it is all of them
   * @param edition id of the edition that is asked
   * @param fileSet digest of all its files
   * @param draft whose files these were, absent where they were in force
   * @param until the newest decision that counts
   * @param total decisions that are asked about
   * @param done of them so far
   * @param counts by result, only those that there are
   */
  public record Run(
      UUID id,
      String country,
      @Nullable String question,
      String edition,
      String fileSet,
      @Nullable UUID draft,
      PersonId startedBy,
      Instant startedAt,
      Instant until,
      State state,
      int total,
      int done,
      @Nullable Instant endedAt,
      Map<Result, Integer> counts) {
    public int count(Result result) {
      return counts.getOrDefault(result, 0);
    }

    /** Those that would turn out otherwise, or for other reasons. */
    public int flipped() {
      return count(Result.OTHERWISE) + count(Result.OTHER_REASONS);
    }

    /** Those that it could not ask about. */
    public int unasked() {
      return counts.entrySet().stream()
          .filter(it -> it.getKey().compareTo(Result.OTHER_REASONS) > 0)
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  /**
   * A decision that would turn out otherwise.
   *
   * @param rules that speak otherwise
   */
  public record Flip(
      UUID decision,
      String question,
      LocalDate day,
      Outcome then,
      Outcome now,
      List<String> rules) {}

  /**
   * Begins to ask the edition in force. Refused: {@code replay-for-lawyers}, {@code rules-unknown},
   * {@code replay-under-way}.
   *
   * @param question absent for all of them
   */
  public Run start(Caller caller, String country, @Nullable String question) {
    demandLawyer(caller);
    demandCountry(country);
    return start(caller, editions.currentFiles(country), question, null);
  }

  /**
   * Begins to ask a draft as it is now. Refused: {@code replay-for-lawyers}, {@code
   * rule-draft-unknown}, whatever its files are refused for, {@code rules-unknown}, {@code
   * replay-under-way}.
   *
   * @param question absent for all of them
   */
  public Run start(Caller caller, UUID draft, @Nullable String question) {
    demandLawyer(caller);
    return start(caller, drafts.files(draft), question, draft);
  }

  /**
   * Sees to it that a draft as it is now is asked about everything: begins that where it was
   * neither done nor begun. Refused: as {@link #start(Caller, UUID, String)}.
   */
  public void begun(Caller caller, UUID draft) {
    demandLawyer(caller);
    var files = drafts.files(draft);
    boolean there =
        of(files.digest())
            .filter(it -> it.state() == State.DONE || !it.state().ended())
            .isPresent();
    if (!there) {
      start(caller, files, null, draft);
    }
  }

  /** The files are kept: whichever node goes on with it asks exactly these. */
  Run start(Caller caller, RuleFiles files, @Nullable String question, @Nullable UUID draft) {
    var country = files.country();
    var edition = editions.of(files);
    if (question != null && !edition.answers(question)) {
      throw new RulesUnknown(country, question);
    }
    if (store.underWay(files.digest(), question)) {
      throw ReplayRefused.underWay();
    }
    editionStore.keep(files, edition.id());
    var until = store.now();
    int total = decisions.count(homes(cooperatives, country), question, until, MOST);
    return store.add(
        new ReplayStore.Begun(
            caller.person(), country, question, edition.id(), files.digest(), draft, until, total));
  }

  /** Ends one before it is done. Refused: as {@link #find}, {@code replay-ended}. */
  public void cancel(Caller caller, UUID id) {
    find(caller, id);
    if (!store.cancel(id)) {
      throw ReplayRefused.ended();
    }
  }

  /** Refused: {@code replay-for-lawyers}, {@code replay-unknown}. */
  public Run find(Caller caller, UUID id) {
    demandLawyer(caller);
    return store.find(id).orElseThrow(ReplayRefused::unknown);
  }

  /** The newest of a country. Refused: {@code replay-for-lawyers}, {@code rules-unknown}. */
  public List<Run> newest(Caller caller, String country) {
    demandLawyer(caller);
    demandCountry(country);
    return store.newest(country, LISTED);
  }

  /** How many would turn out otherwise, by question. Refused: as {@link #find}. */
  public Map<String, Integer> flipped(Caller caller, UUID id) {
    find(caller, id);
    return store.flipped(id);
  }

  /** Those that would turn out otherwise, the newest first. Refused: as {@link #find}. */
  public List<Flip> flips(Caller caller, UUID id, String question, int from, int most) {
    find(caller, id);
    return store.flips(id, question, from, most);
  }

  /**
   * The newest that is done, over all questions, for exactly this set of files.
   *
   * @param fileSet digest of all files
   */
  public Optional<Run> done(String fileSet) {
    return store.done(fileSet);
  }

  /**
   * The one over all questions that says most about a set of files: one that is done, else one that
   * is under way, else the newest.
   *
   * @param fileSet digest of all files
   */
  public Optional<Run> of(String fileSet) {
    return store.of(fileSet);
  }

  /** The cooperatives whose decisions a country's law made. */
  static List<CooperativeId> homes(Cooperatives cooperatives, String country) {
    return cooperatives.all().stream()
        .filter(it -> it.country().equals(country))
        .map(Cooperative::id)
        .toList();
  }

  private void demandCountry(String country) {
    if (countries.find(country).isEmpty()) {
      throw new RulesUnknown(country, country);
    }
  }

  private static void demandLawyer(Caller caller) {
    if (!caller.roles().contains(PlatformRole.LAWYER)) {
      throw ReplayRefused.notTheirs();
    }
  }
}
