package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in force in a country and was; and what stands against putting other files in force. */
@UseCase
public class Publications {
  private final EditionStore store;
  private final Editions editions;
  private final RuleDrafts drafts;
  private final List<EditionCheck> checks;
  private final DemonstrationLawyers demonstration;
  private final Cooperatives cooperatives;
  private final LegalDays days;
  private final Records records;
  private final JdbcClient database;

  Publications(
      EditionStore store,
      Editions editions,
      RuleDrafts drafts,
      List<EditionCheck> checks,
      DemonstrationLawyers demonstration,
      Cooperatives cooperatives,
      LegalDays days,
      Records records,
      JdbcClient database) {
    this.store = store;
    this.editions = editions;
    this.drafts = drafts;
    this.checks = checks;
    this.demonstration = demonstration;
    this.cooperatives = cooperatives;
    this.days = days;
    this.records = records;
    this.database = database;
  }

  /** Two persons who publish, from a day on. */
  public record Ordered(LocalDate liveFrom, PersonId author, PersonId approver) {}

  /** A file before and after; absent where it was or is not there. */
  public record Changed(String path, @Nullable String before, @Nullable String after) {}

  /** Newest first. */
  public List<Publication> all(String country) {
    return store.publications(country).stream()
        .sorted(Comparator.comparing(Publication::number).reversed())
        .toList();
  }

  /** Refused: {@code publication-unknown}. */
  public Publication find(String country, int number) {
    return all(country).stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .orElseThrow(() -> PublicationRefused.unknown(number));
  }

  /** What is in force today; empty before the first start has ended. */
  public Optional<Publication> now(String country) {
    return editions.publication(country);
  }

  /** The number of the newest, whether its day has come or not. */
  public int newest(String country) {
    return all(country).stream().findFirst().map(Publication::number).orElse(0);
  }

  /** The day that it is in the country: the first from which something may be put in force. */
  public LocalDate today(String country) {
    return days.of(CooperativeId.ofCountry(country));
  }

  /**
   * Refused: {@code rules-lawyer-only}; {@code lawyer-of-the-demonstration} for an invented lawyer
   * where a cooperative lives by the country's law in earnest.
   */
  public void demandLawyer(Caller caller, String country) {
    if (!caller.roles().contains(PlatformRole.LAWYER)) {
      throw PublicationRefused.lawyerOnly();
    }
    if (demonstration.include(caller.person()) && isInEarnest(country)) {
      throw PublicationRefused.demonstration();
    }
  }

  private boolean isInEarnest(String country) {
    return cooperatives.all().stream()
        .anyMatch(it -> it.country().equals(country) && !it.demonstration());
  }

  /**
   * Keeps the files of a draft as they are checked and published. Refused where they cannot be read
   * or understood.
   *
   * @return the digest of all of them
   */
  public String keep(UUID draft) {
    var files = drafts.files(draft);
    RuleFaults.of(files).stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw fault.refusal();
            });
    return store.keep(files, editions.of(files).id());
  }

  /** SHA-256 of those of the files that decide, hex. */
  public String edition(String fileSet) {
    return editions.of(fileSet).id();
  }

  /** By path. */
  public List<Changed> changes(String from, String to) {
    var before = editions.files(from);
    return before.changesTo(editions.files(to)).entrySet().stream()
        .map(
            it ->
                new Changed(
                    it.getKey(), before.byPath().get(it.getKey()), it.getValue().orElse(null)))
        .toList();
  }

  /** What stands against proposing a draft whose files are kept, and what is told of it. */
  public List<EditionFault> proposed(UUID draft, String fileSet) {
    return faults(draft, fileSet, false);
  }

  /** What stands against putting it in force now, and what is told of it. */
  public List<EditionFault> faults(UUID draft, String fileSet) {
    return faults(draft, fileSet, true);
  }

  private List<EditionFault> faults(UUID draft, String fileSet, boolean atOnce) {
    var of = drafts.find(draft);
    var faults = new ArrayList<EditionFault>();
    int newest = newest(of.country());
    if (newest != of.base()) {
      faults.add(
          EditionFault.of(
              "base-superseded", Integer.toString(of.base()), Integer.toString(newest)));
    }
    if (!drafts.files(draft).digest().equals(fileSet)) {
      faults.add(EditionFault.of("files-changed"));
    }
    var candidate =
        new EditionCheck.Candidate(
            editions.files(fileSet),
            editions.of(fileSet),
            drafts.before(draft),
            today(of.country()),
            atOnce);
    checks.forEach(check -> faults.addAll(check.faults(candidate)));
    return faults;
  }

  /** Waits for whoever else publishes for a country; the turn lasts as long as the transaction. */
  public void lock(String country) {
    store.lock(country);
  }

  /**
   * Puts a draft in force, and records it among the editions of the country. The caller holds the
   * country's {@link #lock} and has seen that nothing stands against it.
   */
  public Publication publish(UUID draft, String caseId, Ordered ordered) {
    var published =
        drafts.publish(draft, ordered.liveFrom(), caseId, ordered.author(), ordered.approver());
    database
        .sql(
            "insert into law.editions_in_use (country, edition) values (?, ?) on conflict do"
                + " nothing")
        .params(published.country(), published.edition())
        .update();
    records.append(EditionsAtStart.series(published.country()), List.of(told(published, ordered)));
    return published;
  }

  /** As the records of a case and of the country's editions tell it. */
  public static Happening told(Publication it, Ordered ordered) {
    return Happening.of(RecordKind.EDITION_PUBLISHED)
        .with("country", it.country())
        .with("number", it.number())
        .with("edition", it.edition())
        .with("files", it.fileSet())
        .with("liveFrom", ordered.liveFrom().toString())
        .with("author", ordered.author())
        .with("approver", ordered.approver());
  }
}
