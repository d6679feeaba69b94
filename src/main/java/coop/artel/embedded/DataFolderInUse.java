package coop.artel.embedded;

import java.nio.file.Path;

/** Two services on one folder would spoil each other's database. */
public class DataFolderInUse extends IllegalStateException {
  DataFolderInUse(Path folder) {
    super(
        "Another Artel works in %s: stop it, or give this one its own folder (--artel.data=DIR)"
            .formatted(folder));
  }
}
