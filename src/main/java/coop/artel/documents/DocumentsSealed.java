package coop.artel.documents;

import coop.artel.people.SealedColumn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where this module seals. */
@Component
class DocumentsSealed implements SealedColumn.Source {
  @Override
  public List<SealedColumn> sealed() {
    return List.of(
        SealedColumn.of(
            "documents.documents",
            "content",
            "it.id",
            "select person from notary.subjects where case_id = it.case_id"));
  }
}
