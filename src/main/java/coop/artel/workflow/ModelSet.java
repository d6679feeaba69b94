package coop.artel.workflow;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/**
 * Whether the files of a deployment hold together: each process in the file of its name, each form
 * and each called process among them.
 */
final class ModelSet {
  private final Map<String, byte[]> files;
  private final List<ModelRefused.Fault> faults = new ArrayList<>();

  private ModelSet(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Throws {@link ModelRefused}; each model alone is checked first. */
  static void check(Map<String, byte[]> files, ModelCheck.Beans beans) {
    files.forEach(
        (file, bytes) -> {
          if (file.endsWith(".bpmn")) {
            ModelCheck.of(file, bytes, beans);
          }
        });
    var set = new ModelSet(files);
    files.forEach(set::look);
    if (!set.faults.isEmpty()) {
      throw new ModelRefused(set.faults);
    }
  }

  private void look(String file, byte[] bytes) {
    if (file.endsWith(".form")) {
      form(file, bytes);
      return;
    }
    BpmnModelInstance model;
    try {
      model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
    } catch (ModelException e) {
      faults.add(new ModelRefused.Fault("unreadable", file, line(e), List.of()));
      return;
    }
    String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".bpmn".length());
    var processes = model.getModelElementsByType(Process.class);
    if (processes.size() != 1 || !processes.iterator().next().getId().equals(name)) {
      fault(file, "process-elsewhere", name);
    }
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      demand(file, task.getCamundaFormRef(), ".form");
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      demand(file, call.getCalledElement(), ".bpmn");
    }
  }

  /** Where the reader stopped, if it says so. */
  private static int line(Throwable refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof SAXParseException at && at.getLineNumber() > 0) {
        return at.getLineNumber();
      }
    }
    return 1;
  }

  private void form(String file, byte[] bytes) {
    try {
      FormFile.read(bytes);
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      fault(file, "form-unreadable");
    }
  }

  private void demand(String file, @Nullable String name, String ending) {
    if (name == null || files.keySet().stream().noneMatch(it -> it.endsWith("/" + name + ending))) {
      fault(file, "file-missing", name + ending);
    }
  }

  private void fault(String file, String code, Object... arguments) {
    faults.add(new ModelRefused.Fault(code, file, 1, List.of(arguments)));
  }
}
