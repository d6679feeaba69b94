package coop.artel.members;

import coop.artel.members.Imports.Fault;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Membership;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks lines of a list against each other and against the register as it is now. */
@Component
class ImportCheck {
  private final People people;
  private final Memberships memberships;
  private final Offices offices;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  ImportCheck(
      People people,
      Memberships memberships,
      Offices offices,
      Cooperatives cooperatives,
      LegalClock clock) {
    this.people = people;
    this.memberships = memberships;
    this.offices = offices;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  /**
   * @param lines those that are to be entered
   * @return in the same order
   */
  List<CheckedLine> of(CooperativeId cooperative, List<ImportLine> lines) {
    var today = clock.today(cooperatives.find(cooperative).zone());
    var read = lines.stream().map(line -> read(line, today)).toList();
    return new Comparison(cooperative, today, read).lines();
  }

  /** A line for itself, whatever the others and the register say. */
  CheckedLine read(ImportLine line, LocalDate today) {
    return LineReader.read(line, today, people);
  }

  /** One look at the register, and what the lines before have used up already. */
  private final class Comparison {
    private final CooperativeId cooperative;
    private final LocalDate today;
    private final List<CheckedLine> read;
    private final Map<PersonId, Membership> members = new HashMap<>();
    private final Map<String, List<Person>> ownByName = new HashMap<>();
    private final Map<PersonId, Person> own = new HashMap<>();
    private final Map<String, Set<PersonId>> holders;
    private final Set<Long> taken;
    private final boolean numbered;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> documents = new HashMap<>();
    private final Map<String, List<CheckedLine>> names = new HashMap<>();
    private final Map<PersonId, Integer> met = new HashMap<>();

    Comparison(CooperativeId cooperative, LocalDate today, List<CheckedLine> read) {
      this.cooperative = cooperative;
      this.today = today;
      this.read = read;
      this.numbered =
          read.stream().anyMatch(it -> it.line().cells().containsKey(RegisterColumn.NUMBER));
      this.taken = memberships.numbers(cooperative);
      this.holders =
          people.holders(
              read.stream().map(this::mark).filter(Objects::nonNull).distinct().toList());
      gatherOwn();
    }

    private void gatherOwn() {
      var ids = new TreeSet<PersonId>((a, b) -> a.value().compareTo(b.value()));
      for (Membership line : memberships.all(cooperative)) {
        members.merge(line.person(), line, (one, other) -> one.until() == null ? one : other);
        ids.add(line.person());
      }
      for (Office office : Office.values()) {
        ids.addAll(offices.holders(cooperative, office, today));
      }
      for (Person person : people.findAll(ids)) {
        own.put(person.id(), person);
        ownByName.computeIfAbsent(plain(person), name -> new ArrayList<>()).add(person);
      }
    }

    List<CheckedLine> lines() {
      return read.stream().map(this::compare).toList();
    }

    private CheckedLine compare(CheckedLine it) {
      var faults = new ArrayList<>(it.faults());
      compareNumber(it, faults);
      @Nullable Person person = it.person();
      boolean known = false;
      if (person != null) {
        compareWithLines(it, person, faults);
        @Nullable Person same = same(it, person);
        if (same != null) {
          compareWithRegister(it, same, faults);
          known = true;
          person = completed(same, person);
        } else if (person.born() == null && ownByName.containsKey(plain(person))) {
          faults.add(new Fault(RegisterColumn.BORN, "namesake", List.of()));
        }
      }
      return new CheckedLine(it.line(), person, known, it.number(), it.since(), faults);
    }

    private void compareNumber(CheckedLine it, List<Fault> faults) {
      @Nullable Long number = it.number();
      if (number == null) {
        if (numbered && !it.line().cells().containsKey(RegisterColumn.NUMBER)) {
          faults.add(new Fault(RegisterColumn.NUMBER, "number-missing", List.of()));
        }
        return;
      }
      @Nullable Integer before = numbers.putIfAbsent(number, it.line().line());
      if (before != null) {
        faults.add(
            new Fault(RegisterColumn.NUMBER, "number-twice", List.of(Integer.toString(before))));
      } else if (taken.contains(number)) {
        faults.add(new Fault(RegisterColumn.NUMBER, "number-taken", List.of()));
      }
    }

    private void compareWithLines(CheckedLine it, Person person, List<Fault> faults) {
      @Nullable String mark = mark(it);
      if (mark != null) {
        @Nullable Integer before = documents.putIfAbsent(mark, it.line().line());
        if (before != null) {
          faults.add(
              new Fault(
                  RegisterColumn.DOCUMENT_NUMBER,
                  "document-twice",
                  List.of(Integer.toString(before))));
        }
      }
      var namesakes = names.computeIfAbsent(plain(person), name -> new ArrayList<>());
      namesakes.stream()
          .filter(other -> mayBeSame(Objects.requireNonNull(other.person()), person))
          .findFirst()
          .ifPresent(
              other ->
                  faults.add(
                      new Fault(
                          null, "person-twice", List.of(Integer.toString(other.line().line())))));
      namesakes.add(it);
    }

    private void compareWithRegister(CheckedLine it, Person same, List<Fault> faults) {
      @Nullable Membership membership = members.get(same.id());
      if (membership != null && stands(membership, it.since())) {
        faults.add(new Fault(null, "already-member", List.of(Long.toString(membership.number()))));
      }
      @Nullable Integer before = met.putIfAbsent(same.id(), it.line().line());
      if (before != null && faults.stream().noneMatch(fault -> fault.code().endsWith("-twice"))) {
        faults.add(new Fault(null, "person-twice", List.of(Integer.toString(before))));
      }
    }

    private boolean stands(Membership membership, @Nullable LocalDate since) {
      @Nullable LocalDate until = membership.until();
      return until == null || since == null || !until.isBefore(since);
    }

    /** Somebody of this cooperative: by the document, else by name and birth date. */
    private @Nullable Person same(CheckedLine it, Person person) {
      @Nullable String mark = mark(it);
      if (mark != null) {
        for (PersonId holder : holders.getOrDefault(mark, Set.of())) {
          @Nullable Person found = own.get(holder);
          if (found != null) {
            return found;
          }
        }
      }
      return ownByName.getOrDefault(plain(person), List.of()).stream()
          .filter(other -> isSame(other, person))
          .findFirst()
          .orElse(null);
    }

    private @Nullable String mark(CheckedLine it) {
      @Nullable Person person = it.person();
      return person == null || person.document() == null ? null : people.markOf(person.document());
    }
  }

  /** Of the same name: unless their birth dates are known and differ; then somebody has to look. */
  private static boolean mayBeSame(Person one, Person other) {
    return one.born() == null || other.born() == null || one.born().equals(other.born());
  }

  /** Of the same name, which father and son may be too: the list must tell the birth date. */
  private static boolean isSame(Person known, Person told) {
    return told.born() != null && (known.born() == null || known.born().equals(told.born()));
  }

  private static String plain(Person person) {
    return person.fullName().toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** Who is known keeps what is known, and gets from the list what is not. */
  private static Person completed(Person known, Person told) {
    return new Person(
        known.id(),
        known.familyName(),
        known.givenName(),
        known.patronymic(),
        known.born() == null ? told.born() : known.born(),
        known.address() == null ? told.address() : known.address(),
        known.phone() == null ? told.phone() : known.phone(),
        known.email() == null ? told.email() : known.email(),
        known.document() == null ? told.document() : known.document());
  }
}
