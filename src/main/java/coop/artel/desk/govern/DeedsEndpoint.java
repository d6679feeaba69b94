package coop.artel.desk.govern;

import coop.artel.access.Callers;
import coop.artel.access.Deeds;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

@Endpoint
@RequestMapping("/api/deeds")
@Tag(name = "Deeds", description = "What two persons do: one proposes, another approves")
class DeedsEndpoint {
  private final Callers callers;
  private final Deeds deeds;
  private final DeedViews views;
  private final WordingSource wordings;

  DeedsEndpoint(Callers callers, Deeds deeds, DeedViews views, WordingSource wordings) {
    this.callers = callers;
    this.deeds = deeds;
    this.views = views;
    this.wordings = wordings;
  }

  /** Why something is rejected or taken back. */
  record ReasonRequest(@Nullable String reason) {}

  @GetMapping
  @Operation(
      summary = "What waits for the caller as the second person, and what the caller proposed")
  List<DeedView> open() {
    return views.open(callers.current(), wordings.current());
  }

  @GetMapping("/{id}")
  @Operation(summary = "One proposal with exactly what is approved")
  DeedView one(@PathVariable UUID id) {
    return views.one(callers.current(), id, wordings.current());
  }

  @PostMapping("/{id}/approve")
  @Operation(
      summary = "Approve it, as another person than who proposed it; then it is done at once")
  DeedView approve(@PathVariable UUID id) {
    var caller = callers.current();
    return views.view(deeds.approve(id, caller), caller, wordings.current());
  }

  @PostMapping("/{id}/reject")
  @Operation(summary = "Reject it, or take back what one has proposed")
  DeedView reject(@PathVariable UUID id, @RequestBody ReasonRequest body) {
    var reason = body.reason();
    if (reason == null) {
      throw new BadParameter("reason");
    }
    var caller = callers.current();
    return views.view(deeds.reject(id, caller, reason), caller, wordings.current());
  }
}
