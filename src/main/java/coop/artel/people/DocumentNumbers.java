package coop.artel.people;

import coop.artel.jurisdiction.Countries;
import coop.artel.people.Person.IdentityDocument;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of identity documents whose form a country's files tell. Somebody who is known is found
 * again by this number, so a slip in it is refused and not kept.
 */
final class DocumentNumbers {
  /** What a country calls the number of a kind of document, and how its digits are parted. */
  private record Form(String country, String identifier, int series) {}

  private static final Map<String, Form> FORMS =
      Map.of("passport-rf", new Form("ru", "passport", 4));

  private final Countries countries;

  DocumentNumbers(Countries countries) {
    this.countries = countries;
  }

  /**
   * The document with its number as its country writes it; refused if it cannot be one.
   *
   * @param known what is known already stays as it is: its slip is not that of today's change
   */
  IdentityDocument written(IdentityDocument document, @Nullable IdentityDocument known) {
    var form = FORMS.get(document.kind());
    if (form == null || document.equals(known)) {
      return document;
    }
    var digits = document.number().replaceAll("[ №-]", "");
    var number =
        digits.length() <= form.series
            ? digits
            : digits.substring(0, form.series) + " " + digits.substring(form.series);
    if (countries.of(form.country).check(form.identifier, number).isPresent()) {
      throw PersonMalformed.passportNumber();
    }
    return new IdentityDocument(document.kind(), number, document.issuedOn(), document.issuedBy());
  }
}
