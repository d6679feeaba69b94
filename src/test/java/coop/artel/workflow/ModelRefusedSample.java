package coop.artel.workflow;

import java.util.List;

/** A refusal that only its module can make, for tests of others. */
public final class ModelRefusedSample {
  private ModelRefusedSample() {}

  public static ModelRefused refusal() {
    var script =
        new ModelRefused.Fault(
            "element-forbidden", "processes/a/b.bpmn", 11, List.of("bpmn:scriptTask"));
    return new ModelRefused(List.of(script, script));
  }
}
