package coop.artel.jurisdiction;

import java.util.Locale;
import java.util.Optional;

/**
 * A kind of community that the country's law knows: {@code consumer-society}.
 *
 * @param registrationNumber kind of identifier that it is registered under, where it is established
 * @param taxNumber kind of identifier that it pays tax under, where it is established
 */
public record LegalForm(
    String id,
    Names name,
    Names abbreviation,
    Optional<String> registrationNumber,
    Optional<String> taxNumber) {
  /**
   * In Russian, the first language of every screen, and in English.
   *
   * @param own in the country's language, where it is neither of the two
   */
  public record Names(String ru, String en, Optional<String> own) {
    public String in(Locale locale) {
      return locale.getLanguage().equals("ru") ? ru : en;
    }
  }
}
