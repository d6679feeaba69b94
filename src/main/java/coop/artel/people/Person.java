package coop.artel.people;

import coop.artel.values.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of a natural person; anything but the family and given name may be missing yet. */
public record Person(
    PersonId id,
    String familyName,
    String givenName,
    @Nullable String patronymic,
    @Nullable LocalDate born,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String email,
    @Nullable IdentityDocument document) {

  /** Family name, given name, patronymic. */
  public String fullName() {
    return fullName(familyName, givenName, patronymic);
  }

  static String fullName(String familyName, String givenName, @Nullable String patronymic) {
    return patronymic == null
        ? familyName + " " + givenName
        : familyName + " " + givenName + " " + patronymic;
  }

  /** A document as printed on it; number and series are strings, since zeros may lead. */
  public record IdentityDocument(String kind, String number, LocalDate issuedOn, String issuedBy) {}
}
