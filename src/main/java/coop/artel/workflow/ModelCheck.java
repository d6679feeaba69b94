package coop.artel.workflow;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a model may hold: an allow-list of elements, attributes and expressions, read from the file
 * itself before the engine sees it. A deployed model is code, so whatever is not named here is
 * refused: scripts, classes, beans, method calls, listeners, connectors, and every namespace that
 * the engine would also obey.
 */
final class ModelCheck {
  /** The extension property in which a user task names the question that guards it. */
  static final String GUARD = "guard";

  private static final String USER_TASK = "userTask";
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final Set<String> COLOURS =
      Set.of(
          "http://bpmn.io/schema/bpmn/biocolor/1.0",
          "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
  private static final Set<String> DIAGRAM =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://www.omg.org/spec/DD/20100524/DI");

  private static final Set<String> ELEMENTS =
      Set.of(
          "definitions",
          "process",
          "collaboration",
          "participant",
          "messageFlow",
          "laneSet",
          "lane",
          "flowNodeRef",
          "startEvent",
          "endEvent",
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "receiveTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "eventBasedGateway",
          "boundaryEvent",
          "intermediateCatchEvent",
          "sequenceFlow",
          "conditionExpression",
          "timerEventDefinition",
          "timeDate",
          "messageEventDefinition",
          "message",
          "errorEventDefinition",
          "error",
          "terminateEventDefinition",
          "documentation",
          "textAnnotation",
          "text",
          "association",
          "group",
          "category",
          "categoryValue",
          "extensionElements",
          "incoming",
          "outgoing");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "id",
          "name",
          "isExecutable",
          "sourceRef",
          "targetRef",
          "default",
          "attachedToRef",
          "cancelActivity",
          "triggeredByEvent",
          "isInterrupting",
          "calledElement",
          "messageRef",
          "errorRef",
          "errorCode",
          "processRef",
          "targetNamespace",
          "exporter",
          "exporterVersion",
          "gatewayDirection",
          "associationDirection",
          "textFormat",
          "categoryValueRef",
          "value");

  private static final String NAME = "[a-z][A-Za-z0-9]*";
  private static final Pattern PLAIN_NAME = Pattern.compile(NAME);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{" + NAME + "}");
  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{(!?" + NAME + "|" + NAME + " [!=]= '[a-z-]+')}");
  private static final Pattern GROUPS =
      Pattern.compile("\\$\\{cooperative}:[a-z]+(, ?\\$\\{cooperative}:[a-z]+)*");
  private static final Pattern PLAIN_ID = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern FLAG = Pattern.compile("true|false");
  private static final Pattern DEPLOYMENT = Pattern.compile("deployment");
  private static final Pattern WORDS = Pattern.compile("[^${}#]*");

  private static final Map<String, Pattern> EVERYWHERE =
      Map.of("asyncBefore", FLAG, "asyncAfter", FLAG, "exclusive", FLAG);
  private static final Map<String, Map<String, Pattern>> CAMUNDA_ATTRIBUTES =
      Map.of(
          "process",
          Map.of("historyTimeToLive", WORDS, "versionTag", WORDS, "isStartableInTasklist", FLAG),
          "startEvent",
          Map.of("formRef", PLAIN_ID, "formRefBinding", DEPLOYMENT),
          "userTask",
          Map.of(
              "assignee", VARIABLE,
              "candidateGroups", GROUPS,
              "dueDate", VARIABLE,
              "formRef", PLAIN_ID,
              "formRefBinding", DEPLOYMENT),
          "serviceTask",
          Map.of("delegateExpression", VARIABLE),
          "businessRuleTask",
          Map.of("delegateExpression", VARIABLE),
          "callActivity",
          Map.of("calledElementBinding", DEPLOYMENT));
  private static final Map<String, Map<String, Pattern>> EXTENSIONS =
      Map.of(
          "in", Map.of("source", PLAIN_NAME, "target", PLAIN_NAME),
          "out", Map.of("source", PLAIN_NAME, "target", PLAIN_NAME),
          "properties", Map.of(),
          "property", Map.of("name", Pattern.compile(GUARD), "value", PLAIN_ID));

  private static final int MOST_FAULTS = 50;

  /** The engine's own parser goes down into a model by recursion. */
  private static final int DEEPEST = 40;

  private final String file;
  private final Beans beans;
  private final Deque<String> open = new ArrayDeque<>();
  private final List<ModelRefused.Fault> faults = new ArrayList<>();
  private String userTask = "";

  private ModelCheck(String file, Beans beans) {
    this.file = file;
    this.beans = beans;
  }

  /** What models may name beside their own files. */
  interface Beans {
    boolean isStep(String name);

    /** Whether there is a guard of this user task that asks this question. */
    boolean isGuard(String task, String question);
  }

  /** Throws {@link ModelRefused} with everything that a model may not hold. */
  static void of(String file, byte[] model, Beans beans) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var check = new ModelCheck(file, beans);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(model));
      while (reader.hasNext() && check.faults.size() < MOST_FAULTS) {
        int event = reader.next();
        check.look(reader, event, reader.getLocation().getLineNumber());
      }
    } catch (XMLStreamException e) {
      check.fault(e.getLocation().getLineNumber(), "unreadable");
    }
    if (!check.faults.isEmpty()) {
      throw new ModelRefused(check.faults);
    }
  }

  private void fault(int line, String code, Object... arguments) {
    faults.add(new ModelRefused.Fault(code, file, line, List.of(arguments)));
  }

  private void look(XMLStreamReader reader, int event, int line) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (open.size() == DEEPEST) {
          fault(line, "too-deep");
          throw new XMLStreamException("nested too deep", reader.getLocation());
        }
        if (open.isEmpty() && !reader.getLocalName().equals("definitions")) {
          fault(line, "element-forbidden", named(reader));
        }
        element(reader, line);
        open.push(reader.getLocalName());
      }
      case XMLStreamConstants.END_ELEMENT -> open.pop();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
          text(reader.getText().strip(), line);
      case XMLStreamConstants.DTD,
          XMLStreamConstants.ENTITY_REFERENCE,
          XMLStreamConstants.PROCESSING_INSTRUCTION ->
          fault(line, "unreadable");
      default -> {
        // comments and white space say nothing to the engine
      }
    }
  }

  private void element(XMLStreamReader reader, int line) {
    String namespace = String.valueOf(reader.getNamespaceURI());
    String name = reader.getLocalName();
    if (namespace.equals(CAMUNDA)) {
      var attributes = EXTENSIONS.get(name);
      if (attributes == null || !standsRight(name)) {
        fault(line, "element-forbidden", named(reader));
        return;
      }
      checkAttributes(reader, line, attributes, Map.of());
      if (name.equals("property")) {
        demandGuard(reader, line);
      }
    } else if (DIAGRAM.contains(namespace)) {
      checkDiagram(reader, line);
    } else if (namespace.equals(BPMN) && ELEMENTS.contains(name)) {
      if (name.equals(USER_TASK)) {
        userTask = String.valueOf(reader.getAttributeValue(null, "id"));
      }
      checkAttributes(reader, line, null, CAMUNDA_ATTRIBUTES.getOrDefault(name, Map.of()));
    } else {
      fault(line, "element-forbidden", named(reader));
    }
  }

  private void checkAttributes(
      XMLStreamReader reader,
      int line,
      @Nullable Map<String, Pattern> extension,
      Map<String, Pattern> camunda) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      String name = reader.getAttributeLocalName(i);
      String value = reader.getAttributeValue(i);
      if (namespace == null || namespace.isEmpty()) {
        if (extension == null ? !ATTRIBUTES.contains(name) : !extension.containsKey(name)) {
          fault(line, "attribute-forbidden", named(reader), name);
        }
        demand(allowed(name, extension), value, line);
      } else if (namespace.equals(CAMUNDA)) {
        Pattern allowed = camunda.getOrDefault(name, EVERYWHERE.get(name));
        if (allowed == null) {
          fault(line, "attribute-forbidden", named(reader), "camunda:" + name);
          continue;
        }
        if (demand(allowed, value, line) && name.equals("delegateExpression")) {
          demandStep(value.substring(2, value.length() - 1), line);
        }
      } else if (namespace.equals(XSI) && name.equals("type")) {
        if (!value.matches("([a-z0-9]+:)?tFormalExpression")) {
          fault(line, "attribute-forbidden", named(reader), "xsi:type");
        }
      } else if (namespace.equals(MODELER) || COLOURS.contains(namespace)) {
        demand(WORDS, value, line);
      } else {
        fault(line, "attribute-forbidden", named(reader), "{" + namespace + "}" + name);
      }
    }
  }

  private static Pattern allowed(String name, @Nullable Map<String, Pattern> extension) {
    if (extension != null) {
      return extension.getOrDefault(name, WORDS);
    }
    return name.equals("calledElement") ? PLAIN_ID : WORDS;
  }

  /** Properties are for user tasks only. */
  private boolean standsRight(String name) {
    if (name.equals("property")) {
      return "properties".equals(open.peek());
    }
    return "extensionElements".equals(open.peek())
        && (!name.equals("properties")
            || open.stream().skip(1).limit(1).anyMatch(USER_TASK::equals));
  }

  private void demandGuard(XMLStreamReader reader, int line) {
    String question = String.valueOf(reader.getAttributeValue(null, "value"));
    if (!GUARD.equals(reader.getAttributeValue(null, "name"))
        || !beans.isGuard(userTask, question)) {
      fault(line, "guard-unknown", question, userTask);
    }
  }

  private void checkDiagram(XMLStreamReader reader, int line) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      if (namespace != null
          && !namespace.isEmpty()
          && !COLOURS.contains(namespace)
          && !DIAGRAM.contains(namespace)) {
        fault(
            line,
            "attribute-forbidden",
            named(reader),
            "{" + namespace + "}" + reader.getAttributeLocalName(i));
      }
      String value = reader.getAttributeValue(i);
      if (!reader.getAttributeLocalName(i).equals("color")
          && !COLOURS.contains(String.valueOf(namespace))) {
        demand(WORDS, value, line);
      }
    }
  }

  private void text(String text, int line) {
    if (text.isEmpty()) {
      return;
    }
    String parent = String.valueOf(open.peek());
    switch (parent) {
      case "conditionExpression" -> demand(CONDITION, text, line);
      case "timeDate" -> demand(VARIABLE, text, line);
      default -> demand(WORDS, text, line);
    }
  }

  private boolean demand(Pattern allowed, String value, int line) {
    boolean matches = allowed.matcher(value).matches();
    if (!matches) {
      fault(line, "expression-forbidden", value);
    }
    return matches;
  }

  private void demandStep(String name, int line) {
    if (!beans.isStep(name)) {
      fault(line, "step-unknown", name);
    }
  }

  private static String named(XMLStreamReader reader) {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty()
        ? reader.getLocalName()
        : prefix + ":" + reader.getLocalName();
  }
}
