package coop.artel.desk.tasks;

import coop.artel.desk.cases.CaseViews;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.workflow.Overview.Facets;
import coop.artel.workflow.TaskFilter.Due;
import coop.artel.workflow.TaskFilter.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list of tasks can be narrowed to, with what is chosen. */
record TaskChoices(
    List<Choice> processes, List<Choice> dues, List<Choice> holders, List<Choice> sorts) {
  /** One line of a choice. */
  record Choice(String value, String label, boolean chosen) {}

  static TaskChoices of(TaskQuery query, Facets facets, Names names, Wording wording) {
    return new TaskChoices(
        processes(query, facets, wording),
        Arrays.stream(Due.values())
            .map(it -> choice(it.id(), wording.say("tasks.due." + it.id()), query.due()))
            .toList(),
        holders(query, facets, names, wording),
        Arrays.stream(Sort.values())
            .map(it -> choice(it.id(), wording.say("tasks.sort." + it.id()), query.sort()))
            .toList());
  }

  private static List<Choice> processes(TaskQuery query, Facets facets, Wording wording) {
    return facets.processes().entrySet().stream()
        .map(
            it ->
                choice(
                    it.getKey(),
                    counted(CaseViews.process(it.getKey(), wording), it.getValue()),
                    query.process()))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private static List<Choice> holders(
      TaskQuery query, Facets facets, Names names, Wording wording) {
    var persons = names.persons(facets.holders().keySet(), wording);
    var choices = new ArrayList<Choice>();
    choices.add(choice("me", wording.say("tasks.holder.me"), query.holder()));
    choices.add(
        choice("free", counted(wording.say("tasks.holder.free"), facets.free()), query.holder()));
    facets.holders().entrySet().stream()
        .map(
            it ->
                choice(
                    it.getKey().toString(),
                    counted(persons.getOrDefault(it.getKey(), ""), it.getValue()),
                    query.holder()))
        .sorted(Comparator.comparing(Choice::label))
        .forEach(choices::add);
    return choices;
  }

  private static String counted(String label, long count) {
    return label + " (" + count + ")";
  }

  private static Choice choice(String value, String label, @Nullable String chosen) {
    return new Choice(value, label, value.equals(chosen));
  }
}
