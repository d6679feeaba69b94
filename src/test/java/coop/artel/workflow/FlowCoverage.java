package coop.artel.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Which activities and flows of the models were run, and which never were. */
public final class FlowCoverage extends AbstractProcessEnginePlugin {
  private final Set<String> known = new ConcurrentSkipListSet<>();
  private final Set<String> passed = new ConcurrentSkipListSet<>();

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.getCustomPostBPMNParseListeners().add(new Marks());
  }

  /** Sorted: {@code process/element}; of the models that ship, not of those that tests publish. */
  private Set<String> neverPassed() {
    var missing = new TreeSet<>(known);
    missing.removeAll(passed);
    missing.removeIf(place -> !ships(place));
    return missing;
  }

  private static boolean ships(String place) {
    String process = place.substring(0, place.indexOf('/'));
    String element = place.substring(place.indexOf('/') + 1);
    try (var files = Files.walk(Path.of("processes"))) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .map(FlowCoverage::text)
          .anyMatch(
              it ->
                  it.contains("<bpmn:process id=\"" + process + "\"")
                      && it.contains("id=\"" + element + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, of these processes only. */
  public Set<String> neverPassedIn(Set<String> processes) {
    return neverPassed(processes::contains);
  }

  /** The same, of all processes but these, which another test walks through. */
  public Set<String> neverPassedBut(Set<String> processes) {
    return neverPassed(process -> !processes.contains(process));
  }

  private Set<String> neverPassed(Predicate<String> process) {
    var missing = neverPassed();
    missing.removeIf(place -> !process.test(place.substring(0, place.indexOf('/'))));
    return missing;
  }

  public int size() {
    return known.size();
  }

  private final class Marks extends AbstractBpmnParseListener {
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
      process.getActivities().forEach(activity -> mark(process.getKey(), activity));
    }

    private void mark(String process, ActivityImpl activity) {
      listen(process, activity.getId(), activity);
      activity.getActivities().forEach(inner -> mark(process, inner));
    }

    private void listen(String process, String id, ActivityImpl activity) {
      String place = process + "/" + id;
      known.add(place);
      activity.addListener(
          ExecutionListener.EVENTNAME_START, (ExecutionListener) e -> pass(place, e));
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
      String place =
          ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey()
              + "/"
              + transition.getId();
      known.add(place);
      transition.addListener(
          ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) e -> pass(place, e));
    }

    private void pass(String place, DelegateExecution execution) {
      passed.add(place);
    }
  }
}
