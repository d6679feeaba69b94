package coop.artel.demo;

import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** The demonstration cooperative and its charter, as they stand in the registry. */
final class DemonstrationCooperative {
  static final LocalDate FOUNDED = LocalDate.of(2020, 1, 15);

  private DemonstrationCooperative() {}

  static Cooperative cooperative() {
    return new Cooperative(
        CooperativeId.random(),
        "ru",
        "consumer-society",
        "Потребительское общество «Рассвет»",
        "ПО «Рассвет»",
        "1027712345100",
        "7712345600",
        "г. Москва, ул. Учебная, д. 1",
        ZoneId.of("Europe/Moscow"),
        Currency.getInstance("RUB"),
        true);
  }

  /**
   * A full charter, each figure confirmed by the demonstration's two lawyers; what rests on them is
   * marked «демонстрация» in every decision.
   */
  static Charter charter(CooperativeId cooperative, PersonId lawyer, PersonId second) {
    Map<String, Charter.Figure> figures = new LinkedHashMap<>();
    String[][] lines = {
      {"membership.min-age", "18", "years", "п. 6.1"},
      {"admission.notice-days", "3", "days", "п. 7.8"},
      {"admission.payment-working-days", "10", "working-days", "п. 7.9"},
      {"admission.reapply-months", "1", "months", "п. 7.9"},
      {"share.entrance-fee", "100.00", "RUB", "п. 17.1"},
      {"share.minimum-contribution", "300.00", "RUB", "п. 17.2"},
      {"council.size", "9", "persons", "п. 13.1"},
      {"council.quorum-percent", "75", "percent", "п. 13.8"},
      {"council.quorum-with-leader", "yes", "flag", "п. 13.8"},
      {"council.majority", "1/2", "fraction", "п. 13.8"},
      {"council.majority-base", "voted", "word", "п. 13.8"},
      {"council.casting-vote", "yes", "flag", "п. 13.8"},
    };
    for (String[] line : lines) {
      figures.put(line[0], new Charter.Figure(line[0], line[1], line[2], line[3], lawyer, second));
    }
    return new Charter(cooperative, FOUNDED, figures);
  }
}
