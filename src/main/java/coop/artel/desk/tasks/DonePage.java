package coop.artel.desk.tasks;

import coop.artel.desk.cases.TaskRows;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Pages;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.notary.Receipt;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperative;
import coop.artel.values.CooperativeId;
import coop.artel.workflow.FinishedTasks;
import coop.artel.workflow.FinishedTasks.Finished;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the reader has done, and how far the record of each step has come. */
@Page
class DonePage {
  private static final int LINES = 50;

  private final Visitor visitor;
  private final FinishedTasks finished;
  private final Records records;
  private final Names names;
  private final WordingSource wordings;

  DonePage(
      Visitor visitor,
      FinishedTasks finished,
      Records records,
      Names names,
      WordingSource wordings) {
    this.visitor = visitor;
    this.finished = finished;
    this.records = records;
    this.names = names;
    this.wordings = wordings;
  }

  /**
   * @param doneFor whom the reader stood in for
   * @param number of its record, absent for what was done before receipts were kept
   * @param stage {@code recorded}, {@code sealed}, {@code anchored}
   */
  record Line(
      String title,
      String caseId,
      String caseNumber,
      String subject,
      String cooperative,
      String at,
      @Nullable String doneFor,
      @Nullable Long number,
      @Nullable String digest,
      @Nullable String stage) {}

  @GetMapping("/done")
  String done(@RequestParam(defaultValue = "0") int offset, Model model) {
    var caller = visitor.caller();
    var paging = new Paging(offset, LINES);
    model.addAttribute("lines", lines(finished.by(caller, paging.offset(), LINES)));
    model.addAttribute("pages", Pages.of("/done", "", offset, LINES, finished.count(caller)));
    return "tasks/done";
  }

  private List<Line> lines(List<Finished> found) {
    var wording = wordings.current();
    var subjects = names.persons(found.stream().map(Finished::subject).toList(), wording);
    var cooperatives = new HashMap<CooperativeId, Cooperative>();
    var stages = stages(records, found);
    return found.stream()
        .map(
            it -> {
              var cooperative = cooperatives.computeIfAbsent(it.cooperative(), names::cooperative);
              return new Line(
                  TaskRows.title(it.activity(), wording),
                  it.caseId(),
                  it.caseNumber(),
                  subjects.getOrDefault(it.subject(), ""),
                  cooperative.shortName(),
                  wording.moment(it.at(), cooperative.zone()),
                  names.personOrNull(it.doneFor(), wording),
                  it.number(),
                  wording.digest(it.digest()),
                  stages.get(it.task()));
            })
        .toList();
  }

  /** How far each record has come, by the task's id. */
  static Map<String, String> stages(Records records, Collection<Finished> found) {
    var seals = records.seals(found.stream().flatMap(it -> receipt(it).stream()).toList());
    return found.stream()
        .filter(it -> receipt(it).map(seals::containsKey).orElse(false))
        .collect(
            Collectors.toMap(
                Finished::task,
                it ->
                    receipt(it)
                        .map(seals::get)
                        .map(seal -> seal.stage().name().toLowerCase(Locale.ROOT))
                        .orElse("")));
  }

  private static Optional<Receipt> receipt(Finished it) {
    var number = it.number();
    var digest = it.digest();
    return number == null || digest == null
        ? Optional.empty()
        : Optional.of(new Receipt(it.caseId(), number, digest));
  }
}
