package coop.artel.registry;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.LegalForm;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The identifiers that a country issues to a legal form, as its files say. */
@Component
class CountryIdentifiers implements IdentifierCheck {
  private final Countries countries;

  CountryIdentifiers(Countries countries) {
    this.countries = countries;
  }

  @Override
  public boolean valid(String country, String legalForm, Identifier identifier, String value) {
    return countries
        .find(country)
        .flatMap(
            it ->
                it.legalForm(legalForm)
                    .map(
                        form ->
                            kind(form, identifier)
                                .flatMap(kind -> it.check(kind, value))
                                .isEmpty()))
        .orElse(false);
  }

  private static Optional<String> kind(LegalForm form, Identifier identifier) {
    return switch (identifier) {
      case REGISTRATION_NUMBER -> form.registrationNumber();
      case TAX_NUMBER -> form.taxNumber();
    };
  }
}
