package coop.artel.workflow;

import coop.artel.notary.Exports;
import java.util.List;
import org.springframework.stereotype.Component;

/** The models and forms that came into use, for the export of their series. */
@Component
class ModelAttachments implements Exports.Source {
  private final Deployments deployments;

  ModelAttachments(Deployments deployments) {
    this.deployments = deployments;
  }

  @Override
  public List<Exports.Attachment> of(String caseId) {
    return caseId.equals(Models.SERIES)
        ? deployments.all().stream()
            .flatMap(files -> files.bytes().entrySet().stream())
            .map(file -> new Exports.Attachment(file.getKey(), file.getValue()))
            .toList()
        : List.of();
  }
}
