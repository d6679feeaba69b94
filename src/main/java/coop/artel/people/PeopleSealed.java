package coop.artel.people;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where this module seals. */
@Component
class PeopleSealed implements SealedColumn.Source {
  private static final String MARKER = "family_name";

  private static final List<String> FIELDS =
      List.of(
          "given_name",
          "patronymic",
          "born",
          "address",
          "phone",
          "email",
          "document_kind",
          "document_number",
          "document_issued_on",
          "document_issued_by",
          MARKER);

  @Override
  public List<SealedColumn> sealed() {
    var columns = new ArrayList<SealedColumn>();
    for (String field : FIELDS) {
      for (String table : List.of(People.TABLE, "people.former_persons")) {
        // A former field was moved as it was, with the context that it was sealed for.
        columns.add(
            new SealedColumn(
                table, field, "'%s/%s/' || it.id".formatted(People.TABLE, field), "it.id", MARKER));
      }
    }
    columns.add(SealedColumn.of("people.consents", "content", "it.id", "it.person"));
    return columns;
  }
}
