package coop.artel.desk.tasks;

import coop.artel.access.Caller;
import coop.artel.desk.cases.MemberSearch;
import coop.artel.desk.cases.TaskRows;
import coop.artel.desk.frame.Wording;
import coop.artel.workflow.CaseNumber;
import coop.artel.workflow.Overview;
import coop.artel.workflow.Overview.Facets;
import coop.artel.workflow.TaskFilter;
import coop.artel.workflow.TaskFilter.Words;
import coop.artel.workflow.TaskFinder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands what is typed into the list's search: a case's number, a task's name, a person's, a
 * member's number.
 */
@Component
class TaskSearch {
  private final TaskFinder finder;
  private final MemberSearch whom;

  TaskSearch(TaskFinder finder, MemberSearch whom) {
    this.finder = finder;
    this.whom = whom;
  }

  /** A question with what there is to choose among. */
  record Asked(TaskFilter filter, Overview overview, Facets facets) {}

  Asked understand(Caller caller, TaskQuery query, Wording wording) {
    var overview = finder.overview(caller);
    var facets = overview.facets(query.chosen());
    var filter = query.filter(caller.person(), words(query.q(), caller, facets, wording));
    return new Asked(filter, overview, facets);
  }

  private @Nullable Words words(@Nullable String q, Caller caller, Facets facets, Wording wording) {
    if (q == null) {
      return null;
    }
    var lower = q.toLowerCase(wording.locale());
    var activities =
        facets.activities().stream()
            .filter(id -> TaskRows.title(id, wording).toLowerCase(wording.locale()).contains(lower))
            .collect(Collectors.toUnmodifiableSet());
    return new Words(CaseNumber.parse(q).orElse(null), activities, whom.meant(caller, q));
  }
}
