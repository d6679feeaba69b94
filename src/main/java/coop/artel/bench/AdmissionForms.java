package coop.artel.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What people write into the forms of an admission that goes well. */
record AdmissionForms(LocalDate today) {
  private static final int AGE = 36;

  Map<String, Object> application() {
    var values = new HashMap<String, Object>();
    values.put("familyName", "Петров");
    values.put("givenName", "Иван");
    values.put("born", today.minusYears(AGE).toString());
    values.put("address", "г. Москва, ул. Зелёная, д. 5, кв. 12");
    values.put("phone", "+7 900 000-00-00");
    values.put("email", "bench@example.org");
    values.put("consentGiven", true);
    return values;
  }

  /** Each applicant with a passport of the own: one that is known sends the case another way. */
  Map<String, Object> verification() {
    return Map.of(
        "documentKind",
        "passport-rf",
        "documentNumber",
        "%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L)),
        "issuedOn",
        "2010-05-20",
        "issuedBy",
        "ОВД «Учебный» г. Москвы",
        "matches",
        true,
        "signing",
        "paper",
        "signedOn",
        today.toString(),
        "scanDigest",
        "ab".repeat(32));
  }

  Map<String, Object> notice() {
    return Map.of("sentOn", today.toString(), "means", "email");
  }

  Map<String, Object> payment() {
    return Map.of(
        "entranceFee", "100.00",
        "entranceFeePaidOn", today.toString(),
        "share", "300.00",
        "sharePaidOn", today.toString(),
        "paymentDocument", "ПП-17");
  }
}
