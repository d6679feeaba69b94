package coop.artel.members;

import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Entry;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Enters all lines of an approved list, or none of them. */
@Component
class EnterImportedLines implements Step {
  static final String BASIS = "import:";
  private static final int STEP = 500;

  private final ImportRows rows;
  private final ImportCheck check;
  private final People people;
  private final Memberships memberships;
  private final ImportProgress progress;

  EnterImportedLines(
      ImportRows rows,
      ImportCheck check,
      People people,
      Memberships memberships,
      ImportProgress progress) {
    this.progress = progress;
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

  /**
   * Persons are written first, which takes longest and stands in nobody's way; the register is held
   * for its own lines only.
   */
  @Override
  public void run(Run run) {
    var found = rows.of(run);
    long state = memberships.state(run.cooperative());
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
    for (int done = 0; done < checked.size(); done += STEP) {
      progress.tell(found.id(), done, checked.size());
      var some = checked.subList(done, Math.min(done + STEP, checked.size()));
      keep(some);
      rows.seal(found.id(), some);
    }
    progress.tell(found.id(), checked.size(), checked.size());
    memberships.hold(run.cooperative());
    if (memberships.state(run.cooperative()) != state) {
      throw new ConcurrencyFailureException("The register has changed meanwhile: checked anew");
    }
    memberships.enterAll(
        run.cooperative(),
        checked.stream().map(EnterImportedLines::entry).toList(),
        BASIS + found.id());
    rows.entered(found.id());
    progress.forget(found.id());
    run.wrote(digest);
  }

  private void keep(List<CheckedLine> lines) {
    var anew = new ArrayList<Person>();
    for (CheckedLine line : lines) {
      Person person = Objects.requireNonNull(line.person());
      if (line.known()) {
        people.change(person);
      } else {
        anew.add(person);
      }
    }
    people.registerAll(anew);
  }

  private static Entry entry(CheckedLine line) {
    return new Entry(
        line.number(),
        Objects.requireNonNull(line.person()).id(),
        Objects.requireNonNull(line.since()));
  }
}
