package coop.artel.chain;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What to do, in place of a stack trace. */
class ContradictedSettingsAnalyzer extends AbstractFailureAnalyzer<ContradictedSettings> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, ContradictedSettings cause) {
    return new FailureAnalysis(
        "The chain is not the one that the settings describe. " + cause.getMessage(),
        "Compare artel.chain.rpc, artel.chain.chain-id and artel.chain.contract with what"
            + " \"network deploy\" wrote (service.env). Nothing was sent.",
        cause);
  }
}
