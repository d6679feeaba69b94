package coop.artel.members;

import coop.artel.access.Accounts;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Norm;
import coop.artel.law.CharterEditions;
import coop.artel.law.DemonstrationLawyers;
import coop.artel.law.LegalDays;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.registry.Offices.Tenure;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.workflow.CaseModels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a cooperative has and what it lacks before it can admit members and let its council vote;
 * seen in what is there, at each look anew.
 */
@Component
public class SetUp {
  private static final String COUNCIL_SIZE = "council.size";
  private static final String PROCESS = "admit-member";

  /** Something that a cooperative needs, in the order in which one would see to it. */
  public enum Item {
    RULES,
    CHAIR,
    SECRETARY,
    CHARTER,
    COUNCIL,
    ACCOUNTANT,
    AUDITOR,
    LAWYER,
    MODELS,
    REGISTER
  }

  /**
   * How it stands with one of them.
   *
   * @param needed without it no application is taken
   * @param count how many there are: of figures of the charter that are missing, of persons, of
   *     members
   * @param wanted how many there should be; 0 where nothing says it
   * @param waiting of these persons, how many have no account yet
   */
  public record Line(Item item, boolean there, boolean needed, int count, int wanted, int waiting) {
    /** More than there should be, which no vote counts with. */
    public boolean tooMany() {
      return wanted > 0 && count > wanted;
    }
  }

  /**
   * What the files of its country lack.
   *
   * @param decidedInCouncil whether they have a council decide, as the model of admission does
   * @param questions that they have no rules on for its form
   * @param terms norms that neither they nor a charter can give a figure
   * @param templates kinds of documents that they have no template of
   */
  public record Lacks(
      boolean decidedInCouncil,
      List<String> questions,
      List<String> terms,
      List<String> templates) {
    boolean nothing() {
      return decidedInCouncil && questions.isEmpty() && terms.isEmpty() && templates.isEmpty();
    }
  }

  /**
   * All of it.
   *
   * @param missing what the charter must say and does not
   * @param lacks what the country's files do not say
   */
  public record Report(List<Line> lines, List<Norm> missing, Lacks lacks) {
    /** Whether applications can be taken. */
    public boolean admits() {
      return lines.stream().allMatch(line -> line.there() || !line.needed());
    }
  }

  /** What is held today. */
  private record Held(List<Tenure> tenures) {
    /** Whoever is the chair is of the council too. */
    Set<PersonId> of(Office office) {
      return tenures.stream()
          .filter(
              it ->
                  it.office() == office
                      || (office == Office.COUNCIL && it.office() == Office.CHAIR))
          .map(Tenure::person)
          .collect(Collectors.toSet());
    }
  }

  private final Cooperatives cooperatives;
  private final CharterEditions editions;
  private final Offices offices;
  private final Memberships memberships;
  private final Accounts accounts;
  private final AdmissionLaw law;
  private final CaseModels models;
  private final DemonstrationLawyers demonstration;
  private final LegalDays days;

  SetUp(
      Cooperatives cooperatives,
      CharterEditions editions,
      Offices offices,
      Memberships memberships,
      Accounts accounts,
      AdmissionLaw law,
      CaseModels models,
      DemonstrationLawyers demonstration,
      LegalDays days) {
    this.cooperatives = cooperatives;
    this.editions = editions;
    this.offices = offices;
    this.memberships = memberships;
    this.accounts = accounts;
    this.law = law;
    this.models = models;
    this.demonstration = demonstration;
    this.days = days;
  }

  /** Throws {@code CooperativeUnknown} if there is none. */
  public Report of(CooperativeId id) {
    var cooperative = cooperatives.find(id);
    var today = days.of(id);
    var held = holders(id, today);
    var missing = editions.missing(id, today);
    var lacks = law.lacks(cooperative, today);
    var lines = new ArrayList<>(needed(lacks, held, missing));
    lines.add(council(held.of(Office.COUNCIL), cooperatives.charter(id, today)));
    lines.add(office(Item.AUDITOR, held.of(Office.AUDITOR), false));
    // Nobody else approves what the charter still lacks.
    lines.add(office(Item.LAWYER, lawyers(cooperative), !missing.isEmpty()));
    int members = memberships.on(id, today).size();
    lines.add(new Line(Item.REGISTER, members > 0, false, members, 0, 0));
    lines.sort(Comparator.comparing(Line::item));
    return new Report(List.copyOf(lines), missing, lacks);
  }

  /** Refused with {@link AdmissionNotReady} before anything of an application is taken. */
  public void demandAdmits(CooperativeId id) {
    if (!admits(id)) {
      throw new AdmissionNotReady();
    }
  }

  /** The same as {@link Report#admits}, without counting what is not needed. */
  public boolean admits(CooperativeId id) {
    var today = days.of(id);
    var lacks = law.lacks(cooperatives.find(id), today);
    return needed(lacks, holders(id, today), editions.missing(id, today)).stream()
        .allMatch(Line::there);
  }

  private List<Line> needed(Lacks lacks, Held held, List<Norm> missing) {
    return List.of(
        flag(Item.RULES, lacks.nothing()),
        office(Item.CHAIR, held.of(Office.CHAIR), true),
        office(Item.SECRETARY, held.of(Office.SECRETARY), true),
        new Line(Item.CHARTER, missing.isEmpty(), true, missing.size(), 0, 0),
        office(Item.ACCOUNTANT, held.of(Office.ACCOUNTANT), true),
        flag(Item.MODELS, models.published(PROCESS)));
  }

  private Held holders(CooperativeId id, LocalDate today) {
    return new Held(offices.all(id).stream().filter(tenure -> tenure.on(today)).toList());
  }

  private Line council(Set<PersonId> seated, Charter charter) {
    int size = charter.figure(COUNCIL_SIZE).map(it -> Integer.parseInt(it.value())).orElse(0);
    boolean full = !seated.isEmpty() && (size == 0 || seated.size() == size);
    // Seats may be vacant; a council that is there can vote, and law says what that is worth.
    return new Line(Item.COUNCIL, full, false, seated.size(), size, withoutAccount(seated));
  }

  private Line office(Item item, Collection<PersonId> holders, boolean needed) {
    int waiting = withoutAccount(holders);
    return new Line(item, !holders.isEmpty(), needed, holders.size(), 0, waiting);
  }

  /** What invented lawyers verify counts for invented cooperatives alone. */
  private List<PersonId> lawyers(Cooperative cooperative) {
    return accounts.with(PlatformRole.LAWYER).stream()
        .filter(it -> cooperative.demonstration() || !demonstration.include(it))
        .toList();
  }

  private int withoutAccount(Collection<PersonId> persons) {
    return (int) persons.stream().filter(person -> !accounts.exists(person)).count();
  }

  private static Line flag(Item item, boolean there) {
    return new Line(item, there, true, 0, 0, 0);
  }
}
