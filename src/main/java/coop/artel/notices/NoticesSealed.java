package coop.artel.notices;

import coop.artel.people.SealedColumn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where this module seals. */
@Component
class NoticesSealed implements SealedColumn.Source {
  @Override
  public List<SealedColumn> sealed() {
    return List.of(column("address"), column("pending"));
  }

  private static SealedColumn column(String column) {
    return new SealedColumn(
        "notices.addresses",
        column,
        "'notices.addresses/address/' || it.person",
        "it.person",
        column);
  }
}
