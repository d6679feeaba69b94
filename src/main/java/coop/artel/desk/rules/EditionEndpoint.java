package coop.artel.desk.rules;

import coop.artel.access.Callers;
import coop.artel.desk.forms.Uploads;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.RuleDrafts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

@Endpoint
@RequestMapping("/api/rules")
@Tag(name = "Rules", description = "What the law is asked, by which sentences it answers")
class EditionEndpoint {
  private final Callers callers;
  private final RuleDrafts drafts;
  private final Bringing bringing;
  private final EditionFiles files;
  private final WordingSource wordings;

  EditionEndpoint(
      Callers callers,
      RuleDrafts drafts,
      Bringing bringing,
      EditionFiles files,
      WordingSource wordings) {
    this.callers = callers;
    this.drafts = drafts;
    this.bringing = bringing;
    this.files = files;
    this.wordings = wordings;
  }

  @GetMapping(path = "/{country}/edition.zip", produces = EditionFiles.ZIP)
  @Operation(summary = "The files of the edition in force")
  ResponseEntity<byte[]> zip(@PathVariable String country) {
    NormViews.demandStaff(callers.current());
    return files.zip(drafts.inForce(country), wordings.current());
  }

  @GetMapping(path = "/{country}/edition.xlsx", produces = EditionFiles.XLSX)
  @Operation(summary = "Norms, rules and cases of the edition in force as a spreadsheet")
  ResponseEntity<byte[]> xlsx(@PathVariable String country) {
    NormViews.demandStaff(callers.current());
    return files.xlsx(drafts.inForce(country), wordings.current());
  }

  @GetMapping(path = "/drafts/{id}/edition.zip", produces = EditionFiles.ZIP)
  @Operation(summary = "The files of a draft")
  ResponseEntity<byte[]> draftZip(@PathVariable("id") UUID draft) {
    return files.zip(bringing.files(bringing.draft(callers.current(), draft)), wordings.current());
  }

  @GetMapping(path = "/drafts/{id}/edition.xlsx", produces = EditionFiles.XLSX)
  @Operation(summary = "Norms, rules and cases of a draft as a spreadsheet")
  ResponseEntity<byte[]> draftXlsx(@PathVariable("id") UUID draft) {
    return files.xlsx(bringing.files(bringing.draft(callers.current(), draft)), wordings.current());
  }

  /**
   * @param keep whether the changes are taken into the draft, not only told
   * @param shown digest of what was told before; where it is given, only that is taken
   */
  @PostMapping(path = "/drafts/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(summary = "Brings a ZIP of files or an XLSX spreadsheet back into a draft")
  ResponseEntity<Bringing.Brought> bring(
      @PathVariable("id") UUID draft,
      @RequestPart MultipartFile file,
      @RequestParam(defaultValue = "false") boolean keep,
      @RequestParam(defaultValue = "") String shown) {
    var caller = callers.current();
    var found = bringing.draft(caller, draft);
    var bytes = Uploads.bytes(file);
    return keep
        ? bringing
            .keep(caller, found, bytes, shown)
            .map(ResponseEntity::ok)
            .orElseGet(() -> ResponseEntity.status(409).body(bringing.look(found, bytes)))
        : ResponseEntity.ok(bringing.look(found, bytes));
  }
}
