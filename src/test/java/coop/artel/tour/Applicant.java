package coop.artel.tour;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** An invented person who wants to become a member. */
record Applicant(
    String family, String given, String patronymic, LocalDate born, @Nullable String address) {
  private static final String HOME = "г. Москва, ул. Учебная, д. 5, кв. 12";

  static Applicant adult(String family, String given, String patronymic) {
    return new Applicant(family, given, patronymic, today().minusYears(34).minusDays(40), HOME);
  }

  static Applicant child(String family, String given, String patronymic) {
    return new Applicant(family, given, patronymic, today().minusYears(12).minusDays(1), HOME);
  }

  Applicant withoutAddress() {
    return new Applicant(family, given, patronymic, born, null);
  }

  String name() {
    return String.join(" ", family, given, patronymic);
  }

  /** Everybody has a document of their own, always the same. */
  String documentNumber() {
    return "4509 %06d".formatted(Math.floorMod(name().hashCode(), 1_000_000));
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Moscow"));
  }
}
