package coop.artel.desk.notices;

import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.notices.NoticeBoard;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says on every page how much its reader has not read. */
@ControllerAdvice(annotations = Page.class)
class NoticeBell {
  private final Visitor visitor;
  private final NoticeBoard notices;

  NoticeBell(Visitor visitor, NoticeBoard notices) {
    this.visitor = visitor;
    this.notices = notices;
  }

  @ModelAttribute("unread")
  @Nullable Integer unread() {
    return visitor.signedIn().map(notices::unread).orElse(null);
  }
}
