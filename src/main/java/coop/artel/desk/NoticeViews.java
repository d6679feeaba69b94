package coop.artel.desk;

import coop.artel.notices.Notice;
import coop.artel.notices.Notice.Place;
import coop.artel.workflow.Cases;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what somebody is told, without a name of anybody. */
@Component
class NoticeViews {
  private final Names names;
  private final Cases cases;

  NoticeViews(Names names, Cases cases) {
    this.names = names;
    this.cases = cases;
  }

  /**
   * @param place as {@code Last-Event-ID} and as the mark of what was read
   * @param link to what it is about
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

  NoticeView of(Notice notice, Place read, Wording wording) {
    var activity = notice.activity();
    var caseId = notice.caseId();
    var cooperative = notice.cooperative();
    var known = cooperative == null ? null : names.cooperative(cooperative);
    return new NoticeView(
        notice.place().toString(),
        notice.kind().id(),
        words(notice, activity == null ? "" : activity, wording),
        caseId == null ? null : cases.number(caseId),
        known == null ? null : known.shortName(),
        wording.moment(notice.at(), known == null ? ZoneId.systemDefault() : known.zone()),
        (notice.kind() == Notice.Kind.DEED_APPROVED ? "/deeds/" : "/tasks/") + notice.about(),
        Notice.Place.ORDER.compare(notice.place(), read) > 0);
  }

  private static String words(Notice notice, String activity, Wording wording) {
    return wording.say("notice." + notice.kind().id(), TaskRows.title(activity, wording));
  }
}
