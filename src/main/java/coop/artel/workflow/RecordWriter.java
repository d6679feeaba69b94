package coop.artel.workflow;

import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/** Makes records of the engine's events: one call to the notary a case and transaction. */
final class RecordWriter {
  /** Branching leaves no trace of its own; what lies before and after it tells. */
  private static final Set<String> STEPS =
      Set.of(
          ActivityTypes.TASK_USER_TASK,
          ActivityTypes.TASK_SERVICE,
          ActivityTypes.TASK_BUSINESS_RULE,
          ActivityTypes.TASK_RECEIVE_TASK,
          ActivityTypes.TASK_SEND_TASK,
          ActivityTypes.CALL_ACTIVITY,
          ActivityTypes.BOUNDARY_TIMER,
          ActivityTypes.BOUNDARY_ERROR,
          ActivityTypes.BOUNDARY_MESSAGE,
          ActivityTypes.START_EVENT_MESSAGE,
          ActivityTypes.START_EVENT_TIMER,
          ActivityTypes.INTERMEDIATE_EVENT_TIMER,
          ActivityTypes.INTERMEDIATE_EVENT_MESSAGE);

  private final Records records;
  private final ModelDigests models;

  RecordWriter(Records records, ModelDigests models) {
    this.records = records;
    this.models = models;
  }

  void write(Recording recording) {
    var byCase = new LinkedHashMap<String, List<HistoryEvent>>();
    for (HistoryEvent event : recording.events()) {
      byCase.computeIfAbsent(event.getRootProcessInstanceId(), id -> new ArrayList<>()).add(event);
    }
    byCase.forEach((caseId, events) -> new OneCase(recording, caseId, events).write());
  }

  /** The events of one case in this transaction. */
  private final class OneCase {
    private final Recording recording;
    private final String caseId;
    private final List<HistoryEvent> events;
    private final Map<String, Map<String, Object>> variables = new HashMap<>();
    private final Map<String, HistoricTaskInstanceEventEntity> tasks = new HashMap<>();
    private final List<Happening> happenings = new ArrayList<>();

    /** The engine tells the end of a delegate's activity twice; its own tables do not mind. */
    private final Set<String> told = new HashSet<>();

    private final Map<Integer, String> taskOfRecord = new HashMap<>();

    OneCase(Recording recording, String caseId, List<HistoryEvent> events) {
      this.recording = recording;
      this.caseId = caseId;
      this.events = events;
    }

    void write() {
      for (HistoryEvent event : events) {
        collect(event);
      }
      for (HistoryEvent event : events) {
        tell(event);
      }
      happenings.addAll(recording.happenings(caseId));
      variables.forEach((place, values) -> happenings.add(changed(place, values)));
      if (happenings.isEmpty()) {
        return;
      }
      var receipts = records.append(caseId, happenings);
      taskOfRecord.forEach((at, task) -> recording.received(task, receipts.get(at)));
    }

    private void collect(HistoryEvent event) {
      if (event instanceof HistoricVariableUpdateEventEntity variable) {
        @Nullable String place = variable.getActivityInstanceId();
        variables
            .computeIfAbsent(
                place == null ? variable.getProcessInstanceId() : place,
                id -> new LinkedHashMap<>())
            .put(variable.getVariableName(), valueOf(variable));
      } else if (event instanceof HistoricTaskInstanceEventEntity task
          && task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)) {
        tasks.put(task.getActivityInstanceId(), task);
      }
    }

    private void tell(HistoryEvent event) {
      if (event instanceof HistoricProcessInstanceEventEntity process) {
        if (process.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
          if (!process.getProcessInstanceId().equals(caseId)) {
            happenings.add(about(RecordKind.STARTED, process));
          }
        } else if (process.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)
            && process.getProcessInstanceId().equals(caseId)) {
          happenings.add(ended(process));
        }
      } else if (event instanceof HistoricActivityInstanceEventEntity activity
          && activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)
          && STEPS.contains(activity.getActivityType())
          && told.add(activity.getActivityInstanceId())) {
        happenings.add(activity.isCanceled() ? cancelled(activity) : completed(activity));
      }
    }

    private Happening ended(HistoricProcessInstanceEventEntity process) {
      return about(RecordKind.ENDED, process).with("end", recording.endOf(process));
    }

    private Happening completed(HistoricActivityInstanceEventEntity activity) {
      var happening = step(RecordKind.COMPLETED, activity);
      @Nullable HistoricTaskInstanceEventEntity task = tasks.get(activity.getActivityInstanceId());
      if (task != null) {
        happening
            .by(PersonId.of(task.getAssignee()))
            .withPerson("deputyFor", recording.principalOf(task.getTaskId()));
        note(happening, recording.notesOf(task.getTaskId()));
        commit(happening, recording.submission(task.getTaskId()));
        taskOfRecord.put(happenings.size(), task.getTaskId());
      }
      note(happening, recording.notesOf(activity.getActivityInstanceId()));
      commit(happening, variables.remove(activity.getActivityInstanceId()));
      commit(happening, variables.remove(activity.getProcessInstanceId()));
      return happening;
    }

    /**
     * What was set outside any step that ended here: handed to a called process, or told with a
     * message.
     */
    private Happening changed(String place, Map<String, Object> values) {
      var happening = Happening.of(RecordKind.VARIABLE_CHANGED).with("place", place);
      commit(happening, values);
      return happening;
    }

    private Happening cancelled(HistoricActivityInstanceEventEntity activity) {
      return step(RecordKind.CANCELLED, activity).with("cause", causeOf(activity));
    }

    /** The event that took the activity's place in this same transaction. */
    private String causeOf(HistoricActivityInstanceEventEntity cancelled) {
      return interruptionIn(cancelled.getProcessInstanceId())
          .or(() -> interruptionIn(caseId))
          .orElse("process-cancelled");
    }

    private Optional<String> interruptionIn(String instance) {
      return events.stream()
          .filter(HistoricActivityInstanceEventEntity.class::isInstance)
          .map(HistoricActivityInstanceEventEntity.class::cast)
          .filter(other -> other.getProcessInstanceId().equals(instance))
          .filter(other -> !other.isCanceled() && isInterruption(other.getActivityType()))
          .map(HistoricActivityInstanceEventEntity::getActivityId)
          .findFirst();
    }

    private Happening step(RecordKind kind, HistoricActivityInstanceEventEntity activity) {
      return about(kind, activity)
          .with("activity", activity.getActivityId())
          .with("type", activity.getActivityType());
    }
  }

  /** The first record of a case, before any other that its first steps write themselves. */
  void began(HistoricProcessInstanceEventEntity process) {
    records.append(process.getProcessInstanceId(), List.of(about(RecordKind.STARTED, process)));
  }

  private Happening about(RecordKind kind, HistoryEvent event) {
    return Happening.of(kind)
        .with("process", event.getProcessDefinitionKey())
        .with("instance", event.getProcessInstanceId())
        .with("model", models.of(event.getProcessDefinitionId()));
  }

  private static boolean isInterruption(String type) {
    return type.startsWith("boundary")
        || (type.endsWith("StartEvent") && !type.equals("startEvent"));
  }

  private static void note(Happening happening, Map<String, Object> members) {
    members.forEach(happening::with);
  }

  private static void commit(Happening happening, @Nullable Map<String, Object> values) {
    if (values != null) {
      values.forEach(happening::committing);
    }
  }

  private static Object valueOf(HistoricVariableUpdateEventEntity variable) {
    if ("boolean".equals(variable.getSerializerName())) {
      @Nullable Long number = variable.getLongValue();
      return number != null && number == 1;
    }
    @Nullable String text = variable.getTextValue();
    return text == null ? "" : text;
  }
}
