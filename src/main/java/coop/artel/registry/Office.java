package coop.artel.registry;

import java.util.Locale;

/** What somebody may be entrusted with in a cooperative. */
public enum Office {
  /** Председатель совета. */
  CHAIR,
  /** Член совета; the chair holds this office too. */
  COUNCIL,
  SECRETARY,
  ACCOUNTANT,
  /** Ревизор. */
  AUDITOR;

  /** As models name it: {@code ${cooperative}:secretary}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Throws {@link IllegalArgumentException} for what is no office. */
  public static Office of(String id) {
    for (Office office : values()) {
      if (office.id().equals(id)) {
        return office;
      }
    }
    throw new IllegalArgumentException("no office: " + id);
  }
}
