package coop.artel.registry;

import coop.artel.values.CooperativeId;
import java.time.ZoneId;
import java.util.Currency;

/**
 * A cooperative as registered.
 *
 * @param country ISO 3166 alpha-2, lower case, the folder under jurisdictions
 * @param legalForm a legal form's id in that country's country.yaml, as {@code consumer-society}
 * @param registrationNumber ОГРН in Russia
 * @param taxNumber ИНН in Russia
 * @param demonstration set up by the service itself to show it
 */
public record Cooperative(
    CooperativeId id,
    String country,
    String legalForm,
    String name,
    String shortName,
    String registrationNumber,
    String taxNumber,
    String address,
    ZoneId zone,
    Currency currency,
    boolean demonstration) {}
