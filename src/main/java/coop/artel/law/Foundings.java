package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.Identifier;
import coop.artel.jurisdiction.LegalForm;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.LegalClock;
import coop.artel.values.UseCase;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Sets up cooperatives, of the countries that have rules and the forms that these know. */
@UseCase
public class Foundings {
  /** Without a figure for its form nobody can say who may be admitted. */
  private static final String WHO_MAY_JOIN = "membership.min-age";

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_SHORT_NAME = 80;

  private static final String ADMISSION = "admission";

  private final Countries countries;
  private final Editions editions;
  private final Cooperatives cooperatives;
  private final Records records;
  private final LegalClock clock;

  Foundings(
      Countries countries,
      Editions editions,
      Cooperatives cooperatives,
      Records records,
      LegalClock clock) {
    this.countries = countries;
    this.editions = editions;
    this.cooperatives = cooperatives;
    this.records = records;
    this.clock = clock;
  }

  /**
   * A cooperative as somebody has entered it.
   *
   * @param country its folder under jurisdictions
   * @param legalForm id of a form there
   * @param zone as in the time zone database: {@code Europe/Moscow}
   */
  public record Draft(
      String country,
      String legalForm,
      String name,
      String shortName,
      String registrationNumber,
      String taxNumber,
      String address,
      String zone) {}

  /** The countries that have a form that can be set up here. */
  public List<Country> countries() {
    return countries.ids().stream()
        .map(countries::of)
        .filter(country -> !forms(country).isEmpty())
        .toList();
  }

  /**
   * The forms of a country that can be set up here, in the order of its files; none where it has no
   * rules on admission, for then nobody could join.
   */
  public List<LegalForm> forms(Country country) {
    if (!editions.current(country.id()).answers(ADMISSION)) {
      return List.of();
    }
    var today = clock.today(country.zone());
    return country.legalForms().values().stream()
        .filter(form -> isKnown(country, form, today))
        .toList();
  }

  private static boolean isKnown(Country country, LegalForm form, LocalDate day) {
    return country.norm(WHO_MAY_JOIN).flatMap(norm -> norm.figure(form.id(), day)).isPresent();
  }

  /** Refused: {@code founding-not-theirs} but for operators. */
  public void demandOperator(Caller caller) {
    if (!caller.roles().contains(PlatformRole.OPERATOR)) {
      throw FoundingRefused.notTheirs();
    }
  }

  /** Refused: as {@link #demandOperator}; {@code fields-refused}. */
  public Cooperative found(Caller caller, Draft draft) {
    demandOperator(caller);
    var country = countries.find(draft.country());
    var form =
        country.flatMap(
            it -> forms(it).stream().filter(f -> f.id().equals(draft.legalForm())).findFirst());
    var check = new FieldsRefused.Check();
    check
        .demand(country.isPresent(), "country", "choose")
        .demand(form.isPresent(), "legalForm", "choose");
    check.text("name", draft.name(), LONGEST_NAME);
    check.text("shortName", draft.shortName(), LONGEST_SHORT_NAME);
    check.text("address", draft.address(), LONGEST_NAME);
    check
        .demand(zone(draft.zone()).isPresent(), "zone", "zone-unknown")
        .demand(!draft.registrationNumber().isBlank(), "registrationNumber", "empty")
        .demand(!draft.taxNumber().isBlank(), "taxNumber", "empty");
    country.ifPresent(
        known ->
            form.ifPresent(
                it -> {
                  number(
                      check,
                      "registrationNumber",
                      known,
                      it.registrationNumber(),
                      draft.registrationNumber());
                  number(check, "taxNumber", known, it.taxNumber(), draft.taxNumber());
                }));
    check.demand(
        cooperatives.all().stream()
            .noneMatch(
                it ->
                    it.country().equals(draft.country())
                        && it.registrationNumber().equals(draft.registrationNumber().strip())),
        "registrationNumber",
        "known");
    check.done();
    var cooperative =
        new Cooperative(
            CooperativeId.random(),
            draft.country(),
            draft.legalForm(),
            draft.name().strip(),
            draft.shortName().strip(),
            draft.registrationNumber().strip(),
            draft.taxNumber().strip(),
            draft.address().strip(),
            zone(draft.zone()).orElseThrow(),
            country.orElseThrow().currency(),
            false);
    cooperatives.found(cooperative);
    record(caller, cooperative);
    return cooperative;
  }

  private void record(Caller caller, Cooperative it) {
    records.append(
        "cooperative:" + it.id(),
        List.of(
            Happening.of(RecordKind.COOPERATIVE_FOUNDED)
                .with("cooperative", it.id().toString())
                .with("country", it.country())
                .with("legalForm", it.legalForm())
                .with("name", it.name())
                .with("registrationNumber", it.registrationNumber())
                .with("taxNumber", it.taxNumber())
                .with("zone", it.zone().getId())
                .with("enteredBy", caller.person())));
  }

  private static void number(
      FieldsRefused.Check check,
      String field,
      Country country,
      Optional<String> kind,
      String value) {
    var fault = kind.flatMap(it -> country.check(it, value.strip()));
    check
        .demand(fault.filter(it -> it != Identifier.Fault.CHECK_DIGIT).isEmpty(), field, "digits")
        .demand(fault.isEmpty(), field, "check-digit");
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return ZoneId.getAvailableZoneIds().contains(id)
          ? Optional.of(ZoneId.of(id))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
