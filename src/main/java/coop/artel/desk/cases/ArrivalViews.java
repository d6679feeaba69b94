package coop.artel.desk.cases;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.PersonJson;
import coop.artel.desk.frame.Wording;
import coop.artel.members.Arrivals;
import coop.artel.members.Arrivals.Arrival;
import coop.artel.members.Corrections;
import coop.artel.members.Imports;
import coop.artel.registry.Cooperative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says who brought an application, a list or a correction into the house, and what is kept of a
 * paper: no record names them, since none of these begins with a task.
 */
@Component
class ArrivalViews {
  private final Arrivals arrivals;
  private final Imports imports;
  private final Corrections corrections;
  private final Names names;

  ArrivalViews(Arrivals arrivals, Imports imports, Corrections corrections, Names names) {
    this.arrivals = arrivals;
    this.imports = imports;
    this.corrections = corrections;
    this.names = names;
  }

  /**
   * How it came, in words.
   *
   * @param more what was said with it, line by line
   * @param scan digest of the paper's scan, absent where there was none
   * @param consent the paper on which consent was given, absent where it is a document of the case
   */
  record View(
      String words,
      List<String> more,
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

  /** Empty where a case began by itself; for those who were allowed to find it. */
  Optional<View> of(Caller reader, String caseId, Cooperative cooperative, Wording wording) {
    return arrivals
        .of(caseId)
        .map(it -> application(it, cooperative, wording))
        .or(() -> imports.ofCase(reader, caseId).map(it -> list(it, cooperative, wording)))
        .or(() -> corrections.ofCase(caseId).map(it -> correction(it, cooperative, wording)));
  }

  private View application(Arrival it, Cooperative cooperative, Wording wording) {
    var by = names.acting(it.enteredBy(), it.enteredFor(), wording);
    var at = wording.moment(it.enteredAt(), cooperative.zone());
    var paper = it.paper();
    return paper == null
        ? new View(wording.say("arrival.page", by, at), List.of(), null, null, null)
        : new View(
            wording.say("arrival.paper", wording.date(it.receivedOn()), by, at),
            List.of(),
            paper.scanDigest(),
            wording.say("arrival.consent", wording.date(paper.consentOn())),
            paper.consentDigest());
  }

  private View list(Imports.Import it, Cooperative cooperative, Wording wording) {
    var minutes = it.minutes();
    return new View(
        wording.say(
            "arrival.list",
            names.acting(it.broughtBy(), it.broughtFor(), wording),
            wording.moment(it.broughtAt(), cooperative.zone())),
        List.of(
            wording.say(
                "arrival.ground",
                wording.say("import.minutes", minutes.number(), wording.date(minutes.day())))),
        minutes.digest(),
        null,
        null);
  }

  private View correction(Corrections.Correction it, Cooperative cooperative, Wording wording) {
    var changes =
        CorrectionChanges.of(it.before(), it.after(), wording).stream()
            .map(
                change ->
                    wording.say("arrival.change", change.what(), change.before(), change.after()));
    return new View(
        wording.say(
            "arrival.correction",
            Long.toString(it.number()),
            names.acting(it.proposedBy(), it.proposedFor(), wording),
            wording.moment(it.proposedAt(), cooperative.zone())),
        Stream.concat(changes, Stream.of(wording.say("arrival.ground", it.ground()))).toList(),
        null,
        null,
        null);
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
