package coop.artel.registry;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.values.CooperativeId;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Whose cases are: a cooperative's, or a country's where they are about its law. */
@Component
public class Homes {
  private final Cooperatives cooperatives;
  private final Countries countries;

  public Homes(Cooperatives cooperatives, Countries countries) {
    this.cooperatives = cooperatives;
    this.countries = countries;
  }

  /**
   * Throws {@link CooperativeUnknown} if there is none. A country answers with its name, its zone
   * and its currency; it has no form, no numbers and no address.
   */
  public Cooperative find(CooperativeId id, Locale locale) {
    return id.country()
        .flatMap(countries::find)
        .map(country -> home(id, country, locale))
        .orElseGet(() -> cooperatives.find(id));
  }

  public ZoneId zone(CooperativeId id) {
    return find(id, Locale.ROOT).zone();
  }

  private static Cooperative home(CooperativeId id, Country country, Locale locale) {
    var name = country.name().in(locale);
    return new Cooperative(
        id, country.id(), "", name, name, "", "", "", country.zone(), country.currency(), false);
  }
}
