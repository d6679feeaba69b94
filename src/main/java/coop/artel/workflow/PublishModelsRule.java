package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.DeedRule;
import coop.artel.access.PlatformRole;
import coop.artel.values.Sha256;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Two operators publish a change of models and forms. */
@Component
class PublishModelsRule implements DeedRule {
  private final ModelDrafts drafts;
  private final Deployments deployments;

  PublishModelsRule(ModelDrafts drafts, Deployments deployments) {
    this.drafts = drafts;
    this.deployments = deployments;
  }

  @Override
  public String kind() {
    return Models.DEED;
  }

  @Override
  public String series(String subject) {
    return Models.SERIES;
  }

  @Override
  public boolean mayPropose(Caller caller, String subject) {
    return isOperator(caller);
  }

  @Override
  public boolean mayDecide(Caller caller, Deed deed) {
    return isOperator(caller);
  }

  /** The set in use has stayed what it was when the draft was proposed, and the result is sound. */
  @Override
  public void demand(Deed deed) {
    drafts.lock();
    var id = UUID.fromString(deed.subject());
    var draft = drafts.find(id).orElseThrow(DraftRefused::unknown);
    if (draft.supersededBy() != null) {
      throw DraftRefused.superseded();
    }
    var inUse = deployments.inUse();
    var result = inUse.with(drafts.changes(id));
    if (!digest(inUse, result).equals(deed.digest())) {
      throw DraftRefused.outdated();
    }
    deployments.rehearse(result);
  }

  /** What is approved: from which set to which. */
  static String digest(ModelFiles inUse, ModelFiles result) {
    return Sha256.of(Map.of("from", inUse.digest(), "to", result.digest()));
  }

  static boolean isOperator(Caller caller) {
    return caller.roles().contains(PlatformRole.OPERATOR);
  }
}
