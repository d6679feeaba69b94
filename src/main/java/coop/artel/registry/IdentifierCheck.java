package coop.artel.registry;

/** Whether a cooperative's identifiers are such as its country issues, check digits included. */
@FunctionalInterface
public interface IdentifierCheck {
  /** Which of the identifiers. */
  enum Identifier {
    /** ОГРН in Russia. */
    REGISTRATION_NUMBER,
    /** ИНН in Russia. */
    TAX_NUMBER
  }

  boolean valid(String country, String legalForm, Identifier identifier, String value);
}
