package coop.artel.desk.notices;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.Zones;
import coop.artel.notices.Notice;
import coop.artel.notices.Notice.Place;
import coop.artel.notices.NoticeBoard;
import coop.artel.workflow.Cases;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what somebody is told, without a name of anybody. */
@Component
class NoticeViews {
  private final NoticeBoard board;
  private final Names names;
  private final Cases cases;
  private final Zones zones;

  NoticeViews(NoticeBoard board, Names names, Cases cases, Zones zones) {
    this.board = board;
    this.names = names;
    this.cases = cases;
    this.zones = zones;
  }

  /**
   * @param place as {@code Last-Event-ID} and as the mark of what was read
   * @param link to what it is about
   * @param unread and still of use: not of a task that somebody has done
   */
  record NoticeView(
      String place,
      String kind,
      String words,
      @Nullable String caseNumber,
      @Nullable String cooperative,
      String at,
      String link,
      boolean unread) {}

  NoticeView of(Notice notice, Place read, Caller reader, Wording wording) {
    return of(List.of(notice), read, reader, wording).get(0);
  }

  /** Many, with the numbers of their cases read at once. */
  List<NoticeView> of(List<Notice> notices, Place read, Caller reader, Wording wording) {
    var current = board.current(reader, notices);
    var zone = zones.of(reader);
    var numbers =
        cases.numbers(notices.stream().map(Notice::caseId).filter(Objects::nonNull).toList());
    return notices.stream()
        .map(
            it -> {
              boolean unread =
                  Place.ORDER.compare(it.place(), read) > 0 && current.contains(it.place());
              return view(it, numbers, unread, zone, wording);
            })
        .toList();
  }

  private NoticeView view(
      Notice notice, Map<String, String> numbers, boolean unread, ZoneId zone, Wording wording) {
    var caseId = notice.caseId();
    var cooperative = notice.cooperative();
    var known = cooperative == null ? null : names.cooperative(cooperative);
    return new NoticeView(
        notice.place().toString(),
        notice.kind().id(),
        words(notice, wording),
        caseId == null ? null : numbers.get(caseId),
        known == null ? null : known.shortName(),
        wording.moment(notice.at(), known == null ? zone : known.zone()),
        notice.path(),
        unread);
  }

  private static String words(Notice notice, Wording wording) {
    var activity = notice.activity();
    return wording.say(
        "notice." + notice.kind().id(),
        wording.sayOr(notice.subject(), activity == null ? "" : activity));
  }
}
