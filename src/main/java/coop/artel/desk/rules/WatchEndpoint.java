package coop.artel.desk.rules;

import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.LawWatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/rules/{country}/watch")
@Tag(name = "Law watch", description = "What has changed in the law and what rests on it")
class WatchEndpoint {
  private final Callers callers;
  private final LawWatch watch;
  private final WatchViews views;
  private final WordingSource wordings;

  WatchEndpoint(Callers callers, LawWatch watch, WatchViews views, WordingSource wordings) {
    this.callers = callers;
    this.watch = watch;
    this.views = views;
    this.wordings = wordings;
  }

  /**
   * @param place an article as cited, or the id of an act as a whole
   * @param since the first day of what the law says now
   * @param source an address where it can be read
   */
  record ChangeRequest(
      @Nullable String place,
      @Nullable String since,
      @Nullable String note,
      @Nullable String source) {}

  /**
   * @param place as in {@link ChangeRequest}
   * @param day on which it was compared with the official text
   */
  record CheckRequest(@Nullable String place, @Nullable String day, @Nullable String note) {}

  record SettlementRequest(@Nullable String note) {}

  record Marked(UUID id) {}

  @GetMapping
  @Operation(
      summary =
          "Changes that are not settled with all that cites them, and acts, those longest unchecked"
              + " first")
  WatchViews.Watch all(@PathVariable String country) {
    var caller = callers.current();
    NormViews.demandStaff(caller);
    return views.of(country, caller, wordings.current());
  }

  @PostMapping("/changes")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Mark an article as changed; for lawyers")
  Marked mark(@PathVariable String country, @RequestBody ChangeRequest body) {
    var caller = callers.current();
    LawWatch.demandLawyer(caller);
    var mark =
        new LawWatch.Mark(
            text(body.place()), day("since", body.since()), text(body.note()), text(body.source()));
    return new Marked(watch.mark(caller, country, mark).id());
  }

  @PostMapping("/changes/{id}/settlement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "What cites the article was looked through; for lawyers")
  void settle(
      @PathVariable String country, @PathVariable UUID id, @RequestBody SettlementRequest body) {
    watch.settle(callers.current(), country, id, text(body.note()));
  }

  @PostMapping("/checks")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "An act or an article was compared with the official text; for lawyers")
  void compare(@PathVariable String country, @RequestBody CheckRequest body) {
    var caller = callers.current();
    LawWatch.demandLawyer(caller);
    watch.compare(
        caller,
        country,
        new LawWatch.Comparison(text(body.place()), day("day", body.day()), text(body.note())));
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private static @Nullable LocalDate day(String parameter, @Nullable String value) {
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new BadParameter(parameter);
    }
  }
}
