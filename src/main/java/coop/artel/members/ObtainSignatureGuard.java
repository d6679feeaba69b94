package coop.artel.members;

import coop.artel.workflow.Guard;
import coop.artel.workflow.Submission;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An application whose signature is still missing is not signed by saying so. Whoever found that it
 * is not the applicant's does not sign anything; that way stays open.
 */
@Component
class ObtainSignatureGuard implements Guard {
  private final Dossiers dossiers;
  private final Signings signings;

  ObtainSignatureGuard(Dossiers dossiers, Signings signings) {
    this.dossiers = dossiers;
    this.signings = signings;
  }

  @Override
  public String question() {
    return "signing";
  }

  @Override
  public Optional<Asked> asks(Submission submission) {
    if (Mismatch.of(submission) != Mismatch.NONE) {
      return Optional.empty();
    }
    var dossier = dossiers.of(submission.run());
    return signings
        .newest(dossier.id())
        .map(
            it ->
                new Asked(
                    it.asFacts(signings.identityVerified(dossier.id())),
                    it.day(),
                    dossier.person()));
  }
}
