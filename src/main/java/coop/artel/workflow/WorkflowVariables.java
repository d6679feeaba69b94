package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import java.util.UUID;

/** The variables that every process has, and those of processes/workflow. */
final class WorkflowVariables {
  static final Variable<CooperativeId> COOPERATIVE = Variable.id("cooperative", CooperativeId::of);
  static final Variable<Boolean> ALLOWED = Variable.flag("allowed");
  static final Variable<UUID> DECISION = Variable.id("decision", UUID::fromString);
  static final Variable<UUID> JUDGEMENT = Variable.id("judgement", UUID::fromString);

  /** Two persons have completed a guarded task against what the law says. */
  static final Variable<Boolean> OVERRIDDEN = Variable.flag("overridden");

  private WorkflowVariables() {}
}
