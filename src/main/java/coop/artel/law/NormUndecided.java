package coop.artel.law;

import coop.artel.values.Refusal;

/** A term that cannot be counted, since neither law nor charter has a figure for it. */
public class NormUndecided extends Refusal {
  private final String norm;

  NormUndecided(String norm) {
    super("norm-undecided", "Neither the law nor the charter says %s", norm);
    this.norm = norm;
  }

  /** Its key: {@code admission.notice-days}. */
  public String norm() {
    return norm;
  }
}
