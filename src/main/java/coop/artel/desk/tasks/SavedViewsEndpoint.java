package coop.artel.desk.tasks;

import coop.artel.access.Callers;
import coop.artel.desk.cases.CaseQuery;
import coop.artel.desk.frame.Endpoint;
import coop.artel.workflow.SavedViews;
import coop.artel.workflow.SavedViews.Listing;
import coop.artel.workflow.SavedViews.SavedView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/me/views")
@Tag(name = "Saved views", description = "Searches to which the caller has given a name")
class SavedViewsEndpoint {
  private final Callers callers;
  private final SavedViews views;

  SavedViewsEndpoint(Callers callers, SavedViews views) {
    this.callers = callers;
    this.views = views;
  }

  /**
   * @param list {@code tasks} or {@code cases}
   * @param query what is asked of that list, as the end of an address
   */
  record ViewJson(String id, String list, String name, String query) {
    static ViewJson of(SavedView it) {
      return new ViewJson(it.id().toString(), it.listing().id(), it.name(), it.query());
    }
  }

  record NameRequest(@Nullable String name) {
    String given() {
      return name == null ? "" : name;
    }
  }

  @GetMapping
  @Operation(summary = "The caller's saved views, in the order in which they were kept")
  List<ViewJson> all() {
    return views.of(callers.current()).stream().map(ViewJson::of).toList();
  }

  @PostMapping("/tasks")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Keep what these parameters ask of the list of tasks, under a name")
  ViewJson keep(@RequestBody NameRequest body, @ParameterObject TaskQuery query) {
    query.chosen();
    return ViewJson.of(views.keep(callers.current(), Listing.TASKS, body.given(), query.link()));
  }

  @PostMapping("/cases")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Keep what these parameters ask of the list of cases, under a name")
  ViewJson keep(@RequestBody NameRequest body, @ParameterObject CaseQuery query) {
    var link = query.link();
    return ViewJson.of(
        views.keep(
            callers.current(),
            Listing.CASES,
            body.given(),
            link.isEmpty() ? "" : link.substring(1)));
  }

  @PutMapping("/{id}")
  @Operation(summary = "Give a view another name")
  ViewJson rename(@PathVariable UUID id, @RequestBody NameRequest body) {
    return ViewJson.of(views.rename(callers.current(), id, body.given()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Forget a view")
  void remove(@PathVariable UUID id) {
    views.remove(callers.current(), id);
  }
}
