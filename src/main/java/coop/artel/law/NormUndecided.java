package coop.artel.law;

import coop.artel.values.Refusal;

/** A term that cannot be counted, since neither law nor charter has a figure for it. */
public class NormUndecided extends Refusal {
  NormUndecided(String norm) {
    super("norm-undecided", "Neither the law nor the charter says %s", norm);
  }
}
