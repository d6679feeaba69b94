package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.DeedApproved;
import coop.artel.access.Deeds;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/**
 * The figures that lawyers of this installation have verified. The files ship what is not sure as
 * unverified, and nothing but two lawyers here make it decide; a figure of low confidence never
 * does.
 */
@UseCase
public class Verifications {
  public static final String DEED = "verify-figure";

  private final VerificationStore store;
  private final Editions editions;
  private final Deeds deeds;
  private final DemonstrationLawyers demonstrationLawyers;
  private final Records records;

  Verifications(
      VerificationStore store,
      Editions editions,
      Deeds deeds,
      DemonstrationLawyers demonstrationLawyers,
      Records records) {
    this.store = store;
    this.editions = editions;
    this.deeds = deeds;
    this.demonstrationLawyers = demonstrationLawyers;
    this.records = records;
  }

  /**
   * @param subject a norm's key, or {@code calendar/2024}
   */
  public record FigureId(String country, String subject) {
    static FigureId of(String deedSubject) {
      int slash = deedSubject.indexOf('/');
      return new FigureId(deedSubject.substring(0, slash), deedSubject.substring(slash + 1));
    }

    /** The figure that a deed of {@link #DEED} is about. */
    public static FigureId of(Deed deed) {
      return of(deed.subject());
    }

    @Override
    public String toString() {
      return country + "/" + subject;
    }
  }

  /**
   * A figure that lawyers may verify.
   *
   * @param verified absent if it is not, or if it says something else since
   * @param waiting a proposal that no second lawyer has decided
   */
  public record Verifiable(
      String subject, String digest, @Nullable Verification verified, @Nullable Deed waiting) {}

  /**
   * @param demonstration made to show the service: it counts for demonstration cooperatives alone
   */
  public record Verification(
      PersonId verifiedBy, PersonId secondedBy, Instant at, boolean demonstration) {}

  /**
   * A lawyer proposes a figure as it stands in the files today. Refused: {@code
   * verification-needless}, {@code verification-known}, and as {@link Deeds#propose} says.
   */
  public Deed propose(Caller caller, String country, String subject) {
    var figure = new FigureId(country, subject).toString();
    deeds.demandProposer(DEED, figure, caller);
    var digest = store.digest(country, subject);
    if (standing(country, caller).containsKey(subject)) {
      throw VerificationRefused.known();
    }
    return deeds.propose(DEED, figure, digest, caller);
  }

  /**
   * All figures of a country that lawyers may verify, by subject, as they stand to a reader: to a
   * lawyer who verifies in earnest those verified for show are not verified.
   */
  public Map<String, Verifiable> of(String country, Caller reader) {
    var standing = standing(country, reader);
    var waiting =
        deeds.waiting(DEED).stream().collect(Collectors.toMap(Deed::subject, Function.identity()));
    return editions.current(country).country().verifiable().stream()
        .map(
            subject ->
                new Verifiable(
                    subject,
                    store.digest(country, subject),
                    verification(standing.get(subject)),
                    waiting.get(new FigureId(country, subject).toString())))
        .collect(Collectors.toMap(Verifiable::subject, Function.identity()));
  }

  private static @Nullable Verification verification(VerificationStore.@Nullable Row row) {
    return row == null
        ? null
        : new Verification(row.verifiedBy(), row.secondedBy(), row.at(), row.demonstration());
  }

  /** The records of what lawyers decided on the figures of a country. */
  public static String series(String country) {
    return "norms:" + country;
  }

  /** A second lawyer has approved: the figure decides from now on, and the record says so. */
  @EventListener
  void on(DeedApproved approved) {
    if (!approved.kind().equals(DEED)) {
      return;
    }
    var figure = FigureId.of(approved.subject());
    boolean demonstration =
        demonstrationLawyers.include(approved.proposedBy())
            || demonstrationLawyers.include(approved.approvedBy());
    store.add(
        figure.country(),
        figure.subject(),
        demonstration,
        approved.proposedBy(),
        approved.approvedBy(),
        approved.deed());
    records.append(
        series(figure.country()),
        List.of(
            Happening.of(RecordKind.FIGURE_VERIFIED)
                .with("country", figure.country())
                .with("figure", figure.subject())
                .with("digest", approved.digest())
                .with("edition", editions.current(figure.country()).id())
                .with("demonstration", demonstration)
                .with("deed", approved.deed().toString())
                .with("proposedBy", approved.proposedBy())
                .with("approvedBy", approved.approvedBy())));
  }

  private SortedMap<String, VerificationStore.Row> standing(String country, Caller reader) {
    return store.standing(country, !demonstrationLawyers.isInEarnest(reader));
  }
}
