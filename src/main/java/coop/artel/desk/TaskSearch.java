package coop.artel.desk;

import coop.artel.access.Caller;
import coop.artel.people.NameIndex;
import coop.artel.workflow.CaseNumber;
import coop.artel.workflow.TaskFilter;
import coop.artel.workflow.TaskFilter.Words;
import coop.artel.workflow.TaskFinder;
import coop.artel.workflow.TaskFinder.Facets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what is typed into the list's search: a case's number, a task's name, a person's. */
@Component
class TaskSearch {
  private final TaskFinder finder;
  private final NameIndex index;

  TaskSearch(TaskFinder finder, NameIndex index) {
    this.finder = finder;
    this.index = index;
  }

  /** A question with what there is to choose among. */
  record Asked(TaskFilter filter, Facets facets) {}

  Asked understand(Caller caller, TaskQuery query, Wording wording) {
    var facets = finder.facets(caller, query.chosen());
    return new Asked(query.filter(caller.person(), words(query.q(), facets, wording)), facets);
  }

  private @Nullable Words words(@Nullable String q, Facets facets, Wording wording) {
    if (q == null) {
      return null;
    }
    var lower = q.toLowerCase(wording.locale());
    var activities =
        facets.activities().stream()
            .filter(id -> TaskRows.title(id, wording).toLowerCase(wording.locale()).contains(lower))
            .collect(Collectors.toUnmodifiableSet());
    return new Words(CaseNumber.parse(q).orElse(null), activities, index.find(q));
  }
}
