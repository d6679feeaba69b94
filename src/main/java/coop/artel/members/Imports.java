package coop.artel.members;

import coop.artel.access.Caller;
import coop.artel.members.ImportRows.Kept;
import coop.artel.members.ImportRows.State;
import coop.artel.people.Person;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Membership;
import coop.artel.registry.Office;
import coop.artel.registry.RegisterSearch;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Sha256;
import coop.artel.values.UseCase;
import coop.artel.workflow.Processes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of present members: brought by the secretary, looked at, entered by two persons. */
@UseCase
public class Imports {
  private static final String PROCESS = "import-register";

  /**
   * A list as it stands.
   *
   * @param broughtFor whom the one who brought it stood in for
   * @param state {@code brought}, {@code proposed}, {@code entered}, {@code given-up}
   * @param encoding of a CSV file, else empty
   * @param headings line of the file in which they stand; what is above them was not read
   * @param separator {@code semicolon}, {@code comma}, {@code tab}, else empty
   * @param note why it came back or was given up, absent if neither
   * @param progress while it is entered
   */
  public record Import(
      UUID id,
      CooperativeId cooperative,
      String caseId,
      PersonId broughtBy,
      @Nullable PersonId broughtFor,
      Instant broughtAt,
      String state,
      String format,
      String encoding,
      String separator,
      int headings,
      String fileDigest,
      Minutes minutes,
      @Nullable String linesDigest,
      @Nullable String note,
      @Nullable Progress progress) {
    public boolean open() {
      return state.equals(State.BROUGHT.id());
    }

    /** Its case goes on. */
    public boolean unfinished() {
      return open() || state.equals(State.PROPOSED.id());
    }
  }

  /** How many of its lines are entered so far. */
  public record Progress(int done, int lines) {}

  /**
   * What is wrong with one cell; the message key is {@code import.fault.<code>}.
   *
   * @param column absent where it is the whole line
   */
  public record Fault(@Nullable RegisterColumn column, String code, List<Object> arguments) {}

  /**
   * A line of it.
   *
   * @param name as it would be kept, or as it stands in the file
   * @param known the person is here already and is not made anew
   * @param number absent where the file tells none, or none that can be one
   * @param numberCell what the file tells as its number, empty where the next one will be given
   * @param cells what stands in the file
   * @param entered the number under which it was entered, absent until then
   */
  public record Line(
      int line,
      String name,
      @Nullable LocalDate born,
      @Nullable Long number,
      String numberCell,
      @Nullable LocalDate since,
      boolean known,
      boolean takenOut,
      List<Fault> faults,
      Map<RegisterColumn, String> cells,
      @Nullable Long entered) {
    /** It was entered, and whose line it is was erased. */
    public boolean erased() {
      return entered != null && cells.isEmpty();
    }

    public boolean refused() {
      return !takenOut && !faults.isEmpty();
    }
  }

  private final ImportRows rows;
  private final ImportCheck check;
  private final ImportLimits limits;
  private final ImportProgress progress;
  private final Memberships memberships;
  private final RegisterSearch register;
  private final Processes processes;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  Imports(
      ImportRows rows,
      ImportCheck check,
      ImportLimits limits,
      ImportProgress progress,
      Memberships memberships,
      RegisterSearch register,
      Processes processes,
      Cooperatives cooperatives,
      LegalClock clock) {
    this.rows = rows;
    this.check = check;
    this.limits = limits;
    this.progress = progress;
    this.memberships = memberships;
    this.register = register;
    this.processes = processes;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  /**
   * Takes a list and begins its case. The file is read and let go; what is wrong in its lines is
   * shown and not refused here.
   *
   * @param file CSV or XLSX
   */
  public Import bring(Caller caller, CooperativeId cooperative, byte[] file, Minutes minutes) {
    SecretaryOnly.demand(caller, cooperative);
    demandSound(minutes, clock.today(cooperatives.find(cooperative).zone()));
    var sheet = read(file);
    var lines = ImportLine.of(sheet);
    UUID id =
        rows.add(
            cooperative,
            caller.person(),
            caller.principal(cooperative, Office.SECRETARY).orElse(null),
            sheet,
            Sha256.of(file),
            minutes,
            lines);
    String caseId =
        processes.start(
            PROCESS,
            cooperative,
            caller.person(),
            caller.person(),
            MemberVariables.IMPORT.with(id));
    rows.started(id, caseId);
    return find(caller, id);
  }

  /**
   * Takes another file in the place of one that was wrong; case and protocol stay. Refused: {@code
   * import-closed} once it is proposed, and whatever {@link #bring} refuses of a file.
   */
  public Import replace(Caller caller, UUID id, byte[] file) {
    var cooperative = find(caller, id).cooperative();
    SecretaryOnly.demand(caller, cooperative);
    var sheet = read(file);
    var lines = ImportLine.of(sheet);
    demandOpen(id);
    rows.replace(
        id,
        caller.person(),
        caller.principal(cooperative, Office.SECRETARY).orElse(null),
        sheet,
        Sha256.of(file),
        lines);
    return find(caller, id);
  }

  private void demandOpen(UUID id) {
    if (rows.lockedState(id) != State.BROUGHT) {
      throw ImportRefused.closed();
    }
  }

  private static void demandSound(Minutes minutes, LocalDate today) {
    if (minutes.number().isBlank()
        || minutes.number().length() > 60
        || minutes.number().chars().anyMatch(Character::isISOControl)
        || minutes.day().isAfter(today)
        || minutes.day().getYear() < 1850
        || !minutes.digest().matches("[0-9a-f]{64}")) {
      throw ImportRefused.minutes();
    }
  }

  private Sheet read(byte[] file) {
    if (file.length > limits.file().toBytes()) {
      throw ImportRefused.tooLarge(limits.file().toMegabytes());
    }
    if (starts(file, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw ImportRefused.oldExcel();
    }
    var sheet =
        starts(file, 'P', 'K', 3, 4)
            ? XlsxSheets.read(file, limits.lines() + 1, limits.unpacked().toBytes())
            : CsvSheets.read(file, limits.lines() + 1);
    return ImportLine.fromHeadings(sheet);
  }

  private static boolean starts(byte[] file, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (file.length <= i || (file[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** For whoever holds an office there; else {@code import-unknown}. */
  public Import find(Caller caller, UUID id) {
    return rows.find(id)
        .filter(row -> caller.serves(row.cooperative()))
        .map(this::shown)
        .orElseThrow(() -> ImportRefused.unknown(id));
  }

  /** The list that a case is about, for whoever holds an office there; none for other cases. */
  public Optional<Import> ofCase(Caller caller, String caseId) {
    return rows.ofCase(caseId).filter(row -> caller.serves(row.cooperative())).map(this::shown);
  }

  /** The cases of lists by which one of these was entered, where the caller serves. */
  public Set<String> casesOf(Caller caller, Set<PersonId> persons) {
    if (persons.isEmpty()) {
      return Set.of();
    }
    var served =
        caller.offices().keySet().stream().filter(caller::serves).collect(Collectors.toSet());
    return register.grounds(served, persons).stream()
        .filter(basis -> basis.startsWith(EnterImportedLines.BASIS))
        .map(basis -> UUID.fromString(basis.substring(EnterImportedLines.BASIS.length())))
        .flatMap(id -> rows.find(id).stream())
        .map(ImportRows.Row::caseId)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the lines rest on that a case entered in the register; none while it entered none. */
  public Optional<String> basis(String caseId) {
    return rows.ofCase(caseId)
        .filter(row -> row.state() == State.ENTERED)
        .map(row -> EnterImportedLines.BASIS + row.id());
  }

  /** The newest fifty, newest first. */
  public List<Import> of(Caller caller, CooperativeId cooperative) {
    SecretaryOnly.demand(caller, cooperative);
    return rows.of(cooperative).stream().map(this::shown).toList();
  }

  /**
   * All lines in the order of the file. Those that are to be entered are checked against the
   * register of this moment; those taken out or entered are told as they were read.
   */
  public List<Line> lines(Caller caller, UUID id) {
    var found = find(caller, id);
    var kept = rows.lines(id);
    var checked = new HashMap<Integer, CheckedLine>();
    if (!found.state().equals(State.ENTERED.id())) {
      check.of(found.cooperative(), entered(kept)).forEach(it -> checked.put(it.line().line(), it));
    }
    var today = clock.today(cooperatives.find(found.cooperative()).zone());
    var numbers = numbers(found, kept);
    return kept.stream()
        .map(
            it -> {
              int line = it.line().line();
              @Nullable CheckedLine read = checked.get(line);
              @Nullable Long entered = numbers.get(line);
              return read == null
                  ? told(it, check.read(it.line(), today), List.of(), entered)
                  : told(it, read, read.faults(), entered);
            })
        .toList();
  }

  /**
   * The numbers under which lines were entered, in whose order the register was written; what was
   * written later on the same ground corrects one of them.
   */
  private Map<Integer, Long> numbers(Import found, List<Kept> kept) {
    var numbers = new HashMap<Integer, Long>();
    if (found.state().equals(State.ENTERED.id())) {
      var given =
          memberships
              .entered(found.cooperative(), Set.of(EnterImportedLines.BASIS + found.id()))
              .stream()
              .map(Membership::number)
              .iterator();
      for (Kept line : kept) {
        if (!line.takenOut() && given.hasNext()) {
          numbers.put(line.line().line(), given.next());
        }
      }
    }
    return numbers;
  }

  /**
   * Takes exactly these lines out of what is to be entered; all others are in. Refused: {@code
   * import-closed} once it is proposed.
   */
  public void takeOut(Caller caller, UUID id, Collection<Integer> lines) {
    var found = find(caller, id);
    SecretaryOnly.demand(caller, found.cooperative());
    demandOpen(id);
    rows.takeOut(id, lines);
  }

  static List<ImportLine> entered(List<Kept> kept) {
    var lines = new ArrayList<ImportLine>();
    for (Kept it : kept) {
      if (!it.takenOut()) {
        lines.add(it.line());
      }
    }
    return lines;
  }

  private static Line told(
      Kept kept, CheckedLine read, List<Fault> faults, @Nullable Long entered) {
    @Nullable Person person = read.person();
    return new Line(
        kept.line().line(),
        person == null ? nameIn(kept.line()) : person.fullName(),
        person == null ? null : person.born(),
        read.number(),
        kept.line().cells().getOrDefault(RegisterColumn.NUMBER, ""),
        read.since(),
        read.known(),
        kept.takenOut(),
        faults,
        kept.line().cells(),
        entered);
  }

  private static String nameIn(ImportLine line) {
    return Stream.of(
            RegisterColumn.FAMILY_NAME, RegisterColumn.GIVEN_NAME, RegisterColumn.PATRONYMIC)
        .map(line.cells()::get)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private Import shown(ImportRows.Row row) {
    return new Import(
        row.id(),
        row.cooperative(),
        Objects.requireNonNullElse(row.caseId(), ""),
        row.broughtBy(),
        row.broughtFor(),
        row.broughtAt(),
        row.state().id(),
        row.format(),
        row.encoding(),
        row.separator(),
        row.headings(),
        row.fileDigest(),
        row.minutes(),
        row.linesDigest(),
        row.note(),
        row.state() == State.PROPOSED ? progress.of(row.id()).orElse(null) : null);
  }
}
