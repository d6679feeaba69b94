package coop.artel.access;

import coop.artel.access.Appointment.Change;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Ground;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Salt;
import coop.artel.values.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/**
 * Who gives offices and takes them. In a cooperative that nobody can act for yet an operator does;
 * afterwards the chair or the secretary proposes, and a second person approves.
 */
@UseCase
public class Appointments {
  public static final String DEED = "change-office";

  private static final int EARLIEST_YEAR = 1900;

  private final AppointmentRows rows;
  private final Offices offices;
  private final CouncilSeats seats;
  private final Cooperatives cooperatives;
  private final Memberships memberships;
  private final Accounts accounts;
  private final Deeds deeds;
  private final Records records;
  private final LegalClock legalClock;
  private final Clock clock;

  Appointments(
      AppointmentRows rows,
      Offices offices,
      CouncilSeats seats,
      Cooperatives cooperatives,
      Memberships memberships,
      Accounts accounts,
      Deeds deeds,
      Records records,
      LegalClock legalClock,
      Clock clock) {
    this.rows = rows;
    this.offices = offices;
    this.seats = seats;
    this.cooperatives = cooperatives;
    this.memberships = memberships;
    this.accounts = accounts;
    this.deeds = deeds;
    this.records = records;
    this.legalClock = legalClock;
    this.clock = clock;
  }

  /** How somebody may change offices: not at all, alone, or with a second person. */
  public enum Way {
    NONE,
    ALONE,
    WITH_ANOTHER
  }

  public Way way(Caller caller, CooperativeId cooperative) {
    if (ChangeOfficeRule.leads(caller, cooperative)) {
      return Way.WITH_ANOTHER;
    }
    return isOperator(caller) && !governsItself(cooperative) ? Way.ALONE : Way.NONE;
  }

  /** Refused: {@code appointment-not-theirs}, {@code cooperative-governs-itself}. */
  public void demandWay(Caller caller, CooperativeId cooperative) {
    if (way(caller, cooperative) == Way.NONE) {
      throw isOperator(caller)
          ? AppointmentRefused.governsItself()
          : AppointmentRefused.notTheirs();
    }
  }

  /**
   * Does it, or proposes it to a second person. Refused: as {@link #demandWay}, {@code own-office},
   * {@code fields-refused}, what {@link Offices} refuses, {@code council-full}, {@code
   * deed-waiting}.
   *
   * @param day the first with the office, or the first without it
   * @return the deed that waits, if one does
   */
  public @Nullable Deed change(
      Caller caller, Change change, @Nullable LocalDate day, Ground ground) {
    demandWay(caller, change.cooperative());
    demandOther(caller, change);
    var today = today(change.cooperative());
    var check = new FieldsRefused.Check();
    check.demand(knows(change.cooperative(), change.person(), today), "person", "person-unknown");
    check(check, change.cooperative(), change.entrusts(), day, ground);
    check.done();
    demandPossible(caller, change, day);
    var from = Objects.requireNonNullElse(day, today);
    boolean alone = way(caller, change.cooperative()) == Way.ALONE;
    var asked = asked(caller, change, from, ground);
    if (alone) {
      rows.add(asked);
      carryOut(asked, null);
      return null;
    }
    var deed = deeds.propose(DEED, change.toString(), asked.digest(), caller);
    rows.add(asked.waitingAs(deed.id()));
    return deed;
  }

  private static void demandOther(Caller caller, Change change) {
    if (change.entrusts() && caller.speaksFor(change.person())) {
      throw AppointmentRefused.own();
    }
  }

  /** Refuses before anything is written, since a refusal rolls nothing back. */
  void demandPossible(Caller caller, Change change, @Nullable LocalDate day) {
    demandOther(caller, change);
    var first = Objects.requireNonNullElse(day, today(change.cooperative()));
    demand(offices, change, first);
    seats.demandSeat(change, first);
    if (deeds.newest(DEED, change.toString()).filter(Deed::open).isPresent()) {
      throw DeedRefused.waiting();
    }
  }

  void check(
      FieldsRefused.Check check,
      CooperativeId cooperative,
      boolean entrusts,
      @Nullable LocalDate day,
      Ground ground) {
    var today = today(cooperative);
    ground.check(check, today);
    check.demand(day != null, "day", "day-empty");
    if (day != null) {
      check
          .demand(
              day.getYear() >= EARLIEST_YEAR && day.isBefore(today.plusYears(1)), "day", "day-far")
          .demand(entrusts || !day.isBefore(today), "day", "day-past");
    }
  }

  /** Throws {@code CooperativeUnknown} if there is none. */
  void demandThere(CooperativeId cooperative) {
    cooperatives.find(cooperative);
  }

  private LocalDate today(CooperativeId cooperative) {
    return legalClock.today(cooperatives.find(cooperative).zone());
  }

  /** Whoever may be given an office: has held one here, was invited here, or is a member. */
  boolean knows(CooperativeId cooperative, PersonId person, LocalDate today) {
    return known(cooperative).contains(person)
        || memberships.of(cooperative, person, today).isPresent();
  }

  /** Whoever has held an office here or was invited here. */
  public Set<PersonId> known(CooperativeId cooperative) {
    var known = new HashSet<>(rows.invited(cooperative));
    offices.all(cooperative).forEach(tenure -> known.add(tenure.person()));
    return known;
  }

  private Appointment asked(Caller caller, Change change, LocalDate day, Ground ground) {
    var askedFor =
        caller.inWhoseName(it -> ChangeOfficeRule.leads(it, change.cooperative())).orElse(null);
    return new Appointment(
        UUID.randomUUID(),
        change,
        day,
        ground,
        Salt.random(),
        caller.person(),
        askedFor,
        clock.instant(),
        null,
        null);
  }

  /** What became of a cooperative itself: its founding and who held its offices. */
  public static String series(CooperativeId cooperative) {
    return "cooperative:" + cooperative;
  }

  /** Refuses what can no longer be done. */
  static void demand(Offices offices, Change change, LocalDate day) {
    if (change.entrusts()) {
      offices.demandEntrustable(change.cooperative(), change.office(), change.person(), day);
    } else {
      offices.demandHeld(change.cooperative(), change.office(), change.person(), day);
    }
  }

  /** The second person has approved: the office changes hands now. */
  @EventListener
  void on(DeedApproved approved) {
    if (approved.kind().equals(DEED)) {
      carryOut(rows.ofDeed(approved.deed()).orElseThrow(), approved);
    }
  }

  private void carryOut(Appointment asked, @Nullable DeedApproved approved) {
    var change = asked.change();
    var ground = "%s, %s".formatted(asked.ground().number(), asked.ground().day());
    if (change.entrusts()) {
      offices.entrust(
          change.cooperative(), change.office(), change.person(), asked.day(), null, ground);
    } else {
      offices.end(change.cooperative(), change.office(), change.person(), asked.day(), ground);
    }
    rows.done(asked.id(), clock.instant());
    var kind = change.entrusts() ? RecordKind.OFFICE_ENTRUSTED : RecordKind.OFFICE_RELIEVED;
    var happening =
        Happening.of(kind)
            .with("cooperative", change.cooperative().toString())
            .with("office", change.office().id())
            .with("person", change.person())
            .with("day", asked.day().toString())
            .with("groundDay", String.valueOf(asked.ground().day()))
            .with("digest", asked.digest())
            .committing("ground", asked.ground().number());
    byWhom(happening, asked.askedBy(), approved);
    records.append(series(change.cooperative()), List.of(happening));
  }

  /** One person alone, or the two of a deed, each with whom they stood in for. */
  static void byWhom(Happening happening, PersonId askedBy, @Nullable DeedApproved approved) {
    if (approved == null) {
      happening.with("proposedBy", askedBy);
      return;
    }
    happening
        .with("deed", approved.deed().toString())
        .with("proposedBy", approved.proposedBy())
        .withPerson("proposedFor", approved.proposedFor())
        .with("approvedBy", approved.approvedBy())
        .withPerson("approvedFor", approved.approvedFor());
  }

  /**
   * Whether it gives its offices itself: it has members, and two who may act in this, one of them
   * chair or secretary, can sign in.
   */
  public boolean governsItself(CooperativeId cooperative) {
    if (memberships.numbers(cooperative).isEmpty()) {
      return false;
    }
    var leading = new HashSet<PersonId>();
    leading.addAll(holding(cooperative, Office.CHAIR));
    leading.addAll(holding(cooperative, Office.SECRETARY));
    var deciding = new HashSet<>(leading);
    deciding.addAll(holding(cooperative, Office.COUNCIL));
    return !leading.isEmpty() && deciding.size() > 1;
  }

  private Set<PersonId> holding(CooperativeId cooperative, Office office) {
    var holders = new HashSet<>(offices.holders(cooperative, office, today(cooperative)));
    holders.removeIf(person -> !accounts.exists(person));
    return holders;
  }

  /** What was asked here, the newest first. */
  public List<Appointment> of(CooperativeId cooperative) {
    return rows.of(cooperative);
  }

  /** What exactly a deed of {@link #DEED} is about. */
  public Appointment of(Deed deed) {
    return rows.ofDeed(deed.id()).orElseThrow();
  }

  private static boolean isOperator(Caller caller) {
    return caller.roles().contains(PlatformRole.OPERATOR);
  }
}
