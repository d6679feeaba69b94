package coop.artel.desk.frame;

import coop.artel.desk.frame.LogViews.LogJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;

@Endpoint
@Tag(name = "Installation", description = "Who one is, the legal clock, the state of the log")
class LogEndpoint {
  private final LogViews views;

  LogEndpoint(LogViews views) {
    this.views = views;
  }

  @GetMapping("/api/log")
  @Operation(
      summary = "How far the log has come, what waits since when, who witnesses it; for anybody")
  LogJson state() {
    return views.json();
  }
}
