package coop.artel.members;

import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Entry;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Enters all lines of an approved list, or none of them. */
@Component
class EnterImportedLines implements Step {
  static final String BASIS = "import:";

  private final ImportRows rows;
  private final ImportCheck check;
  private final People people;
  private final Memberships memberships;

  EnterImportedLines(ImportRows rows, ImportCheck check, People people, Memberships memberships) {
    this.rows = rows;
    this.check = check;
    this.people = people;
    this.memberships = memberships;
  }

  /** The register has changed since the list was approved. */
  @Override
  public Set<String> refusals() {
    return Set.of(ImportRefused.LINES);
  }

  @Override
  public void run(Run run) {
    var found = rows.of(run);
    memberships.hold(run.cooperative());
    var checked = check.of(run.cooperative(), Imports.entered(rows.lines(found.id())));
    long refused = checked.stream().filter(it -> !it.faults().isEmpty()).count();
    if (refused > 0) {
      rows.back(found.id(), null);
      throw ImportRefused.lines(refused);
    }
    String digest = ProposeRegisterImport.digest(found.salt(), checked);
    if (!digest.equals(found.linesDigest())) {
      throw new IllegalStateException("Import %s is not what was approved".formatted(found.id()));
    }
    var entries = new ArrayList<Entry>();
    for (CheckedLine line : checked) {
      Person person = Objects.requireNonNull(line.person());
      LocalDate since = Objects.requireNonNull(line.since());
      if (line.known()) {
        people.change(person);
      } else {
        people.register(person);
      }
      entries.add(new Entry(line.number(), person.id(), since));
    }
    memberships.enterAll(run.cooperative(), entries, BASIS + found.id());
    rows.entered(found.id());
    run.wrote(digest);
  }
}
