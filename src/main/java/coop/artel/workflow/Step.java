package coop.artel.workflow;

import java.util.Set;

/** What a service task or business rule task of a model does: it reads, asks, writes. */
@FunctionalInterface
public interface Step {
  void run(Run run);

  /** Codes of the refusals that may come out of it; the model catches each. */
  default Set<String> refusals() {
    return Set.of();
  }
}
