package coop.artel.jurisdiction;

/**
 * A kind of community that the country's law knows: {@code consumer-society}.
 *
 * @param registrationNumber kind of identifier that it is registered under
 * @param taxNumber kind of identifier that it pays tax under
 */
public record LegalForm(
    String id, Names name, Names abbreviation, String registrationNumber, String taxNumber) {
  /** In Russian, the first language of every screen, and in English. */
  public record Names(String ru, String en) {}
}
