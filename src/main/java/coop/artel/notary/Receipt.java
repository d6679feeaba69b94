package coop.artel.notary;

/**
 * What the one who did a step keeps of it.
 *
 * @param number of the record in its case, from 1
 * @param digest leaf hash of the log entry (RFC 6962), 64 lower-case hex digits
 */
public record Receipt(String caseId, long number, String digest) {}
