package coop.artel.access;

import coop.artel.access.Appointments.Way;
import coop.artel.access.Substitution.Change;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Deputies;
import coop.artel.registry.Deputyship;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Ground;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Salt;
import coop.artel.values.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

/**
 * Who names somebody to do an officer's work for a while. It goes as with offices: with a second
 * person, and by an operator alone where nobody can act yet. Ending it takes rights away and gives
 * none, so one person does.
 */
@UseCase
public class Substitutions {
  public static final String DEED = "name-deputy";

  /** Nobody is stood in for longer; whoever stays away longer is relieved of the office. */
  private static final int LONGEST_YEARS = 1;

  private final SubstitutionRows rows;
  private final Deputies deputies;
  private final Appointments appointments;
  private final Cooperatives cooperatives;
  private final Deeds deeds;
  private final Records records;
  private final LegalClock legalClock;
  private final Clock clock;
  private final ApplicationEventPublisher news;

  Substitutions(
      SubstitutionRows rows,
      Deputies deputies,
      Appointments appointments,
      Cooperatives cooperatives,
      Deeds deeds,
      Records records,
      LegalClock legalClock,
      Clock clock,
      ApplicationEventPublisher news) {
    this.rows = rows;
    this.deputies = deputies;
    this.appointments = appointments;
    this.cooperatives = cooperatives;
    this.deeds = deeds;
    this.records = records;
    this.legalClock = legalClock;
    this.clock = clock;
    this.news = news;
  }

  /** The fields of a form, before they are known to be sound. */
  public record Asked(
      @Nullable Office office,
      @Nullable PersonId principal,
      @Nullable PersonId deputy,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      Ground ground) {}

  /** How the caller may name a deputy for some office there. */
  public Way way(Caller caller, CooperativeId cooperative) {
    var way = appointments.way(caller, cooperative);
    return way == Way.NONE && !ownOffices(caller, cooperative).isEmpty() ? Way.WITH_ANOTHER : way;
  }

  /** The caller's own offices there in which somebody may stand in. */
  public Set<Office> ownOffices(Caller caller, CooperativeId cooperative) {
    return Set.copyOf(
        caller.own().offices().getOrDefault(cooperative, Set.of()).stream()
            .filter(Deputyship.OFFICES::contains)
            .toList());
  }

  /** Whether the caller names deputies for every officer there, not only for themselves. */
  public boolean forAll(Caller caller, CooperativeId cooperative) {
    return appointments.way(caller, cooperative) != Way.NONE;
  }

  /**
   * Does it, or proposes it to a second person. Refused: {@code substitution-not-theirs}, {@code
   * own-substitution}, {@code fields-refused}, {@code deed-waiting}.
   *
   * @return the deed that waits, if one does
   */
  public @Nullable Deed name(Caller caller, CooperativeId cooperative, Asked asked) {
    var way = way(caller, cooperative);
    if (way == Way.NONE) {
      throw SubstitutionRefused.notTheirs();
    }
    var change = sound(cooperative, asked);
    if (caller.speaksFor(change.deputy())) {
      throw SubstitutionRefused.own();
    }
    if (way == Way.WITH_ANOTHER && !NameDeputyRule.mayPropose(caller, change)) {
      throw SubstitutionRefused.notTheirs();
    }
    var wanted = substitution(caller, change, asked.ground());
    deputies.demandPossible(wanted.deputyship());
    if (way == Way.ALONE) {
      rows.add(wanted);
      carryOut(wanted, null);
      return null;
    }
    var deed = deeds.propose(DEED, change.toString(), wanted.digest(), caller);
    rows.add(wanted.waitingAs(deed.id()));
    return deed;
  }

  private Change sound(CooperativeId cooperative, Asked asked) {
    var today = today(cooperative);
    var office = asked.office();
    var principal = asked.principal();
    var deputy = asked.deputy();
    var first = asked.first();
    var last = asked.last();
    var check = new FieldsRefused.Check();
    check
        .demand(office != null && principal != null, "deputised", "choose")
        .demand(deputy != null, "deputy", "choose")
        .demand(
            deputy == null || appointments.knows(cooperative, deputy, today),
            "deputy",
            "person-unknown")
        .demand(first != null, "first", "day-empty")
        .demand(first == null || !first.isBefore(today), "first", "first-past")
        .demand(
            first == null || first.isBefore(today.plusYears(LONGEST_YEARS)), "first", "first-far")
        .demand(last != null, "last", "day-empty")
        .demand(first == null || last == null || !last.isBefore(first), "last", "last-before-first")
        .demand(
            first == null || last == null || last.isBefore(first.plusYears(LONGEST_YEARS)),
            "last",
            "longer-than-a-year");
    asked.ground().check(check, today);
    check.done();
    if (office == null || principal == null || deputy == null || first == null || last == null) {
      throw new IllegalStateException("It was checked before");
    }
    return new Change(cooperative, office, principal, deputy, first, last);
  }

  private Substitution substitution(Caller caller, Change change, Ground ground) {
    return new Substitution(
        UUID.randomUUID(),
        change,
        ground,
        Salt.random(),
        caller.person(),
        caller.inWhoseName(it -> NameDeputyRule.mayPropose(it, change)).orElse(null),
        clock.instant(),
        null,
        null,
        null);
  }

  /** The second person has approved. */
  @EventListener
  void on(DeedApproved approved) {
    if (approved.kind().equals(DEED)) {
      carryOut(rows.ofDeed(approved.deed()).orElseThrow(), approved);
    }
  }

  private void carryOut(Substitution asked, @Nullable DeedApproved approved) {
    var change = asked.change();
    deputies.name(asked.deputyship());
    rows.done(asked.id(), clock.instant());
    var happening =
        about(RecordKind.DEPUTY_NAMED, asked)
            .with("first", change.first().toString())
            .with("last", change.last().toString())
            .with("groundDay", String.valueOf(asked.ground().day()))
            .with("digest", asked.digest())
            .committing("ground", asked.ground().number());
    Appointments.byWhom(happening, asked.askedBy(), approved);
    records.append(Appointments.series(change.cooperative()), List.of(happening));
    news.publishEvent(new DeputyNamed(asked));
  }

  private static Happening about(RecordKind kind, Substitution it) {
    var change = it.change();
    return Happening.of(kind)
        .with("cooperative", change.cooperative().toString())
        .with("substitution", it.id().toString())
        .with("office", change.office().id())
        .with("principal", change.principal())
        .with("deputy", change.deputy());
  }

  /** Whether the caller may end it: both of them, chair and secretary, and who names alone. */
  public boolean mayEnd(Caller caller, Substitution it) {
    var change = it.change();
    return caller.person().equals(change.principal())
        || caller.person().equals(change.deputy())
        || forAll(caller, change.cooperative());
  }

  /**
   * From this day on it does not hold. Refused: {@code substitution-unknown}, {@code
   * substitution-not-theirs}, {@code substitution-over}, {@code fields-refused}.
   *
   * @param day the first without it
   */
  public void end(Caller caller, CooperativeId cooperative, UUID id, @Nullable LocalDate day) {
    var found = rows.locked(cooperative, id).orElseThrow(SubstitutionRefused::unknown);
    if (!mayEnd(caller, found)) {
      throw caller.serves(cooperative) || !caller.roles().isEmpty()
          ? SubstitutionRefused.notTheirs()
          : SubstitutionRefused.unknown();
    }
    var today = today(cooperative);
    var standing =
        deputies.all(cooperative).stream()
            .filter(it -> it.id().equals(id) && !it.last().isBefore(today))
            .findFirst()
            .orElseThrow(SubstitutionRefused::over);
    if (day == null || day.isBefore(today) || day.isAfter(standing.last())) {
      throw FieldsRefused.of(
          "day", day == null ? "day-empty" : "day-outside", today, standing.last());
    }
    var end =
        new Substitution.End(
            day, caller.person(), endedFor(caller, found).orElse(null), clock.instant());
    deputies.end(standing, day);
    rows.ended(id, end);
    var happening =
        about(RecordKind.DEPUTY_ENDED, found)
            .with("day", day.toString())
            .with("endedBy", caller.person());
    if (end.endedFor() != null) {
      happening.with("endedFor", end.endedFor());
    }
    records.append(Appointments.series(cooperative), List.of(happening));
    news.publishEvent(new DeputyEnded(found, day, caller.person()));
  }

  /** The deputy who lays it down does so for nobody. */
  private Optional<PersonId> endedFor(Caller caller, Substitution it) {
    return caller.inWhoseName(who -> mayEnd(who, it));
  }

  /** What was asked here, the newest first. */
  public List<Substitution> of(CooperativeId cooperative) {
    return rows.of(cooperative);
  }

  /** What exactly a deed of {@link #DEED} is about. */
  public Substitution of(Deed deed) {
    return rows.ofDeed(deed.id()).orElseThrow();
  }

  private LocalDate today(CooperativeId cooperative) {
    return legalClock.today(cooperatives.find(cooperative).zone());
  }
}
