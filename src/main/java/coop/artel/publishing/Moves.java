package coop.artel.publishing;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.DeedApproved;
import coop.artel.access.Deeds;
import coop.artel.access.PlatformRole;
import coop.artel.law.CaseMoves;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.Sha256;
import coop.artel.values.UseCase;
import coop.artel.workflow.Cases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;

/**
 * Running cases moved to the edition in force: a lawyer proposes it, and the chair of the
 * cooperative whose case it is approves it.
 */
@UseCase
public class Moves {
  public static final String DEED = "move-case";

  private final CaseMoves law;
  private final Cases cases;
  private final Cooperatives cooperatives;
  private final Deeds deeds;
  private final Records records;

  Moves(CaseMoves law, Cases cases, Cooperatives cooperatives, Deeds deeds, Records records) {
    this.law = law;
    this.cases = cases;
    this.cooperatives = cooperatives;
    this.deeds = deeds;
    this.records = records;
  }

  /**
   * A running case that could be moved.
   *
   * @param steps what that would mean, a question each
   * @param waiting for the second person
   */
  public record Move(Cases.Case of, List<CaseMoves.Step> steps, Optional<Deed> waiting) {
    String digest() {
      return Moves.digest(steps);
    }
  }

  /** The oldest case first: to a lawyer of all cooperatives, to others of those that they serve. */
  public List<Move> of(Caller caller, String country) {
    boolean lawyer = caller.roles().contains(PlatformRole.LAWYER);
    var homes =
        cooperatives.all().stream()
            .filter(it -> it.country().equals(country))
            .map(Cooperative::id)
            .filter(it -> lawyer || caller.serves(it))
            .toList();
    var running =
        cases.running(homes).stream()
            .collect(Collectors.toMap(Cases.Case::id, Function.identity()));
    var waiting =
        deeds.waiting(DEED).stream().collect(Collectors.toMap(Deed::subject, Function.identity()));
    return law.steps(country, running.keySet()).entrySet().stream()
        .map(
            it ->
                new Move(
                    running.get(it.getKey()),
                    it.getValue(),
                    Optional.ofNullable(waiting.get(it.getKey()))))
        .sorted((one, other) -> one.of().startedAt().compareTo(other.of().startedAt()))
        .toList();
  }

  /**
   * Refused: as {@link Deeds#propose} says; {@code case-not-movable} where the case has ended or
   * asks under the edition in force.
   */
  public Deed propose(Caller caller, String caseId) {
    deeds.demandProposer(DEED, caseId, caller);
    return deeds.propose(DEED, caseId, digest(steps(caseId)), caller);
  }

  /** What is waiting to be moved, or was; nothing of a case that has ended or was moved. */
  public Optional<Move> of(Deed deed) {
    return cases.running(deed.subject()).map(it -> new Move(it, steps(it), Optional.of(deed)));
  }

  /** Refused: {@code case-not-movable}, {@code move-changed}. */
  void demand(Deed deed) {
    if (!digest(steps(deed.subject())).equals(deed.digest())) {
      throw MoveRefused.changed();
    }
  }

  private List<CaseMoves.Step> steps(String caseId) {
    var steps = cases.running(caseId).map(this::steps).orElse(List.of());
    if (steps.isEmpty()) {
      throw MoveRefused.notMovable();
    }
    return steps;
  }

  private List<CaseMoves.Step> steps(Cases.Case it) {
    return law.steps(country(it.cooperative()), List.of(it.id())).getOrDefault(it.id(), List.of());
  }

  private String country(CooperativeId cooperative) {
    return cooperatives.find(cooperative).country();
  }

  /** From which files to which, and what each question came to and would come to. */
  private static String digest(List<CaseMoves.Step> steps) {
    var told = new TreeMap<String, Object>();
    steps.forEach(
        it ->
            told.put(
                it.question(),
                Map.of(
                    "from", it.from(),
                    "to", it.to(),
                    "then", it.then().map(Object::toString).orElse(""),
                    "now", it.now().map(Object::toString).orElse(""))));
    return Sha256.of(told);
  }

  /** The second person has approved: from now on the case asks under the edition in force. */
  @EventListener
  void on(DeedApproved approved) {
    if (!approved.kind().equals(DEED)) {
      return;
    }
    var moved = cases.running(approved.subject()).orElseThrow();
    var steps = steps(moved);
    law.move(country(moved.cooperative()), moved.id());
    records.append(moved.id(), steps.stream().map(step -> told(moved, step, approved)).toList());
  }

  private static Happening told(Cases.Case moved, CaseMoves.Step step, DeedApproved approved) {
    return Happening.of(RecordKind.MOVED)
        .with("process", moved.process())
        .with("question", step.question())
        .with("from", step.fromEdition())
        .with("to", step.toEdition())
        .with("fromFiles", step.from())
        .with("toFiles", step.to())
        .with("deed", approved.deed().toString())
        .with("proposedBy", approved.proposedBy())
        .withPerson("proposedFor", approved.proposedFor())
        .with("approvedBy", approved.approvedBy())
        .withPerson("approvedFor", approved.approvedFor());
  }
}
