package coop.artel.desk.notices;

import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Paging;
import coop.artel.notices.Notice;
import coop.artel.notices.NoticeBoard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/notices")
@Tag(name = "Notices", description = "What the caller is told of")
class NoticesEndpoint {
  private final NoticeBoard notices;
  private final Callers callers;

  NoticesEndpoint(NoticeBoard notices, Callers callers) {
    this.notices = notices;
    this.callers = callers;
  }

  /**
   * @param place what to say when all up to here was read
   * @param kind {@code task-new}, {@code task-given}, {@code task-soon}, {@code task-overdue},
   *     {@code question-open}, {@code question-waits}, {@code deed-waiting}, {@code deed-approved},
   *     {@code deed-rejected}, {@code deed-superseded}, {@code deputy-named}, {@code deputy-ended},
   *     {@code step-failed}, {@code article-changed}, {@code draft-remarked}
   * @param unread and still of use: not of a task that somebody has done
   */
  record NoticeJson(
      String place,
      String kind,
      String about,
      @Nullable String caseId,
      @Nullable String activity,
      Instant at,
      boolean unread) {}

  /**
   * @param unread at most 100
   */
  record NoticesJson(int unread, List<NoticeJson> notices) {}

  record ReadRequest(@Nullable String upTo) {}

  @GetMapping
  @Operation(summary = "The caller's notices, newest first; at most 100 at a time")
  NoticesJson list(
      @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
    var caller = callers.current();
    var paging = new Paging(offset, limit);
    var read = notices.read(caller);
    var told = notices.list(caller, paging.offset(), paging.limit());
    var current = notices.current(caller, told);
    return new NoticesJson(
        notices.unread(caller),
        told.stream()
            .map(
                it ->
                    new NoticeJson(
                        it.place().toString(),
                        it.kind().id(),
                        it.about(),
                        it.caseId(),
                        it.activity(),
                        it.at(),
                        Notice.Place.ORDER.compare(it.place(), read) > 0
                            && current.contains(it.place())))
            .toList());
  }

  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Mark all notices up to a place as read")
  void read(@RequestBody ReadRequest body) {
    if (body.upTo() == null) {
      throw new BadParameter("upTo");
    }
    notices.markRead(callers.current(), NoticesPage.place(body.upTo()));
  }
}
