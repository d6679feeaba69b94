package coop.artel.law;

import coop.artel.registry.Cooperative;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member may register as a sole trader. Question {@code sole-trader}; its reference date
 * is the day of the application.
 *
 * @param parentsConsent in writing
 */
public record SoleTraderFacts(
    boolean registrantInCooperative,
    @Nullable LocalDate born,
    boolean parentsConsent,
    boolean emancipated,
    boolean married,
    boolean alreadyTrader,
    boolean banned)
    implements Facts {
  @Override
  public String question() {
    return "sole-trader";
  }

  @Override
  public String legalForm(Cooperative cooperative) {
    return "sole-trader";
  }
}
