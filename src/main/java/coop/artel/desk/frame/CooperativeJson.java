package coop.artel.desk.frame;

import coop.artel.registry.Cooperative;

/** A cooperative, as programs read it. */
public record CooperativeJson(
    String id,
    String country,
    String legalForm,
    String name,
    String shortName,
    String registrationNumber,
    String taxNumber,
    String address,
    String zone,
    String currency,
    boolean demonstration) {
  public static CooperativeJson of(Cooperative it) {
    return new CooperativeJson(
        it.id().toString(),
        it.country(),
        it.legalForm(),
        it.name(),
        it.shortName(),
        it.registrationNumber(),
        it.taxNumber(),
        it.address(),
        it.zone().getId(),
        it.currency().getCurrencyCode(),
        it.demonstration());
  }
}
