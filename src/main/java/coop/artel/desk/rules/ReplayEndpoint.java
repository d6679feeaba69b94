package coop.artel.desk.rules;

import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.Replay;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/rules")
@Tag(name = "Rules", description = "What the law is asked, by which sentences it answers")
class ReplayEndpoint {
  private final Callers callers;
  private final Replay replay;
  private final ReplayViews views;
  private final WordingSource wordings;

  ReplayEndpoint(Callers callers, Replay replay, ReplayViews views, WordingSource wordings) {
    this.callers = callers;
    this.replay = replay;
    this.views = views;
    this.wordings = wordings;
  }

  /**
   * @param question absent for all of them
   * @param draft of rules, absent for the edition in force
   */
  record ReplayRequest(@Nullable String question, @Nullable UUID draft) {}

  @GetMapping("/{country}/replays")
  @Operation(summary = "The newest replays of a country's past decisions")
  List<ReplayViews.Whole> all(@PathVariable String country) {
    return views.newest(callers.current(), country, wordings.current());
  }

  @PostMapping("/{country}/replays")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Asks the edition in force, or a draft, about past decisions again",
      description = "It goes on by itself; ask again how far it is.")
  ReplayViews.Whole start(@PathVariable String country, @RequestBody ReplayRequest body) {
    var caller = callers.current();
    return views.whole(
        caller, views.start(caller, country, body.draft(), body.question()), wordings.current());
  }

  @GetMapping("/replays/{id}")
  @Operation(summary = "How far a replay is, and how many turned out how")
  ReplayViews.Whole one(@PathVariable UUID id) {
    return views.find(callers.current(), id, wordings.current());
  }

  @GetMapping("/replays/{id}/flips")
  @Operation(
      summary = "The decisions that would turn out otherwise",
      description =
          "By question, the first 20 of each; of one question 100 from the one with the number"
              + " 'from' on.")
  List<ReplayViews.Group> flips(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String question,
      @RequestParam(defaultValue = "0") int from) {
    if (from < 0) {
      throw new BadParameter("from");
    }
    var caller = callers.current();
    return question == null
        ? views.groups(caller, id, wordings.current())
        : views.group(caller, id, question, from, wordings.current());
  }

  @PostMapping("/replays/{id}/cancellation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ends a replay before it is done")
  void cancel(@PathVariable UUID id) {
    replay.cancel(callers.current(), id);
  }
}
