package coop.artel.desk.govern;

import coop.artel.access.Accounts;
import coop.artel.access.Appointment;
import coop.artel.access.Appointments;
import coop.artel.access.Invitation;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Wording;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Offices;
import coop.artel.registry.Offices.Tenure;
import coop.artel.values.LegalClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who holds and held which office in a cooperative, and on whose word. */
@Component
class OfficeViews {
  private final Offices offices;
  private final Appointments appointments;
  private final Accounts accounts;
  private final Names names;
  private final LegalClock clock;

  OfficeViews(
      Offices offices,
      Appointments appointments,
      Accounts accounts,
      Names names,
      LegalClock clock) {
    this.offices = offices;
    this.appointments = appointments;
    this.accounts = accounts;
    this.names = names;
    this.clock = clock;
  }

  /**
   * An office that somebody holds, held, or will.
   *
   * @param key as the form of relieving sends it: {@code secretary/<person>}
   * @param account whether the person can sign in
   */
  record Holder(
      String key,
      String office,
      String person,
      String name,
      String since,
      @Nullable String until,
      boolean account) {}

  /**
   * What was asked about an office.
   *
   * @param state {@code done}, {@code asked}
   * @param deed where a second person decides or decided
   */
  record Asked(
      String words, String ground, String by, String at, String state, @Nullable String deed) {}

  /** Whoever holds an office today or will, chair first. */
  List<Holder> present(Cooperative cooperative, Wording wording) {
    var today = clock.today(cooperative.zone());
    return offices.all(cooperative.id()).stream()
        .filter(tenure -> tenure.last() == null || !tenure.last().isBefore(today))
        .sorted(Comparator.comparing(Tenure::office).thenComparing(Tenure::first))
        .map(tenure -> holder(tenure, wording))
        .toList();
  }

  List<Holder> past(Cooperative cooperative, Wording wording) {
    var today = clock.today(cooperative.zone());
    return offices.all(cooperative.id()).stream()
        .filter(tenure -> tenure.last() != null && tenure.last().isBefore(today))
        .sorted(Comparator.comparing(Tenure::first).reversed())
        .map(tenure -> holder(tenure, wording))
        .toList();
  }

  private Holder holder(Tenure it, Wording wording) {
    return new Holder(
        it.office().id() + "/" + it.person(),
        wording.say("office." + it.office().id()),
        it.person().toString(),
        names.person(it.person(), wording),
        wording.date(it.first()),
        it.last() == null ? null : wording.date(it.last()),
        accounts.exists(it.person()));
  }

  /**
   * Names of those who audit the council that they sit in, today or later. Whether they may is not
   * established for a consumer society, so it is told and not refused.
   */
  List<String> auditingThemselves(Cooperative cooperative, Wording wording) {
    var today = clock.today(cooperative.zone());
    var held =
        offices.all(cooperative.id()).stream()
            .filter(it -> it.last() == null || !it.last().isBefore(today))
            .toList();
    return held.stream()
        .filter(auditor -> held.stream().anyMatch(seat -> auditsOwn(auditor, seat)))
        .map(it -> names.person(it.person(), wording))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean auditsOwn(Tenure auditor, Tenure seat) {
    return auditor.person().equals(seat.person()) && auditor.oversees(seat) && auditor.meets(seat);
  }

  /** Whether somebody would audit the council that they sit in. */
  boolean wouldAuditThemselves(Appointment it) {
    var change = it.change();
    var asked = new Tenure(change.office(), change.person(), it.day(), null, null);
    return change.entrusts()
        && offices.all(change.cooperative()).stream()
            .anyMatch(held -> auditsOwn(asked, held) || auditsOwn(held, asked));
  }

  /** What an invited person holds or will hold, and what waits for a second person. */
  List<String> ofInvited(Invitation invitation, Wording wording) {
    var home = invitation.cooperative();
    var today = clock.today(names.cooperative(home).zone());
    var said = new ArrayList<String>();
    offices.all(home).stream()
        .filter(it -> it.person().equals(invitation.person()))
        .filter(it -> it.last() == null || !it.last().isBefore(today))
        .forEach(it -> said.add(wording.say("office." + it.office().id())));
    appointments.of(home).stream()
        .filter(it -> it.doneAt() == null && it.change().person().equals(invitation.person()))
        .map(it -> wording.say("office." + it.change().office().id()))
        .filter(it -> !said.contains(it))
        .forEach(it -> said.add(wording.say("invitation.waits", it)));
    return said;
  }

  /** Those who can be chosen for an office, by name. */
  List<Option> candidates(Cooperative cooperative, Wording wording) {
    return names.persons(appointments.known(cooperative.id()), wording).entrySet().stream()
        .map(it -> new Option(it.getKey().toString(), it.getValue()))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  List<Asked> asked(Cooperative cooperative, Wording wording) {
    return appointments.of(cooperative.id()).stream()
        .map(
            it ->
                new Asked(
                    words(it, wording),
                    ground(it, wording),
                    names.acting(it.askedBy(), it.askedFor(), wording),
                    wording.moment(it.askedAt(), cooperative.zone()),
                    it.doneAt() == null ? "asked" : "done",
                    it.deed() == null ? null : it.deed().toString()))
        .toList();
  }

  /** {@code Секретарь: Иванова Анна — с 3 марта 2026}. */
  String words(Appointment it, Wording wording) {
    return wording.say(
        it.change().entrusts() ? "offices.entrusted" : "offices.relieved",
        wording.say("office." + it.change().office().id()),
        names.person(it.change().person(), wording),
        wording.date(it.day()));
  }

  String ground(Appointment it, Wording wording) {
    var day = it.ground().day();
    return wording.say(
        "offices.ground", it.ground().number(), day == null ? "" : wording.date(day));
  }
}
