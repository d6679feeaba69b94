package coop.artel.desk.rules;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Endpoint
@RequestMapping("/api/rules/{country}/difference")
@Tag(name = "Rules", description = "What the law is asked, by which sentences it answers")
class DifferenceEndpoint {
  private final Callers callers;
  private final Comparisons comparisons;
  private final WordingSource wordings;

  DifferenceEndpoint(Callers callers, Comparisons comparisons, WordingSource wordings) {
    this.callers = callers;
    this.comparisons = comparisons;
    this.wordings = wordings;
  }

  @GetMapping
  @Operation(
      summary =
          "How two publications differ by sentence and by value, the last two if none is named; or"
              + " what a draft changes")
  Comparisons.Told difference(
      @PathVariable String country,
      @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to,
      @RequestParam(required = false) @Nullable UUID draft) {
    return comparisons.of(callers.current(), country, from, to, draft, wordings.current());
  }
}
