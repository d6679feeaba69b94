package coop.artel.members;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a list of members, with the headings under which it is recognised. */
public enum RegisterColumn {
  NUMBER("number", false, "Номер", "№", "№ п/п", "Номер в реестре", "Number", "No."),
  FAMILY_NAME("familyName", true, "Фамилия", "Family name", "Last name", "Surname"),
  GIVEN_NAME("givenName", true, "Имя", "Given name", "First name"),
  PATRONYMIC("patronymic", false, "Отчество", "Patronymic", "Middle name"),
  BORN("born", false, "Дата рождения", "Born", "Date of birth", "Birth date"),
  ADDRESS("address", false, "Адрес", "Место жительства", "Address"),
  PHONE("phone", false, "Телефон", "Phone"),
  EMAIL("email", false, "Электронная почта", "E-mail", "Email"),
  DOCUMENT_KIND("documentKind", false, "Документ", "Вид документа", "Document"),
  DOCUMENT_NUMBER("documentNumber", false, "Серия и номер", "Номер документа", "Document number"),
  ISSUED_ON("issuedOn", false, "Дата выдачи", "Issued on"),
  ISSUED_BY("issuedBy", false, "Кем выдан", "Issued by"),
  SINCE(
      "since",
      true,
      "Пайщик с",
      "Член с",
      "Дата вступления",
      "Дата приёма",
      "Member since",
      "Since");

  private final String key;
  private final boolean mandatory;
  private final List<String> headings;

  RegisterColumn(String key, boolean mandatory, String... headings) {
    this.key = key;
    this.mandatory = mandatory;
    this.headings = List.of(headings);
  }

  public String key() {
    return key;
  }

  public boolean mandatory() {
    return mandatory;
  }

  /** The first is that of the template. */
  public List<String> headings() {
    return headings;
  }

  static List<String> mandatoryHeadings() {
    return Arrays.stream(values())
        .filter(RegisterColumn::mandatory)
        .map(it -> it.headings.get(0))
        .toList();
  }

  static RegisterColumn of(String key) {
    return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst().orElseThrow();
  }

  /** Whatever its case, with ё or е, with a colon or a star after it. */
  static Optional<RegisterColumn> under(String heading) {
    String plain = plain(heading);
    return Arrays.stream(values())
        .filter(it -> it.headings.stream().anyMatch(known -> plain(known).equals(plain)))
        .findFirst();
  }

  private static String plain(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replace('ё', 'е')
        .replaceAll("[\\s\\u00a0]+", " ")
        .replaceAll("[ :*]+$", "")
        .strip();
  }
}
