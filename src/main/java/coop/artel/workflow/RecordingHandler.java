package coop.artel.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * Keeps the engine's history events for the record that is written before the commit. The beginning
 * of a case is noted at once: the steps that follow in the same transaction write of it.
 */
final class RecordingHandler implements HistoryEventHandler {
  private final RecordWriter writer;
  private final CaseListing cases;

  RecordingHandler(RecordWriter writer, CaseListing cases) {
    this.writer = writer;
    this.cases = cases;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event.getRootProcessInstanceId() != null) {
      var recording = Recording.current();
      recording.add(event, this::write);
      if (event instanceof HistoricProcessInstanceEventEntity process && isCase(event)) {
        follow(process, recording);
      }
    }
  }

  private void write(Recording recording) {
    writer.write(recording);
    cases.finished(recording);
  }

  /** An event's type is only a word like "start", which other kinds of event use too. */
  private void follow(HistoricProcessInstanceEventEntity process, Recording recording) {
    if (process.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
      cases.began(
          process.getProcessInstanceId(),
          process.getProcessDefinitionKey(),
          recording.takeBeginning());
      writer.began(process);
    } else if (process.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
      cases.ended(process.getProcessInstanceId(), recording.endOf(process));
    }
  }

  private static boolean isCase(HistoryEvent event) {
    return event.getProcessInstanceId().equals(event.getRootProcessInstanceId());
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }
}
