package coop.artel.documents;

import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.LegalForm;
import coop.artel.values.Refusal;

/** A document cannot be written, since the files of its country have no template of its kind. */
public final class TemplateMissing extends Refusal {
  private final LegalForm.Names country;
  private final String kind;

  TemplateMissing(Country country, String kind) {
    super(
        "template-missing",
        "The files of %s have no template: there is no jurisdictions/%s/documents/%s.mustache",
        country.name().en(),
        country.id(),
        kind);
    this.country = country.name();
    this.kind = kind;
  }

  public LegalForm.Names country() {
    return country;
  }

  /** Id of the kind of document: {@code return-letter}. */
  public String kindOfDocument() {
    return kind;
  }
}
