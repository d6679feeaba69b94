package coop.artel.law;

import coop.artel.jurisdiction.Country;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a question is gone through for: a legal form, with a charter put together from the cases of
 * that form, its figures confirmed. All figures of the law count as verified: whether they are is
 * another question than whether the rules fit together.
 *
 * @param charter figures by norm
 */
record Ground(String legalForm, Map<String, String> charter) {
  /** Of several cases that set a figure the first counts. */
  static Ground of(String question, String legalForm, List<Case> cases) {
    var charter = new TreeMap<String, String>();
    for (var one : cases) {
      if (one.facts().question().equals(question) && one.legalForm().equals(legalForm)) {
        one.charters()
            .descendingMap()
            .values()
            .forEach(figures -> figures.forEach(charter::putIfAbsent));
      }
    }
    return new Ground(legalForm, charter);
  }

  /** The facts as a case on this ground. */
  Case about(Facts facts, LocalDate day, Country country) {
    return new Case(
        legalForm,
        "",
        day,
        facts,
        legalForm,
        charter,
        Set.of(),
        Outcome.GRANTED,
        Set.of(),
        "",
        country.verifiable());
  }
}
