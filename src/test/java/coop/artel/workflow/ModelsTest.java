package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.House;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** One spelling: a model's steps, forms and files are called alike in the model and in Java. */
@House
class ModelsTest {
  @Autowired private ApplicationContext context;
  @Autowired private List<FormHandler> handlers;

  @TestFactory
  Stream<DynamicTest> every_name_in_a_model_is_the_name_of_something() {
    Map<String, byte[]> shipped = Models.shipped();
    return shipped.keySet().stream()
        .filter(file -> file.endsWith(".bpmn"))
        .map(file -> DynamicTest.dynamicTest(file, () -> check(file, shipped)));
  }

  private void check(String file, Map<String, byte[]> shipped) {
    BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(shipped.get(file)));
    String module = file.split("/")[1];
    String process = file.substring(file.lastIndexOf('/') + 1, file.length() - ".bpmn".length());
    assertThat(model.getModelElementsByType(Process.class))
        .extracting(Process::getId)
        .containsExactly(process);
    for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
      checkStep(module, task, task.getCamundaDelegateExpression());
    }
    for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
      checkStep(module, task, task.getCamundaDelegateExpression());
    }
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
      String form = "processes/%s/%s.form".formatted(module, task.getId());
      assertThat(shipped).containsKey(form);
      assertThat(FormFile.read(shipped.get(form)).id()).isEqualTo(task.getId());
      assertThat(handlers).extracting(FormHandler::form).containsOnlyOnce(task.getId());
    }
  }

  @Test
  void every_guard_that_a_model_names_exists_and_every_guard_is_named() {
    var named = new TreeSet<String>();
    Models.shipped()
        .forEach(
            (file, bytes) -> {
              if (file.endsWith(".bpmn")) {
                named.addAll(checkGuards(file.split("/")[1], bytes));
              }
            });

    assertThat(context.getBeansOfType(Guard.class).keySet()).isEqualTo(named);
  }

  private Set<String> checkGuards(String module, byte[] bytes) {
    var named = new TreeSet<String>();
    var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
    for (var property : model.getModelElementsByType(CamundaProperty.class)) {
      var task = (UserTask) property.getParentElement().getParentElement().getParentElement();
      String name = className(task.getId()) + "Guard";
      String bean = Character.toLowerCase(name.charAt(0)) + name.substring(1);
      assertThat(ClassUtils.getUserClass(context.getType(bean)).getName())
          .isEqualTo("coop.artel.%s.%s".formatted(module, name));
      assertThat(property.getCamundaValue())
          .isEqualTo(context.getBean(bean, Guard.class).question())
          .satisfies(it -> assertThat(Path.of("rules/ru", it + ".dslr")).exists());
      named.add(bean);
    }
    return named;
  }

  private void checkStep(String module, Task task, String expression) {
    String name = className(task.getId());
    String bean = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    assertThat(expression).isEqualTo("${%s}".formatted(bean));
    assertThat(ClassUtils.getUserClass(context.getType(bean)).getName())
        .isEqualTo("coop.artel.%s.%s".formatted(module, name));
    assertThat(caught(task))
        .as("refusals that the model catches at %s", task.getId())
        .containsExactlyInAnyOrderElementsOf(context.getBean(bean, Step.class).refusals());
  }

  /** What a step declares is caught at its task and nowhere else; a picture shows it there. */
  private static List<String> caught(Task task) {
    return task.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> event.getAttachedTo().equals(task))
        .flatMap(event -> event.getEventDefinitions().stream())
        .filter(ErrorEventDefinition.class::isInstance)
        .map(definition -> ((ErrorEventDefinition) definition).getError().getErrorCode())
        .toList();
  }

  private static String className(String id) {
    return Arrays.stream(id.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .reduce("", String::concat);
  }
}
