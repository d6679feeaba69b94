package coop.artel.desk.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.desk.frame.Wording;
import coop.artel.notices.Notice;
import coop.artel.notices.Notice.Place;
import coop.artel.notices.NoticeBoard;
import coop.artel.notices.NoticeWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages what is new: one stream a visible tab. Each notice is weighed by what its reader
 * may see at that moment; a stream ends after a while, so that whoever signed out is told no more.
 */
@Component
class NoticeStream implements SmartLifecycle {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final NoticeWatch watch;
  private final NoticeBoard notices;
  private final Callers callers;
  private final NoticeViews views;
  private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  NoticeStream(NoticeWatch watch, NoticeBoard notices, Callers callers, NoticeViews views) {
    this.watch = watch;
    this.notices = notices;
    this.callers = callers;
    this.views = views;
  }

  /**
   * What a page needs to show that something is new.
   *
   * @param unread how many there are now
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(int unread, @Nullable String words, @Nullable String link) {}

  SseEmitter open(Caller caller, @Nullable Place after, Wording wording) {
    var beginning = new Told(notices.unread(caller), null, null);
    var emitter = new SseEmitter(LONGEST.toMillis());
    open.add(emitter);
    var listener = watch.listen(after, notice -> tell(emitter, notice, caller, wording));
    Runnable end =
        () -> {
          watch.leave(listener);
          open.remove(emitter);
        };
    emitter.onCompletion(end);
    emitter.onTimeout(
        () -> {
          end.run();
          emitter.complete();
        });
    emitter.onError(e -> end.run());
    send(emitter, null, beginning);
    return emitter;
  }

  private boolean tell(SseEmitter emitter, Notice notice, Caller reader, Wording wording) {
    var now = callers.of(reader.person());
    if (!NoticeBoard.concerns(notice, now)) {
      return true;
    }
    var view = views.of(notice, Place.FIRST, now, wording);
    return send(emitter, view.place(), new Told(notices.unread(now), view.words(), view.link()));
  }

  /**
   * False where nobody is there any more. The server ends such a request by itself and may have
   * given its objects to another one already: nothing is done with it here.
   */
  private boolean send(SseEmitter emitter, @Nullable String id, Told told) {
    var event = SseEmitter.event().name("notice").data(told, MediaType.APPLICATION_JSON);
    try {
      emitter.send(id == null ? event : event.id(id));
      return true;
    } catch (IOException | IllegalStateException gone) {
      open.remove(emitter);
      return false;
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Before the server waits for open requests, of which a stream would be one. */
  @Override
  public void stop() {
    running = false;
    open.forEach(SseEmitter::complete);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
