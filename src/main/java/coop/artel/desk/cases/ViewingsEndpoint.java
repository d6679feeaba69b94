package coop.artel.desk.cases;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.WordingSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Endpoint
@Tag(name = "Viewings", description = "Who looked at what")
class ViewingsEndpoint {
  private final Callers callers;
  private final ViewingViews views;
  private final WordingSource wordings;

  ViewingsEndpoint(Callers callers, ViewingViews views, WordingSource wordings) {
    this.callers = callers;
    this.views = views;
    this.wordings = wordings;
  }

  @GetMapping("/api/viewings")
  @Operation(
      summary =
          "Who looked at what, newest first, for auditors and chairs; the header X-Total-Count says"
              + " how many looks there are")
  ResponseEntity<List<ViewingViews.Row>> list(
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "50") int limit,
      @ParameterObject ViewingQuery query) {
    var paging = new Paging(offset, limit);
    var caller = callers.current();
    var found = views.list(caller, query, paging.offset(), paging.limit(), wordings.current());
    return ResponseEntity.ok()
        .header("X-Total-Count", Long.toString(views.count(caller, query)))
        .body(found);
  }
}
