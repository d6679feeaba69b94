package coop.artel.law;

import java.util.Set;

/**
 * A rule as its file says it.
 *
 * @param line where it begins
 * @param article as cited, several parted by a semicolon; empty for a rule of the answer
 * @param sentence its condition in the lawyer's language, the last if it builds on others
 * @param norms that it names
 * @param answers whether it gives the answer rather than a finding
 * @param drl what it means to the machine, written by us
 */
record Rule(
    String id,
    String file,
    int line,
    String article,
    String sentence,
    Set<String> norms,
    boolean answers,
    String drl) {}
