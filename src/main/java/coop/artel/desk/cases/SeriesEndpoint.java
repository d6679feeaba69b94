package coop.artel.desk.cases;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Endpoint
@RequestMapping("/api/series")
@Tag(name = "Series", description = "What is in the log and in no case")
class SeriesEndpoint {
  private final Callers callers;
  private final SeriesViews views;
  private final WordingSource wordings;

  SeriesEndpoint(Callers callers, SeriesViews views, WordingSource wordings) {
    this.callers = callers;
    this.views = views;
    this.wordings = wordings;
  }

  @GetMapping
  @Operation(summary = "The series that the caller may take along: models, norms, charters")
  List<SeriesViews.SeriesView> all() {
    return views.all(callers.current(), wordings.current());
  }

  @GetMapping(path = "/{id}/export", produces = "application/zip")
  @Operation(summary = "A series as one ZIP that a stranger can check offline, like a case")
  ResponseEntity<byte[]> export(@PathVariable String id) throws IOException {
    return views.export(callers.current(), id, wordings.current());
  }
}
