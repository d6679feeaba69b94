package coop.artel.desk.members;

import coop.artel.access.Callers;
import coop.artel.desk.forms.Uploads;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.ImportLimits;
import coop.artel.members.Imports;
import coop.artel.members.Minutes;
import coop.artel.members.RegisterColumn;
import coop.artel.values.CooperativeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

@Endpoint
@Tag(name = "Lists of members", description = "Members that a cooperative has already")
class ImportsEndpoint {
  private final Looks looks;
  private final Callers callers;
  private final Imports imports;
  private final ImportLimits limits;
  private final Refusals refusals;
  private final WordingSource wordings;

  ImportsEndpoint(
      Looks looks,
      Callers callers,
      Imports imports,
      ImportLimits limits,
      Refusals refusals,
      WordingSource wordings) {
    this.looks = looks;
    this.callers = callers;
    this.imports = imports;
    this.limits = limits;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /** How many of its lines are entered so far. */
  record ProgressJson(int done, int lines) {}

  record MinutesJson(String number, LocalDate day, String digest) {}

  /**
   * @param state {@code brought}, {@code proposed}, {@code entered}, {@code given-up}
   * @param headings line of the file in which they stand; what is above them was not read
   * @param linesDigest of what was proposed, with a salt that is not told
   * @param note why it came back from whoever was to approve it, or why it was given up
   * @param progress while its lines are entered, after the approval
   */
  record ImportJson(
      String id,
      String cooperative,
      String caseId,
      String state,
      String format,
      String encoding,
      String separator,
      int headings,
      String fileDigest,
      MinutesJson minutes,
      @Nullable String linesDigest,
      @Nullable String note,
      @Nullable ProgressJson progress) {
    static ImportJson of(Imports.Import it) {
      var progress = it.progress();
      return new ImportJson(
          it.id().toString(),
          it.cooperative().toString(),
          it.caseId(),
          it.state(),
          it.format(),
          it.encoding(),
          it.separator(),
          it.headings(),
          it.fileDigest(),
          new MinutesJson(it.minutes().number(), it.minutes().day(), it.minutes().digest()),
          it.linesDigest(),
          it.note(),
          progress == null ? null : new ProgressJson(progress.done(), progress.lines()));
    }
  }

  /**
   * @param column absent where the whole line is meant
   */
  record FaultJson(@Nullable String column, String code, String message) {}

  /**
   * @param number absent where the file tells none, or none that can be one
   * @param known the person is here already and is not made anew
   * @param cells what stands in the file, by column
   * @param entered the number under which it was entered, absent until then
   */
  record LineJson(
      int line,
      String name,
      @Nullable Long number,
      @Nullable LocalDate since,
      boolean known,
      boolean takenOut,
      List<FaultJson> faults,
      Map<String, String> cells,
      @Nullable Long entered) {}

  record LinesRequest(@Nullable Set<Integer> lines) {}

  @PostMapping(
      path = "/api/cooperatives/{id}/register-imports",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary =
          "Bring a list of present members, CSV or XLSX; the scan of the protocol is digested and"
              + " not kept, and its digest may be sent instead")
  ImportJson bring(
      @PathVariable UUID id,
      @RequestPart MultipartFile file,
      @RequestPart(required = false) @Nullable MultipartFile scan,
      @RequestParam String minutesNumber,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate minutesDay,
      @RequestParam(defaultValue = "") String minutesDigest) {
    String digest = scan == null ? minutesDigest : Uploads.digest(scan, limits.scan());
    return ImportJson.of(
        imports.bring(
            callers.current(),
            new CooperativeId(id),
            Uploads.bytes(file),
            new Minutes(minutesNumber, minutesDay, digest)));
  }

  @GetMapping("/api/cooperatives/{id}/register-imports")
  @Operation(summary = "The newest fifty lists, newest first; for the secretary")
  List<ImportJson> all(@PathVariable UUID id) {
    return imports.of(callers.current(), new CooperativeId(id)).stream()
        .map(ImportJson::of)
        .toList();
  }

  @GetMapping("/api/register-imports/{id}")
  @Operation(summary = "One list; it is proposed and approved by the tasks of its case")
  ImportJson one(@PathVariable UUID id) {
    return ImportJson.of(imports.find(callers.current(), id));
  }

  @GetMapping("/api/register-imports/{id}/lines")
  @Operation(summary = "Its lines with what is wrong in each, by the register of this moment")
  List<LineJson> lines(@PathVariable UUID id) {
    var wording = wordings.current();
    var caller = callers.current();
    looks.atRegister(caller, imports.find(caller, id).cooperative());
    return imports.lines(caller, id).stream().map(it -> json(it, wording)).toList();
  }

  @PostMapping(
      path = "/api/register-imports/{id}/file",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary =
          "Put another file in the place of a wrong one, as long as the list is not proposed; no"
              + " line of the first is kept")
  ImportJson replace(@PathVariable UUID id, @RequestPart MultipartFile file) {
    return ImportJson.of(imports.replace(callers.current(), id, Uploads.bytes(file)));
  }

  @PutMapping("/api/register-imports/{id}/taken-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take exactly these lines out of what is to be entered")
  void takeOut(@PathVariable UUID id, @RequestBody LinesRequest body) {
    var lines = body.lines();
    if (lines == null) {
      throw new BadParameter("lines");
    }
    imports.takeOut(callers.current(), id, lines);
  }

  private LineJson json(Imports.Line it, Wording wording) {
    return new LineJson(
        it.line(),
        it.name(),
        it.number(),
        it.since(),
        it.known(),
        it.takenOut(),
        it.faults().stream()
            .map(
                fault ->
                    new FaultJson(
                        key(fault.column()), fault.code(), refusals.fault(fault, wording)))
            .toList(),
        it.cells().entrySet().stream()
            .collect(Collectors.toMap(cell -> cell.getKey().key(), Map.Entry::getValue)),
        it.entered());
  }

  private static @Nullable String key(@Nullable RegisterColumn column) {
    return column == null ? null : column.key();
  }
}
