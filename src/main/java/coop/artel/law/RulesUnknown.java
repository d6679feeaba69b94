package coop.artel.law;

import coop.artel.values.Refusal;

/** There are no rules of that country on that question, or no such case of theirs. */
public final class RulesUnknown extends Refusal {
  public RulesUnknown(String country, String what) {
    super(Kind.NOT_FOUND, "rules-unknown", "%s has no rules or case %s", country, what);
  }
}
