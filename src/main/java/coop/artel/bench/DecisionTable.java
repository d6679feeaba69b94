package coop.artel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.law.AdmissionFacts;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of an admission as a decision table for the engine of the workflow: two lines a
 * condition, so that it too tells of each whether it held. Years and months are counted for it, and
 * norms handed over: it has neither calendar nor law.
 */
final class DecisionTable {
  private static final int LONG_AGO = 1000;

  /**
   * A condition.
   *
   * @param rule that it stands for
   * @param input what it looks at
   * @param held the cell of the line where it holds
   * @param failed the cell of the other
   */
  private record Condition(String rule, String input, String type, String held, String failed) {
    static Condition flag(String rule, String input, boolean held) {
      return new Condition(rule, input, "boolean", Boolean.toString(held), Boolean.toString(!held));
    }

    static Condition atLeast(String rule, String input, String norm) {
      return new Condition(rule, input, "integer", "&gt;= " + norm, "&lt; " + norm);
    }
  }

  private static final List<Condition> CONDITIONS =
      List.of(
          Condition.flag("admission.written-form", "inWriting", true),
          new Condition(
              "admission.addressee", "addressedTo", "string", "addressee", "not(addressee)"),
          Condition.flag("admission.name", "nameGiven", true),
          Condition.flag("admission.born", "bornGiven", true),
          Condition.flag("admission.address", "addressGiven", true),
          Condition.atLeast("admission.age", "age", "minAge"),
          Condition.flag("admission.not-yet-member", "alreadyMember", false),
          Condition.atLeast("admission.reapply", "monthsSinceLapse", "reapplyMonths"),
          Condition.atLeast(
              "admission.reapply-namesake", "monthsSinceNamesakeLapse", "reapplyMonths"),
          Condition.flag("admission.consent", "consentGiven", true),
          Condition.flag("admission.consent-separate", "consentSeparate", true));

  private final DmnEngine engine;
  private final DmnDecision table;

  /**
   * @param legacy the expression language of before instead of the default one
   */
  DecisionTable(boolean legacy) {
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setEnableFeelLegacyBehavior(legacy);
    engine = configuration.buildEngine();
    table = engine.parseDecision("admission", new ByteArrayInputStream(model().getBytes(UTF_8)));
  }

  /** The rules whose condition held. */
  Set<String> held(AdmissionFacts facts, LocalDate day) {
    var held = new TreeSet<String>();
    for (var line : engine.evaluateDecisionTable(table, variables(facts, day))) {
      if (Boolean.TRUE.equals(line.getEntry("held"))) {
        held.add(line.getEntry("rule"));
      }
    }
    return held;
  }

  private static Map<String, Object> variables(AdmissionFacts facts, LocalDate day) {
    var variables = new HashMap<String, Object>();
    variables.put("inWriting", facts.inWriting());
    variables.put("addressedTo", facts.addressedTo());
    variables.put("addressee", "council");
    variables.put("nameGiven", facts.nameGiven());
    variables.put("bornGiven", facts.born() != null);
    variables.put("addressGiven", facts.addressGiven());
    variables.put("age", since(ChronoUnit.YEARS, facts.born(), day));
    variables.put("minAge", 16);
    variables.put("alreadyMember", facts.alreadyMember());
    variables.put("monthsSinceLapse", since(ChronoUnit.MONTHS, facts.lapsedOn(), day));
    variables.put(
        "monthsSinceNamesakeLapse", since(ChronoUnit.MONTHS, facts.namesakeLapsedOn(), day));
    variables.put("reapplyMonths", 0);
    variables.put("consentGiven", facts.consentGivenOn() != null);
    variables.put("consentSeparate", facts.consentSeparate());
    return variables;
  }

  private static int since(ChronoUnit unit, @Nullable LocalDate then, LocalDate day) {
    return then == null ? LONG_AGO : (int) unit.between(then, day);
  }

  private static String model() {
    var table = new StringBuilder();
    table.append(
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="bench" name="bench"
            namespace="http://camunda.org/schema/1.0/dmn">
          <decision id="admission" name="admission">
            <decisionTable id="table" hitPolicy="COLLECT">
        """);
    for (var condition : CONDITIONS) {
      table.append(
          """
              <input id="i-%1$s"><inputExpression id="e-%1$s" typeRef="%2$s">
                <text>%1$s</text></inputExpression></input>
          """
              .formatted(condition.input, condition.type));
    }
    table.append(
        """
              <output id="o-rule" name="rule" typeRef="string"/>
              <output id="o-held" name="held" typeRef="boolean"/>
        """);
    for (var condition : CONDITIONS) {
      table.append(line(condition, condition.held, true));
      table.append(line(condition, condition.failed, false));
    }
    return table.append("</decisionTable></decision></definitions>").toString();
  }

  private static String line(Condition asked, String cell, boolean held) {
    var id = asked.rule + "-" + held;
    var line = new StringBuilder("<rule id=\"r-%s\">".formatted(id));
    for (var condition : CONDITIONS) {
      line.append("<inputEntry id=\"c-%s-%s\"><text>".formatted(id, condition.input));
      line.append(condition.equals(asked) ? cell : "").append("</text></inputEntry>");
    }
    for (var output : List.of("\"%s\"".formatted(asked.rule), Boolean.toString(held))) {
      line.append("<outputEntry id=\"x-%s-%d\"><text>".formatted(id, output.length()));
      line.append(output).append("</text></outputEntry>");
    }
    return line.append("</rule>\n").toString();
  }
}
