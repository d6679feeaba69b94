package coop.artel.people;

import coop.artel.people.Person.IdentityDocument;
import coop.artel.values.Characters;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person's fields may hold, in one place for pages, REST and processes. Text comes out in
 * NFC, trimmed and with single spaces.
 */
final class PersonChecks {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** Letters of one alphabet: a Latin letter in a Cyrillic name is a slip or a deceit. */
  private static final Pattern NAME =
      Pattern.compile(words("\\p{IsCyrillic}") + "|" + words("\\p{IsLatin}"));

  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{7,14}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\".]+(?:\\.[^\\s@<>\".]+)+");
  private static final Pattern SPACES = Pattern.compile("[ \\u00a0\\u202f]+");
  private static final Pattern DOCUMENT_NUMBER =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} №/-]*");

  private PersonChecks() {}

  private static String words(String letter) {
    String word = letter + "[" + letter + "\\p{M}]*";
    return word + "(?:[-' ’]" + word + ")*'?";
  }

  /**
   * @param known document of the person, absent of somebody new
   */
  static Person checked(
      Person person, LocalDate today, DocumentNumbers numbers, @Nullable IdentityDocument known) {
    var born = born(person.born(), today);
    return new Person(
        person.id(),
        name(person.familyName()),
        name(person.givenName()),
        patronymic(person.patronymic()),
        born,
        address(person.address()),
        phone(person.phone()),
        email(person.email()),
        document(person.document(), born, today, numbers, known));
  }

  /** What is wrong with a person without a document, field by field, in the order of a form. */
  static Map<String, PersonMalformed> faults(Person person, LocalDate today) {
    var faults = new LinkedHashMap<String, PersonMalformed>();
    look(faults, "familyName", () -> name(person.familyName()));
    look(faults, "givenName", () -> name(person.givenName()));
    look(faults, "patronymic", () -> patronymic(person.patronymic()));
    look(faults, "born", () -> born(person.born(), today));
    look(faults, "address", () -> address(person.address()));
    look(faults, "phone", () -> phone(person.phone()));
    look(faults, "email", () -> email(person.email()));
    return faults;
  }

  private static void look(Map<String, PersonMalformed> faults, String field, Runnable check) {
    try {
      check.run();
    } catch (PersonMalformed fault) {
      faults.put(field, fault);
    }
  }

  private static @Nullable LocalDate born(@Nullable LocalDate born, LocalDate today) {
    if (born != null && (born.isBefore(EARLIEST) || born.isAfter(today))) {
      throw PersonMalformed.born();
    }
    return born;
  }

  private static @Nullable String patronymic(@Nullable String given) {
    return isBlank(given) ? null : name(given);
  }

  private static @Nullable String address(@Nullable String given) {
    return text(given, 500, PersonMalformed::address);
  }

  private static String name(@Nullable String given) {
    String name = tidy(given == null ? "" : given);
    if (name.length() > 100 || !NAME.matcher(name).matches()) {
      throw PersonMalformed.name(name.length() > 100 ? name.substring(0, 100) + "…" : name);
    }
    return name;
  }

  private static @Nullable String phone(@Nullable String given) {
    if (isBlank(given)) {
      return null;
    }
    String phone = tidy(given).replaceAll("[ ().-]", "");
    if (!PHONE.matcher(phone).matches()) {
      throw PersonMalformed.phone();
    }
    return phone;
  }

  private static @Nullable String email(@Nullable String given) {
    String email = text(given, 254, PersonMalformed::email);
    if (email != null && !EMAIL.matcher(email).matches()) {
      throw PersonMalformed.email();
    }
    return email;
  }

  private static @Nullable IdentityDocument document(
      @Nullable IdentityDocument given,
      @Nullable LocalDate born,
      LocalDate today,
      DocumentNumbers numbers,
      @Nullable IdentityDocument known) {
    if (given == null) {
      return null;
    }
    String kind = text(given.kind(), 60, PersonMalformed::document);
    String number = text(given.number(), 40, PersonMalformed::document);
    String issuedBy = text(given.issuedBy(), 300, PersonMalformed::document);
    if (kind == null
        || number == null
        || issuedBy == null
        || !DOCUMENT_NUMBER.matcher(number).matches()) {
      throw PersonMalformed.document();
    }
    LocalDate day = given.issuedOn();
    if (day.isBefore(born == null ? EARLIEST : born) || day.isAfter(today)) {
      throw PersonMalformed.documentDate();
    }
    return numbers.written(new IdentityDocument(kind, number, day, issuedBy), known);
  }

  private static @Nullable String text(
      @Nullable String given, int longest, Supplier<PersonMalformed> refusal) {
    if (isBlank(given)) {
      return null;
    }
    String text = tidy(given);
    if (text.length() > longest || text.chars().anyMatch(Characters::isHidden)) {
      throw refusal.get();
    }
    return text;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String tidy(@Nullable String text) {
    return text == null
        ? ""
        : SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }
}
