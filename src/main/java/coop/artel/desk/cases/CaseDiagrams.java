package coop.artel.desk.cases;

import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.PersonJson;
import coop.artel.desk.frame.Wording;
import coop.artel.documents.Document;
import coop.artel.law.Decision;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.Records;
import coop.artel.workflow.CaseModels;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Tasks;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes pictures of cases. */
@Component
class CaseDiagrams {
  private final CaseFiles files;
  private final CaseModels models;
  private final Tasks tasks;
  private final Records records;
  private final Names names;

  CaseDiagrams(CaseFiles files, CaseModels models, Tasks tasks, Records records, Names names) {
    this.files = files;
    this.models = models;
    this.tasks = tasks;
    this.records = records;
    this.names = names;
  }

  /** For those who were allowed to see all of the case. */
  CaseDiagram of(Cases.Case it, Wording wording) {
    var steps = files.of(it).steps();
    var passed = models.passed(it.id());
    var xml = new TreeMap<String, String>();
    var processes =
        models.instances(it.id()).stream()
            .map(
                instance -> {
                  xml.computeIfAbsent(instance.model(), models::xml);
                  return process(
                      instance, passed.getOrDefault(instance.id(), List.of()), steps, wording);
                })
            .toList();
    return new CaseDiagram(it.id(), it.endedAt() == null, processes, xml);
  }

  /** Another one when a step was done or somebody took a task; so it need not be drawn to know. */
  String version(Cases.Case it) {
    var holders = new StringBuilder();
    tasks.ofCase(it.id()).forEach(task -> holders.append(task.id()).append(task.assignee()));
    return "W/\"%d-%08x\"".formatted(records.count(it.id()), holders.toString().hashCode());
  }

  private CaseDiagram.Process process(
      CaseModels.Instance it, List<String> passed, List<CaseFile.Step> steps, Wording wording) {
    return new CaseDiagram.Process(
        it.id(),
        it.process(),
        CaseViews.process(it.process(), wording),
        it.model(),
        it.parent(),
        passed,
        steps.stream()
            .filter(step -> step.activity().instance().equals(it.id()))
            .map(step -> step(step, wording))
            .toList());
  }

  private CaseDiagram.Step step(CaseFile.Step it, Wording wording) {
    var activity = it.activity();
    var task = it.task();
    var actor = activity.actor();
    return new CaseDiagram.Step(
        activity.id(),
        activity.activity(),
        TaskRows.title(activity.activity(), wording),
        activity.kind(),
        it.state(),
        wording.say("step." + it.state()),
        it.run(),
        activity.startedAt(),
        activity.endedAt(),
        actor == null
            ? null
            : new PersonJson(actor.toString(), names.acting(actor, activity.doneFor(), wording)),
        CaseViews.offices(task, wording),
        task == null ? null : task.due(),
        decision(it.decision(), wording),
        it.documents().stream().map(each -> paper(each, wording)).toList(),
        sealed(it.record()),
        activity.called());
  }

  private CaseDiagram.@Nullable DecisionJson decision(@Nullable Decision it, Wording wording) {
    return it == null
        ? null
        : new CaseDiagram.DecisionJson(
            it.id().toString(), DecisionViews.question(it, wording), it.outcome().id());
  }

  private static CaseDiagram.PaperJson paper(Document it, Wording wording) {
    return new CaseDiagram.PaperJson(it.id().toString(), CaseViews.title(it, wording), it.number());
  }

  private static CaseDiagram.@Nullable SealedJson sealed(@Nullable CaseRecord it) {
    return it == null
        ? null
        : new CaseDiagram.SealedJson(
            it.number(), it.digest(), it.seal().stage().name().toLowerCase(Locale.ROOT));
  }
}
