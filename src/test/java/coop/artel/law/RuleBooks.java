package coop.artel.law;

import static org.mockito.Mockito.mock;

import coop.artel.jurisdiction.Countries;

/** The shipped rules, for tests of what shows them. */
public final class RuleBooks {
  private RuleBooks() {}

  /** Asks of cases, not for cooperatives. */
  public static RuleBook shipped(Countries countries) {
    return new RuleBook(new Editions(countries), countries, mock(Law.class));
  }
}
