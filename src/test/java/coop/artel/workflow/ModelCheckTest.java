package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCheckTest {
  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:activiti="http://activiti.org/bpmn"
          xmlns:other="http://example.org/other"
          targetNamespace="http://artel.coop">
        <bpmn:process id="p" isExecutable="true">
          <bpmn:startEvent id="s" />
          <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t" />
          <bpmn:userTask id="u" name="Решить" camunda:formRef="u"
              camunda:formRefBinding="deployment"
              camunda:candidateGroups="${cooperative}:secretary" camunda:dueDate="${payBy}">
            <bpmn:extensionElements>
              <camunda:properties><camunda:property name="guard" value="entry" /></camunda:properties>
            </bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:serviceTask id="t" camunda:delegateExpression="${known}" />
          <bpmn:sequenceFlow id="g" sourceRef="t" targetRef="e">
            <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'granted'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
          <bpmn:callActivity id="c" calledElement="other" camunda:calledElementBinding="deployment">
            <bpmn:extensionElements><camunda:in source="a" target="b" /></bpmn:extensionElements>
          </bpmn:callActivity>
          <bpmn:boundaryEvent id="b" attachedToRef="u">
            <bpmn:timerEventDefinition>
              <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${payBy}</bpmn:timeDate>
            </bpmn:timerEventDefinition>
          </bpmn:boundaryEvent>
          <bpmn:endEvent id="e" />
        </bpmn:process>
      </bpmn:definitions>
      """;

  @Test
  void an_ordinary_model_passes() {
    assertThatCode(() -> check(GOOD)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          script task                | <bpmn:startEvent id="s" /> | <bpmn:scriptTask id="s" scriptFormat="groovy"><bpmn:script>1</bpmn:script></bpmn:scriptTask>
          class name                 | camunda:delegateExpression="${known}" | camunda:class="java.lang.Runtime"
          expression                 | camunda:delegateExpression="${known}" | camunda:expression="${known}"
          shell task                 | camunda:delegateExpression="${known}" | camunda:type="shell"
          external task              | camunda:delegateExpression="${known}" | camunda:type="external" camunda:topic="t"
          unknown step               | ${known} | ${dataSource}
          no expression              | ${known} | x
          method call                | ${known} | ${known.toString()}
          reflection                 | ${known} | ${''.getClass()}
          old namespace              | camunda:delegateExpression="${known}" | activiti:class="a.B"
          old namespace expression   | camunda:delegateExpression="${known}" | activiti:delegateExpression="${known}"
          condition method           | ${outcome == 'granted'} | ${execution.processEngine.close()}
          condition function         | ${outcome == 'granted'} | ${currentUser() == 'a'}
          condition property         | ${outcome == 'granted'} | ${outcome.length == 'a'}
          condition deferred         | ${outcome == 'granted'} | #{outcome}
          condition language         | xsi:type="bpmn:tFormalExpression">${outcome | language="javascript">${outcome
          condition resource         | xsi:type="bpmn:tFormalExpression">${outcome | camunda:resource="deployment://x">${outcome
          duration timer             | <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${payBy}</bpmn:timeDate> | <bpmn:timeDuration>P30D</bpmn:timeDuration>
          cycle timer                | <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${payBy}</bpmn:timeDate> | <bpmn:timeCycle>R/PT1S</bpmn:timeCycle>
          fixed date                 | ${payBy}</bpmn:timeDate> | 2026-01-01T00:00:00</bpmn:timeDate>
          listener                   | <bpmn:startEvent id="s" /> | <bpmn:startEvent id="s"><bpmn:extensionElements><camunda:executionListener class="a.B" event="start" /></bpmn:extensionElements></bpmn:startEvent>
          connector                  | <bpmn:startEvent id="s" /> | <bpmn:startEvent id="s"><bpmn:extensionElements><camunda:connector /></bpmn:extensionElements></bpmn:startEvent>
          input script               | <camunda:in source="a" target="b" /> | <camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="js">1</camunda:script></camunda:inputParameter></camunda:inputOutput>
          mapping expression         | <camunda:in source="a" target="b" /> | <camunda:in sourceExpression="${a}" target="b" />
          mapping of everything      | <camunda:in source="a" target="b" /> | <camunda:in variables="all" />
          business key               | <camunda:in source="a" target="b" /> | <camunda:in businessKey="${a}" />
          mapping class              | camunda:calledElementBinding="deployment" | camunda:variableMappingClass="a.B"
          called by expression       | calledElement="other" | calledElement="${a}"
          called latest              | calledElementBinding="deployment" | calledElementBinding="latest"
          assignee method            | camunda:dueDate="${payBy}" | camunda:assignee="${a.b()}"
          group of another           | ${cooperative}:secretary | secretary
          group by method            | ${cooperative}:secretary | ${cooperative.trim()}:secretary
          expression in a name       | name="Решить" | name="${a}"
          expression in an id        | id="u" | id="${a}"
          standard expression in doc | <bpmn:startEvent id="s" /> | <bpmn:documentation>#{a}</bpmn:documentation>
          task listener              | <bpmn:startEvent id="s" /> | <bpmn:userTask id="s"><bpmn:extensionElements><camunda:taskListener event="create" expression="${a}" /></bpmn:extensionElements></bpmn:userTask>
          form data                  | <bpmn:startEvent id="s" /> | <bpmn:userTask id="s"><bpmn:extensionElements><camunda:formData /></bpmn:extensionElements></bpmn:userTask>
          embedded form key          | camunda:formRef="u" | camunda:formKey="embedded:app:evil.html"
          foreign namespace          | <bpmn:startEvent id="s" /> | <other:startEvent id="s" />
          foreign attribute          | <bpmn:startEvent id="s" /> | <bpmn:startEvent id="s" other:x="1" />
          multi-instance collection  | <bpmn:startEvent id="s" /> | <bpmn:userTask id="s"><bpmn:multiInstanceLoopCharacteristics camunda:collection="${a}" /></bpmn:userTask>
          send task                  | <bpmn:startEvent id="s" /> | <bpmn:sendTask id="s" />
          decision table             | camunda:delegateExpression="${known}" | camunda:decisionRef="d"
          starters by expression     | isExecutable="true" | isExecutable="true" camunda:candidateStarterUsers="${a}"
          retry by expression        | camunda:delegateExpression="${known}" | camunda:failedJobRetryTimeCycle="R5/PT5M"
          unknown guard              | value="entry" | value="signing"
          guard of another task      | id="u" | id="other"
          guard by expression        | value="entry" | value="${entry}"
          guard without a question   | value="entry" | id="entry"
          other property             | name="guard" | name="evil"
          property with a script     | <camunda:property name="guard" value="entry" /> | <camunda:property name="guard" value="entry"><camunda:script scriptFormat="js">1</camunda:script></camunda:property>
          property at a start        | <bpmn:startEvent id="s" /> | <bpmn:startEvent id="s"><bpmn:extensionElements><camunda:properties><camunda:property name="guard" value="entry" /></camunda:properties></bpmn:extensionElements></bpmn:startEvent>
          property alone             | <camunda:in source="a" target="b" /> | <camunda:property name="guard" value="entry" />
          parameter among properties | <camunda:property name="guard" value="entry" /> | <camunda:in source="a" target="b" />
          text outside               | <bpmn:startEvent id="s" /> | <bpmn:startEvent id="s" />${a.b()}
          """)
  void a_model_cannot_run_code(String name, String part, String forbidden) {
    String model = GOOD.replace(part, forbidden);
    if (model.equals(GOOD)) {
      throw new IllegalStateException("%s changes nothing".formatted(name));
    }
    assertThatThrownBy(() -> check(model)).isInstanceOf(ModelRefused.class);
  }

  @Test
  void a_document_type_and_its_entities_are_refused() {
    String model =
        GOOD.replace("?>", "?>\n<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");

    assertThatThrownBy(() -> check(model))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("unreadable");
  }

  @Test
  void the_refusal_names_the_file_the_line_and_the_thing() {
    String model = GOOD.replace("${known}", "${runtimeService}");

    assertThatThrownBy(() -> check(model))
        .hasMessage("evil.bpmn, line 18: step-unknown [runtimeService]");
  }

  private static void check(String model) {
    ModelCheck.of("evil.bpmn", model.getBytes(StandardCharsets.UTF_8), new KnownBeans());
  }
}
