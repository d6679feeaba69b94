package coop.artel.bench;

import coop.artel.chain.ChainUnavailable;
import coop.artel.chain.TrialChain;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What anchoring costs on the chain, for a log and for a step of it, whatever the batch. */
final class GasUse {
  private static final List<Integer> BATCHES = List.of(1, 100, 10_000);
  private static final int ANCHORS = 7;

  private final TrialChain chain;

  GasUse(TrialChain chain) {
    this.chain = chain;
  }

  List<Measurement> measure(PrintStream progress) throws ChainUnavailable {
    var found = new ArrayList<Measurement>();
    double grant = 0;
    double first = 0;
    double later = 0;
    double single = 0;
    var steps = new ArrayList<Measurement>();
    for (int batch : BATCHES) {
      var gas = chain.anchor("artel.local/batches-of-" + batch, sizes(batch));
      var anchors = gas.anchors().stream().mapToDouble(it -> it).toArray();
      progress.printf("batches of %d: grant %d, anchors %s%n", batch, gas.grant(), gas.anchors());
      grant = Math.max(grant, gas.grant());
      first = Math.max(first, anchors[0]);
      for (int i = 1; i < anchors.length; i++) {
        later = Math.max(later, anchors[i]);
      }
      double anchor = Measurement.median(anchors);
      single = batch == 1 ? anchor : single;
      steps.add(
          Measurement.atMost(
              "gas.step." + batch,
              anchor / batch,
              "gas a step, batches of %d".formatted(batch),
              single,
              String.format(Locale.ROOT, "%.4f of a transaction a step", anchor / batch / single)));
    }
    found.add(Measurement.atMost("gas.first", first, "gas, the most", 50_000, ""));
    found.add(Measurement.atMost("gas.later", later, "gas, the most", 32_000, ""));
    found.add(Measurement.atLeast("gas.grant", grant, "gas, once for a log by the owner", 0, ""));
    found.addAll(steps);
    return found;
  }

  private static List<Long> sizes(long batch) {
    var sizes = new ArrayList<Long>();
    for (int i = 1; i <= ANCHORS; i++) {
      sizes.add(i * batch);
    }
    return sizes;
  }
}
