package coop.artel.access;

import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Whoever applies needs no account, so what bounds them is where they come from. */
@Component
public class ApplicationLimit {
  private final Budgets budgets;
  private final Limits.Budget budget;

  ApplicationLimit(Budgets budgets, Limits limits) {
    this.budgets = budgets;
    this.budget = limits.applications().budget();
  }

  /**
   * Does it, unless too many have come from there: {@link TooMany}. What is refused as it stands
   * there, a mistyped field or a consent that has changed, does not count.
   */
  public <T> T within(HttpServletRequest request, Supplier<T> application) {
    String address = ClientAddress.of(request.getRemoteAddr());
    if (!budgets.take(budget, address)) {
      throw new TooMany(budgets.untilOneIsLeft(budget, address));
    }
    try {
      return application.get();
    } catch (Refusal refusal) {
      budgets.giveBack(budget, address);
      throw refusal;
    }
  }
}
