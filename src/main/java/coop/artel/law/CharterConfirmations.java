package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Deed;
import coop.artel.access.DeedApproved;
import coop.artel.access.Deeds;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Sha256;
import coop.artel.values.UseCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;

/** Figures of charters that a lawyer and a second person confirm, and that count only then. */
@UseCase
public class CharterConfirmations {
  public static final String DEED = "confirm-charter-figure";

  private final Cooperatives cooperatives;
  private final Deeds deeds;
  private final Callers callers;
  private final Records records;

  CharterConfirmations(Cooperatives cooperatives, Deeds deeds, Callers callers, Records records) {
    this.cooperatives = cooperatives;
    this.deeds = deeds;
    this.callers = callers;
    this.records = records;
  }

  /**
   * A figure in an edition of a charter.
   *
   * @param since first day of the edition
   */
  public record CharterFigure(CooperativeId cooperative, LocalDate since, String norm) {
    static CharterFigure of(String deedSubject) {
      var parts = deedSubject.split("/", 3);
      return new CharterFigure(CooperativeId.of(parts[0]), LocalDate.parse(parts[1]), parts[2]);
    }

    /** The figure that a deed of {@link #DEED} is about. */
    public static CharterFigure of(Deed deed) {
      return of(deed.subject());
    }

    /** Throws {@link VerificationRefused} if the charter has no such edition or figure. */
    Charter.Figure in(Cooperatives cooperatives) {
      var charter = cooperatives.charter(cooperative, since);
      return charter
          .figure(norm)
          .filter(figure -> charter.since().equals(since))
          .orElseThrow(() -> VerificationRefused.noFigure(norm));
    }

    String digest(Charter.Figure figure) {
      return Sha256.of(
          Map.of(
              "cooperative", cooperative.toString(),
              "since", since.toString(),
              "figure", norm,
              "value", figure.value(),
              "unit", figure.unit(),
              "paragraph", figure.paragraph()));
    }

    @Override
    public String toString() {
      return "%s/%s/%s".formatted(cooperative, since, norm);
    }
  }

  /**
   * A lawyer or the chair proposes a figure. Refused: {@code figure-unknown}, {@code
   * figure-confirmed}, and as {@link Deeds#propose} says.
   */
  public Deed propose(Caller caller, CharterFigure id) {
    deeds.demandProposer(DEED, id.toString(), caller);
    var figure = id.in(cooperatives);
    if (figure.confirmed()) {
      throw VerificationRefused.confirmed();
    }
    return deeds.propose(DEED, id.toString(), id.digest(figure), caller);
  }

  /** The proposals that wait for a second person in an edition of a charter, by norm. */
  public Map<String, Deed> waiting(Charter charter) {
    var waiting = new TreeMap<String, Deed>();
    for (var deed : deeds.waiting(DEED)) {
      var id = CharterFigure.of(deed);
      if (id.cooperative().equals(charter.cooperative()) && id.since().equals(charter.since())) {
        waiting.put(id.norm(), deed);
      }
    }
    return waiting;
  }

  /** The records of what two persons decided on the charter of a cooperative. */
  public static String series(CooperativeId cooperative) {
    return "charter:" + cooperative;
  }

  /** The second person has approved: the figure counts from now on, and the record says so. */
  @EventListener
  void on(DeedApproved approved) {
    if (!approved.kind().equals(DEED)) {
      return;
    }
    var id = CharterFigure.of(approved.subject());
    var figure = id.in(cooperatives);
    boolean lawyerFirst = ConfirmFigureRule.isLawyer(callers.of(approved.proposedBy()));
    PersonId lawyer = lawyerFirst ? approved.proposedBy() : approved.approvedBy();
    PersonId second = lawyerFirst ? approved.approvedBy() : approved.proposedBy();
    cooperatives.confirm(id.cooperative(), id.since(), id.norm(), lawyer, second);
    records.append(
        series(id.cooperative()),
        List.of(
            Happening.of(RecordKind.CHARTER_CONFIRMED)
                .with("cooperative", id.cooperative().toString())
                .with("since", id.since().toString())
                .with("figure", id.norm())
                .with("value", figure.value())
                .with("unit", figure.unit())
                .with("paragraph", figure.paragraph())
                .with("digest", approved.digest())
                .with("charter", cooperatives.charter(id.cooperative(), id.since()).digest())
                .with("deed", approved.deed().toString())
                .with("lawyer", lawyer)
                .with("second", second)
                .with("proposedBy", approved.proposedBy())
                .with("approvedBy", approved.approvedBy())));
  }
}
