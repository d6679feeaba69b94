package coop.artel.members;

import java.time.LocalDate;

/**
 * A protocol of a body of the cooperative.
 *
 * @param digest SHA-256 of its scan, hex; the scan itself stays with the cooperative
 */
public record Minutes(String number, LocalDate day, String digest) {}
