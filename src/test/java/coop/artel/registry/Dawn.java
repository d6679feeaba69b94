package coop.artel.registry;

import coop.artel.values.CooperativeId;
import java.time.ZoneId;
import java.util.Currency;

/** The society «Рассвет» for tests; the identifiers are the worked examples of facts/legal.md. */
public final class Dawn {
  private Dawn() {}

  static Cooperative cooperative() {
    return cooperative("Europe/Moscow", "1027700132195");
  }

  static Cooperative cooperative(String zone, String registrationNumber) {
    return of(CooperativeId.random(), "ru", registrationNumber, zone, false);
  }

  /** In Russia. */
  public static Cooperative of(CooperativeId id, String registrationNumber, boolean forShow) {
    return of(id, "ru", registrationNumber, forShow);
  }

  public static Cooperative of(
      CooperativeId id, String country, String registrationNumber, boolean forShow) {
    return of(id, country, registrationNumber, "Europe/Moscow", forShow);
  }

  private static Cooperative of(
      CooperativeId id, String country, String registrationNumber, String zone, boolean forShow) {
    return new Cooperative(
        id,
        country,
        "consumer-society",
        "Потребительское общество «Рассвет»",
        "ПО «Рассвет»",
        registrationNumber,
        "7707083893",
        "170100, г. Тверь, ул. Советская, д. 1",
        ZoneId.of(zone),
        Currency.getInstance("RUB"),
        forShow);
  }
}
