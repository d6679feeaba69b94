package coop.artel.law.sentences;

/**
 * What a person judged of a condition that the law left open.
 *
 * @param digest of the judgement, hex
 */
public record Judged(boolean allowed, String digest) {}
