package coop.artel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Files of a country that there is not, as somebody who adds one would write them. */
public final class InventedCountry {
  public static final String ID = "zz";

  private static final Map<String, String> FILES =
      Map.of(
          "jurisdictions/zz/country.yaml",
          """
          country: zz
          name: {ru: Атлантида, en: Atlantis}
          language: el
          rules: en
          currency: XTS
          zone: Atlantic/Azores
          zones: [Atlantic/Azores]
          legal-forms:
            - id: guild
              name: {ru: гильдия, en: guild, own: συντεχνία}
              short: {ru: гильдия, en: guild}
              registration-number: shell
              tax-number: shell
          identifiers:
            - id: shell
              name: {ru: номер раковины, en: shell number}
              pattern: 'S\\d{5}'
              left-out: S
              checks:
                - {by: luhn, at: 5}
          days:
            weekend: [friday]
            holidays: ["03-01"]
            article: Tides, § 9
          """,
          "jurisdictions/zz/acts.yaml",
          """
          - id: Tides
            name: {ru: Закон приливов, en: Act of Tides}
            articles: [§ 1, § 2, § 9]
          """,
          "jurisdictions/zz/norms.yaml",
          """
          - key: membership.min-age
            name: {ru: наименьший возраст, en: lowest age}
            unit: years
            article: Tides, § 1
            figures:
              - {value: 21, to: 2025-12-31, confidence: high, known: read}
              - {value: 18, from: 2026-01-01, confidence: high, known: read}
          - key: admission.decision-days
            unit: days
            article: Tides, § 2
            figures: [{value: 10, forms: [guild], confidence: high, known: read}]
          """,
          "jurisdictions/zz/calendar/2026.yaml",
          """
          year: 2026
          act: none
          article: Tides, § 9
          confidence: high
          known: read
          transfers: []
          """,
          "jurisdictions/zz/cases/admission.yaml",
          """
          - id: S1
            name: whoever is eighteen today may join the guild
            question: admission
            day: 2026-05-04
            legal-form: guild
            facts: {born: 2008-05-04}
            outcome: granted

          - id: S2
            name: whoever is a day younger may not
            question: admission
            day: 2026-05-04
            legal-form: guild
            facts: {born: 2008-05-05}
            outcome: refused
            article: Tides, § 1
          """,
          "jurisdictions/zz/documents/member-letter.mustache",
          "<html lang=\"en\"><body><p>Atlantis welcomes {{name}}</p></body></html>\n",
          "jurisdictions/zz/README.md",
          "Who added it, and from what.\n",
          "rules/zz/admission.dslr",
          """
          rules for the legal form guild

          rule admission.born
          by law Tides, § 2
          if
              the application gives the date of birth
          then
              otherwise missing: born
          end

          rule admission.age
          by law Tides, § 1
          if
              the condition admission.born is met
              the applicant has at least the years that the norm membership.min-age asks for
          then
              otherwise refuse
          end
          """,
          "rules/zz/outcome.dslr",
          """
          rule outcome.refused
          after all conditions
          if
              there is a condition that makes for refusal
          then
              answer: refused
          end

          rule outcome.missing
          after all conditions
          if
              there is no condition that makes for refusal
              there is a condition that lacks information
          then
              answer: missing
          end

          rule outcome.granted
          after all conditions
          if
              all conditions are met
          then
              answer: granted
          end
          """);

  private InventedCountry() {}

  /** Writes the folder that the setting {@code artel.jurisdictions} would name. */
  public static Path in(Path folder) throws IOException {
    for (var file : FILES.entrySet()) {
      write(folder, file.getKey(), file.getValue());
    }
    return folder;
  }

  public static void write(Path folder, String name, String text) throws IOException {
    var path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
