package coop.artel.desk.cases;

import coop.artel.desk.frame.PersonJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as a picture: the models that it runs by and how far each step has come.
 *
 * @param processes the case's own first, then what it called
 * @param models BPMN files as deployed, by the id under which a process names its own
 */
record CaseDiagram(String id, boolean open, List<Process> processes, Map<String, String> models) {
  /**
   * @param instance of this run of the process
   * @param parent the instance that called it, absent in the case's own
   * @param passed gateways that the way led through
   */
  record Process(
      String instance,
      String process,
      String title,
      String model,
      @Nullable String parent,
      List<String> passed,
      List<Step> steps) {}

  /**
   * @param state {@code done}, {@code waiting}, {@code cancelled}, {@code incident}
   * @param run which run of the activity it is, from 1
   * @param person who did it, or holds it while it waits
   * @param offices whose holders may take it while it waits
   * @param opens the instance of the process that it called
   */
  record Step(
      String id,
      String activity,
      String title,
      String kind,
      String state,
      String stateInWords,
      int run,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable PersonJson person,
      List<String> offices,
      @Nullable LocalDate due,
      @Nullable DecisionJson decision,
      List<PaperJson> documents,
      @Nullable SealedJson record,
      @Nullable String opens) {}

  record DecisionJson(String id, String question, String outcome) {}

  record PaperJson(String id, String title, long number) {}

  /**
   * @param stage {@code recorded}, {@code sealed}, {@code anchored}
   */
  record SealedJson(long number, String digest, String stage) {}
}
