package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many tasks there are for somebody, and what can be chosen among. */
public final class Overview {
  private final Caller caller;
  private final List<Heap> heaps;

  Overview(Caller caller, List<Heap> heaps) {
    this.caller = caller;
    this.heaps = heaps;
  }

  /** Tasks that are alike but for their case. */
  record Heap(
      Set<String> groups,
      CooperativeId cooperative,
      @Nullable PersonId assignee,
      String process,
      String activity,
      boolean overdue,
      long many) {}

  /**
   * What a view holds.
   *
   * @param processes with the number of their tasks
   * @param activities the kinds of task that there are
   * @param holders with the number of theirs
   */
  public record Facets(
      Map<String, Long> processes,
      Set<String> activities,
      Map<PersonId, Long> holders,
      long free) {}

  public long count(Tasks.View view) {
    return heaps.stream().filter(heap -> holds(view, heap)).mapToLong(Heap::many).sum();
  }

  public Facets facets(Tasks.View view) {
    var processes = new TreeMap<String, Long>();
    var activities = new TreeSet<String>();
    var holders = new LinkedHashMap<PersonId, Long>();
    long free = 0;
    for (Heap heap : heaps) {
      if (holds(view, heap)) {
        processes.merge(heap.process(), heap.many(), Long::sum);
        activities.add(heap.activity());
        var holder = heap.assignee();
        if (holder == null) {
          free += heap.many();
        } else {
          holders.merge(holder, heap.many(), Long::sum);
        }
      }
    }
    return new Facets(processes, activities, holders, free);
  }

  /** The same as the view's condition in a query; a test holds them together. */
  private boolean holds(Tasks.View view, Heap heap) {
    boolean theirs = !Collections.disjoint(caller.groups(), heap.groups());
    boolean mine = caller.person().equals(heap.assignee());
    boolean visible = theirs || mine && heap.groups().isEmpty();
    return switch (view) {
      case MINE -> mine && visible;
      case GROUPS -> heap.assignee() == null && theirs;
      case OVERDUE -> heap.overdue() && visible;
      case ALL -> visible;
      case TEAM -> !heap.groups().isEmpty() && Tasks.leads(caller, heap.cooperative());
    };
  }
}
