package coop.artel.desk.cases;

import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.PersonJson;
import coop.artel.desk.frame.Wording;
import coop.artel.members.Arrivals;
import coop.artel.members.Arrivals.Arrival;
import coop.artel.registry.Cooperative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who brought an application into the house, and what is kept of a paper. */
@Component
class ArrivalViews {
  private final Arrivals arrivals;
  private final Names names;

  ArrivalViews(Arrivals arrivals, Names names) {
    this.arrivals = arrivals;
    this.names = names;
  }

  /**
   * How an application came, in words.
   *
   * @param scan digest of the paper's scan, absent where there was none
   * @param consent the paper on which consent was given, absent where it is a document of the case
   */
  record View(
      String words,
      @Nullable String scan,
      @Nullable String consent,
      @Nullable String consentScan) {}

  /**
   * The same for programs.
   *
   * @param way {@code page}, {@code paper}
   * @param enteredBy the applicant, or the secretary who entered what came on paper
   * @param scanDigest SHA-256 of the application's scan, hex
   * @param consentOn when the consent on paper was signed
   * @param consentDigest SHA-256 of its scan, hex
   */
  record ArrivalJson(
      String way,
      PersonJson enteredBy,
      Instant enteredAt,
      LocalDate receivedOn,
      @Nullable String scanDigest,
      @Nullable LocalDate consentOn,
      @Nullable String consentDigest) {}

  /** Empty for a case that is no admission; for those who were allowed to find it. */
  Optional<View> of(String caseId, Cooperative cooperative, Wording wording) {
    return arrivals.of(caseId).map(it -> view(it, cooperative, wording));
  }

  private View view(Arrival it, Cooperative cooperative, Wording wording) {
    var by = names.person(it.enteredBy(), wording);
    var at = wording.moment(it.enteredAt(), cooperative.zone());
    var paper = it.paper();
    return paper == null
        ? new View(wording.say("arrival.page", by, at), null, null, null)
        : new View(
            wording.say("arrival.paper", wording.date(it.receivedOn()), by, at),
            paper.scanDigest(),
            wording.say("arrival.consent", wording.date(paper.consentOn())),
            paper.consentDigest());
  }

  Optional<ArrivalJson> json(String caseId, Wording wording) {
    return arrivals.of(caseId).map(it -> json(it, wording));
  }

  private ArrivalJson json(Arrival it, Wording wording) {
    var paper = it.paper();
    return new ArrivalJson(
        paper == null ? "page" : "paper",
        PersonJson.of(it.enteredBy(), names, wording),
        it.enteredAt(),
        it.receivedOn(),
        paper == null ? null : paper.scanDigest(),
        paper == null ? null : paper.consentOn(),
        paper == null ? null : paper.consentDigest());
  }
}
