package coop.artel.members;

import coop.artel.access.Caller;
import coop.artel.people.People;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Membership;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Forms;
import coop.artel.workflow.Processes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mistakes in the register: proposed by the secretary, put right with a second person. */
@UseCase
public class Corrections {
  private static final String PROCESS = "correct-entry";
  private static final String FORM = "propose-correction";

  /** What a line says of a member. */
  public record Content(String name, LocalDate since, String basis) {
    static Content of(EntryContent it) {
      return new Content(it.name(), it.since(), it.basis());
    }
  }

  /**
   * A correction, done or not.
   *
   * @param proposedFor whom the one who proposed it stood in for
   * @param state {@code proposed}, {@code entered}, {@code refused}, {@code outdated}
   * @param note why it was refused
   */
  public record Correction(
      UUID id,
      String caseId,
      long number,
      Content before,
      Content after,
      String ground,
      String state,
      PersonId proposedBy,
      @Nullable PersonId proposedFor,
      Instant proposedAt,
      @Nullable PersonId decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String note) {}

  /** The form with what the register says now. */
  public record Draft(Form form, Map<String, Object> values) {}

  private final CorrectionRows rows;
  private final Memberships memberships;
  private final People people;
  private final Cooperatives cooperatives;
  private final Forms forms;
  private final Processes processes;
  private final LegalClock clock;

  Corrections(
      CorrectionRows rows,
      Memberships memberships,
      People people,
      Cooperatives cooperatives,
      Forms forms,
      Processes processes,
      LegalClock clock) {
    this.rows = rows;
    this.memberships = memberships;
    this.people = people;
    this.cooperatives = cooperatives;
    this.forms = forms;
    this.processes = processes;
    this.clock = clock;
  }

  /** Refused: {@code secretary-only}, {@code entry-unknown}. */
  public Draft draft(Caller caller, CooperativeId cooperative, long number) {
    SecretaryOnly.demand(caller, cooperative);
    var line = line(cooperative, number);
    var now = EntryContent.of(people.find(line.person()), line);
    var values = new HashMap<>(now.asMap());
    values.remove("basis");
    return new Draft(forms.starting(FORM), values);
  }

  /**
   * Refused: {@code secretary-only}, {@code entry-unknown}, {@code form-invalid}, {@code
   * correction-waiting} and what {@link People} refuses of a name.
   *
   * @param sent by the form's keys
   */
  public Correction propose(
      Caller caller, CooperativeId cooperative, long number, Map<String, Object> sent) {
    SecretaryOnly.demand(caller, cooperative);
    var line = line(cooperative, number);
    var entered = new Entered(forms.check(forms.starting(FORM), sent));
    var person = people.find(line.person());
    var before = EntryContent.of(person, line);
    var after = after(cooperative, line, entered, before);
    people.check(after.named(person));
    if (after.equals(before)) {
      throw FormInvalid.at("familyName", "nothing-changed");
    }
    UUID id = UUID.randomUUID();
    String ground = Objects.requireNonNull(entered.text("ground"));
    var proposedFor = caller.principal(cooperative, Office.SECRETARY).orElse(null);
    if (!rows.add(
        id,
        cooperative,
        number,
        line.person(),
        caller.person(),
        proposedFor,
        before,
        after,
        ground)) {
      throw CorrectionRefused.waiting(number);
    }
    String caseId =
        processes.start(
            PROCESS,
            cooperative,
            caller.person(),
            line.person(),
            MemberVariables.ENTRY_CORRECTION.with(id));
    rows.started(id, caseId);
    return shown(rows.find(id).orElseThrow());
  }

  private EntryContent after(
      CooperativeId cooperative, Membership line, Entered entered, EntryContent before) {
    LocalDate since = Objects.requireNonNull(entered.day("since"));
    if (since.isAfter(clock.today(cooperatives.find(cooperative).zone()))) {
      throw FormInvalid.at("since", "day-ahead", since);
    }
    @Nullable LocalDate until = line.until();
    if (until != null && since.isAfter(until)) {
      throw FormInvalid.at("since", "since-after-end", until);
    }
    @Nullable String basis = entered.text("basis");
    return new EntryContent(
        Objects.requireNonNull(entered.text("familyName")),
        Objects.requireNonNull(entered.text("givenName")),
        entered.text("patronymic"),
        since,
        basis == null ? before.basis() : basis);
  }

  /**
   * The line as the register says it now, for whoever holds an office there. Refused: {@code
   * entry-unknown}.
   */
  public Membership line(Caller caller, CooperativeId cooperative, long number) {
    if (!caller.serves(cooperative)) {
      throw CorrectionRefused.noEntry(number);
    }
    return line(cooperative, number);
  }

  /** All of a number, the newest first, for whoever holds an office there. */
  public List<Correction> of(Caller caller, CooperativeId cooperative, long number) {
    line(caller, cooperative, number);
    return rows.of(cooperative, number).stream().map(Corrections::shown).toList();
  }

  /** What a case corrected, or is about to; for whoever may see all of it. */
  public Optional<Correction> ofCase(String caseId) {
    return rows.ofCase(caseId).map(Corrections::shown);
  }

  /** Numbers whose line was corrected, or is about to be. */
  public Set<Long> numbers(CooperativeId cooperative) {
    return Set.copyOf(rows.numbers(cooperative));
  }

  private Membership line(CooperativeId cooperative, long number) {
    return memberships
        .numbered(cooperative, number)
        .orElseThrow(() -> CorrectionRefused.noEntry(number));
  }

  private static Correction shown(CorrectionRows.Row row) {
    return new Correction(
        row.id(),
        row.caseId(),
        row.number(),
        Content.of(row.before()),
        Content.of(row.after()),
        row.ground(),
        row.state(),
        row.proposedBy(),
        row.proposedFor(),
        row.proposedAt(),
        row.decidedBy(),
        row.decidedAt(),
        row.note());
  }
}
