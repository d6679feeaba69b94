package coop.artel.desk.tasks;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.desk.frame.Wording;
import coop.artel.members.SetUp;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Leads those who set a cooperative up to what it still lacks, while nothing else waits for them.
 */
@Component
class Reminders {
  /** A new cooperative is among the newest; nobody waits for a look at all of a large house. */
  private static final int NEWEST = 20;

  private final SetUp setUp;
  private final Cooperatives cooperatives;

  Reminders(SetUp setUp, Cooperatives cooperatives) {
    this.setUp = setUp;
    this.cooperatives = cooperatives;
  }

  /**
   * A cooperative that takes no applications yet.
   *
   * @param missing what it lacks, in the order in which one would see to it
   */
  record Unready(String cooperative, String name, List<String> missing) {}

  /** Of those that the reader serves; lawyers and operators see to all. */
  List<Unready> of(Caller reader, Wording wording) {
    var all = cooperatives.all();
    boolean everywhere =
        reader.roles().contains(PlatformRole.LAWYER)
            || reader.roles().contains(PlatformRole.OPERATOR);
    return all.stream()
        .skip(everywhere ? Math.max(0, all.size() - NEWEST) : 0)
        .filter(it -> everywhere || reader.serves(it.id()))
        .filter(it -> !setUp.admits(it.id()))
        .map(it -> unready(it, wording))
        .toList();
  }

  private Unready unready(Cooperative it, Wording wording) {
    return new Unready(
        it.id().toString(),
        it.shortName(),
        setUp.of(it.id()).lines().stream()
            .filter(line -> line.needed() && !line.there())
            .map(SetUp.Line::item)
            .sorted(Comparator.naturalOrder())
            .map(item -> wording.say("set-up.item." + item.name().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
