package coop.artel.desk.notices;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.notices.Notice.Place;
import coop.artel.notices.NoticeBoard;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the reader was told, and the stream that tells it while a page is open. */
@Page
class NoticesPage {
  private static final int LINES = 50;

  private final Visitor visitor;
  private final NoticeBoard notices;
  private final NoticeViews views;
  private final NoticeStream stream;
  private final WordingSource wordings;

  NoticesPage(
      Visitor visitor,
      NoticeBoard notices,
      NoticeViews views,
      NoticeStream stream,
      WordingSource wordings) {
    this.visitor = visitor;
    this.notices = notices;
    this.views = views;
    this.stream = stream;
    this.wordings = wordings;
  }

  @GetMapping("/notices")
  String list(@RequestParam(defaultValue = "0") int offset, Model model) {
    var caller = visitor.caller();
    var wording = wordings.current();
    var paging = new Paging(offset, LINES);
    var read = notices.read(caller);
    var found = notices.list(caller, paging.offset(), LINES + 1);
    var rows = views.of(found.stream().limit(LINES).toList(), read, caller, wording);
    model.addAttribute("rows", rows);
    model.addAttribute("newest", offset == 0 && !rows.isEmpty() ? rows.get(0).place() : null);
    model.addAttribute("earlier", offset == 0 ? null : Math.max(0, offset - LINES));
    model.addAttribute("later", found.size() > LINES ? offset + LINES : null);
    return "notices/list";
  }

  @PostMapping("/notices/read")
  String read(@RequestParam String upTo) {
    notices.markRead(visitor.caller(), place(upTo));
    return "redirect:/notices";
  }

  @GetMapping(path = "/notices/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
    return stream.open(visitor.caller(), last == null ? null : place(last), wordings.current());
  }

  static Place place(String text) {
    try {
      return Place.of(text);
    } catch (IllegalArgumentException e) {
      throw new BadParameter("upTo");
    }
  }
}
