package coop.artel.desk.cases;

import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.law.Decision;
import coop.artel.law.Law;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.Records;
import coop.artel.workflow.Answers;
import coop.artel.workflow.CaseModels;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings together what the modules keep on a case, each source read once. */
@Component
class CaseFiles {
  private final Cases cases;
  private final CaseModels models;
  private final Tasks tasks;
  private final Documents documents;
  private final Records records;
  private final Law law;
  private final ObjectProvider<Answers> answers;

  CaseFiles(
      Cases cases,
      CaseModels models,
      Tasks tasks,
      Documents documents,
      Records records,
      Law law,
      ObjectProvider<Answers> answers) {
    this.answers = answers;
    this.cases = cases;
    this.models = models;
    this.tasks = tasks;
    this.documents = documents;
    this.records = records;
    this.law = law;
  }

  /** For those who were allowed to find the case. */
  CaseFile of(Cases.Case it) {
    var written = documents.of(it.id());
    var series = records.of(it.id());
    var activities = cases.activities(it.id(), series);
    var context =
        new Context(
            tasks.ofCase(it.id()).stream().collect(Collectors.toMap(Task::id, each -> each)),
            written.stream()
                .collect(Collectors.toMap(Document::digest, Function.identity(), (a, b) -> a)),
            series.stream().collect(Collectors.toMap(CaseRecord::number, Function.identity())),
            law.findAll(decisions(activities)),
            it.endedAt() == null ? models.incidents(it.id()) : List.of(),
            answers(it.id()),
            new HashMap<>());
    var steps = new ArrayList<CaseFile.Step>();
    for (var activity : activities) {
      steps.add(context.step(activity));
    }
    context.incidents.stream()
        .filter(incident -> steps.stream().noneMatch(step -> step.open() && at(incident, step)))
        .map(CaseFiles::standstill)
        .forEach(steps::add);
    return new CaseFile(steps, written, series);
  }

  private static Set<UUID> decisions(List<Cases.Activity> activities) {
    return activities.stream()
        .map(Cases.Activity::decision)
        .filter(Objects::nonNull)
        .map(UUID::fromString)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What was said in each task of a case, for those who were allowed to find it. */
  Map<String, List<Answers.Answer>> answers(String caseId) {
    return answers.stream()
        .flatMap(each -> each.of(caseId).stream())
        .collect(Collectors.groupingBy(Answers.Answer::task));
  }

  private record Context(
      Map<String, Task> tasks,
      Map<String, Document> documents,
      Map<Long, CaseRecord> records,
      Map<UUID, Decision> decisions,
      List<CaseModels.Incident> incidents,
      Map<String, List<Answers.Answer>> answers,
      Map<String, Integer> runs) {
    CaseFile.Step step(Cases.Activity activity) {
      var open = activity.state().equals(CaseFile.WAITING);
      var stuck =
          open
              && incidents.stream()
                  .anyMatch(
                      it ->
                          it.instance().equals(activity.instance())
                              && it.activity().equals(activity.activity()));
      var task = activity.task();
      var number = activity.record();
      var decision = activity.decision();
      return new CaseFile.Step(
          activity,
          stuck ? CaseFile.INCIDENT : activity.state(),
          runs.merge(activity.instance() + " " + activity.activity(), 1, Integer::sum),
          open && task != null ? tasks.get(task) : null,
          decision == null ? null : decisions.get(UUID.fromString(decision)),
          activity.documents().stream().map(documents::get).filter(Objects::nonNull).toList(),
          number == null ? null : records.get(number),
          task == null ? List.of() : answers.getOrDefault(task, List.of()));
    }
  }

  private static boolean at(CaseModels.Incident incident, CaseFile.Step step) {
    return incident.instance().equals(step.activity().instance())
        && incident.activity().equals(step.activity().activity());
  }

  /** A step that is run by a job has no history before the job succeeds. */
  private static CaseFile.Step standstill(CaseModels.Incident it) {
    var activity =
        new Cases.Activity(
            it.process(),
            it.instance(),
            it.activity(),
            "",
            CaseFile.INCIDENT,
            it.since(),
            null,
            null,
            null,
            null,
            null,
            it.activity() + ":" + it.instance(),
            null,
            null,
            List.of());
    return new CaseFile.Step(
        activity, CaseFile.INCIDENT, 1, null, null, List.of(), null, List.of());
  }
}
