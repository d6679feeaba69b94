package coop.artel.workflow;

import coop.artel.notary.Happening;
import coop.artel.notary.Receipt;
import coop.artel.values.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What happened in the transaction that runs: the engine's events and the steps' notes, written as
 * records once, just before the commit, and rolled back with everything else.
 */
final class Recording implements TransactionSynchronization {
  private final List<HistoryEvent> events = new ArrayList<>();
  private final Map<String, Map<String, Object>> notes = new HashMap<>();
  private final Map<String, Map<String, Object>> submissions = new HashMap<>();
  private final Map<String, PersonId> principals = new HashMap<>();
  private final Map<String, List<Happening>> happenings = new HashMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();
  private final List<Finished> finished = new ArrayList<>();
  private @Nullable Consumer<Recording> writer;
  private CaseListing.@Nullable Beginning beginning;

  private Recording() {}

  /** The recording of this transaction; there must be one. */
  static Recording current() {
    for (TransactionSynchronization synchronization :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (synchronization instanceof Recording recording) {
        return recording;
      }
    }
    var recording = new Recording();
    TransactionSynchronizationManager.registerSynchronization(recording);
    return recording;
  }

  /** Says whose the next case is that starts in this transaction. */
  void begin(CaseListing.Beginning next) {
    beginning = next;
  }

  CaseListing.Beginning takeBeginning() {
    var taken = beginning;
    beginning = null;
    if (taken == null) {
      throw new IllegalStateException("A case starts through Processes, which knows whose it is");
    }
    return taken;
  }

  void add(HistoryEvent event, Consumer<Recording> writesWith) {
    writer = writesWith;
    events.add(event);
  }

  /**
   * @param place the activity's instance; for a user task the task's id
   */
  Map<String, Object> notesOf(String place) {
    return notes.computeIfAbsent(place, name -> new LinkedHashMap<>());
  }

  /**
   * The values of a form, to be committed to in the task's record.
   *
   * @param inPlaceOf whom the one who sent it stands in for
   */
  void submitted(String taskId, @Nullable PersonId inPlaceOf, Map<String, Object> values) {
    submissions.put(taskId, values);
    if (inPlaceOf != null) {
      principals.put(taskId, inPlaceOf);
    }
  }

  /** Whom the one who completes a task stands in for. */
  @Nullable PersonId principalOf(String taskId) {
    return principals.get(taskId);
  }

  Map<String, Object> submission(String taskId) {
    return submissions.getOrDefault(taskId, Map.of());
  }

  /** What gets a record of its own beside those of the engine's events. */
  void happened(String caseId, Happening happening) {
    happenings.computeIfAbsent(caseId, id -> new ArrayList<>()).add(happening);
  }

  List<Happening> happenings(String caseId) {
    return happenings.getOrDefault(caseId, List.of());
  }

  List<HistoryEvent> events() {
    return events;
  }

  /**
   * The end event that was reached, an event subprocess's own where the engine names only that; or
   * that none was.
   */
  String endOf(HistoricProcessInstanceEventEntity process) {
    @Nullable String end = null;
    for (HistoryEvent event : events) {
      if (event instanceof HistoricActivityInstanceEventEntity activity
          && activity.getProcessInstanceId().equals(process.getProcessInstanceId())
          && activity.getActivityType().endsWith("EndEvent")) {
        end = activity.getActivityId();
      }
    }
    if (end == null) {
      end = process.getEndActivityId();
    }
    return end == null ? "cancelled" : end;
  }

  /** A task that was completed in this transaction. */
  record Finished(
      String id, String caseId, String activity, UUID cooperative, @Nullable UUID person) {}

  void finished(Finished task) {
    finished.add(task);
  }

  List<Finished> finished() {
    return finished;
  }

  void received(String taskId, Receipt receipt) {
    receipts.put(taskId, receipt);
  }

  /** The receipt of a task completed in this transaction, once that is committed. */
  Optional<Receipt> receipt(String taskId) {
    return Optional.ofNullable(receipts.get(taskId));
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    if (writer != null) {
      writer.accept(this);
    }
  }
}
