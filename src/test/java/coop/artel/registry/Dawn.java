package coop.artel.registry;

import coop.artel.values.CooperativeId;
import java.time.ZoneId;
import java.util.Currency;

/** Cooperatives for tests; the identifiers are the worked examples of facts/legal.md. */
final class Demo {
  private Demo() {}

  static Cooperative cooperative() {
    return cooperative("Europe/Moscow", "1027700132195");
  }

  static Cooperative cooperative(String zone, String registrationNumber) {
    return new Cooperative(
        CooperativeId.random(),
        "ru",
        "consumer-society",
        "Потребительское общество «Рассвет»",
        "ПО «Рассвет»",
        registrationNumber,
        "7707083893",
        "170100, г. Тверь, ул. Советская, д. 1",
        ZoneId.of(zone),
        Currency.getInstance("RUB"),
        false);
  }
}
