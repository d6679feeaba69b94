package coop.artel.members;

import coop.artel.registry.Cooperatives;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The secretary adds what the law missed: the signature, or the comparison with the document. */
@Component
class ObtainSignature implements FormHandler {
  private final Dossiers dossiers;
  private final Signings signings;
  private final Cooperatives cooperatives;
  private final Papers papers;

  ObtainSignature(Dossiers dossiers, Signings signings, Cooperatives cooperatives, Papers papers) {
    this.papers = papers;
    this.dossiers = dossiers;
    this.signings = signings;
    this.cooperatives = cooperatives;
  }

  @Override
  public String form() {
    return "obtain-signature";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var application = dossiers.of(run).id();
    var shown = new HashMap<String, Object>();
    shown.put("matches", signings.identityVerified(application));
    signings.newest(application).ifPresent(signing -> show(signing, shown));
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    boolean verified = signings.identityVerified(dossier.id());
    signings.keep(dossier.id(), submission, cooperatives.find(submission.cooperative()).zone());
    if (submission.flag("matches") && !verified) {
      papers.consentAnew(dossier).ifPresent(it -> submission.run().wrote(it.digest()));
    }
    return List.of();
  }

  private static void show(Signings.Signing signing, Map<String, Object> shown) {
    shown.put("signing", signing.way());
    if (signing.signedOn() != null) {
      shown.put("signedOn", signing.signedOn());
    }
    if (signing.scanDigest() != null) {
      shown.put("scanDigest", signing.scanDigest());
    }
    if (signing.agreementNumber() != null) {
      shown.put("agreementNumber", signing.agreementNumber());
    }
    if (signing.agreementDate() != null) {
      shown.put("agreementDate", signing.agreementDate());
    }
    if (signing.agreementComplete()) {
      shown.put("agreementComplete", true);
    }
  }
}
