package coop.artel.desk.rules;

import coop.artel.desk.frame.FileName;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.RuleExchange;
import coop.artel.law.RuleFiles;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A country's rules as files to take along. */
@Component
class EditionFiles {
  static final String ZIP = "application/zip";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Columns of cases that are no facts are called by these. */
  private static final String FACTS = "facts.";

  private static final Set<String> RUSSIAN = Set.of("ru");

  private final Countries countries;

  EditionFiles(Countries countries) {
    this.countries = countries;
  }

  ResponseEntity<byte[]> zip(RuleFiles files, Wording wording) {
    return file(files, new RuleExchange(files).archive(), "zip", ZIP, wording);
  }

  ResponseEntity<byte[]> xlsx(RuleFiles files, Wording wording) {
    boolean russian = RUSSIAN.contains(wording.locale().getLanguage());
    var workbook =
        new RuleExchange(files).workbook(russian, (kind, code) -> heading(kind, code, wording));
    return file(files, workbook, "xlsx", XLSX, wording);
  }

  private static String heading(String kind, String code, Wording wording) {
    if (code.startsWith(FACTS)) {
      var fact = code.substring(FACTS.length());
      return wording.sayOr("fact." + fact, fact);
    }
    return wording.sayOr("sheet." + kind + "." + code, code);
  }

  private ResponseEntity<byte[]> file(
      RuleFiles files, byte[] bytes, String ending, String type, Wording wording) {
    var country = RuleViews.countryName(countries.of(files.country()), wording);
    var name = wording.say("rules.files.name", country + " " + files.digest().substring(0, 8));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(name, ending).attached())
        .body(bytes);
  }
}
