package coop.artel.law;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.exists;
import static org.drools.model.DSL.not;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import coop.artel.law.sentences.Answer;
import coop.artel.law.sentences.Found;
import coop.artel.law.sentences.Matter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.Function;
import org.drools.model.Drools;
import org.drools.model.Index;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;

/**
 * A guarded rule as the engine takes it, put together from parts that are written here. No text of
 * a rule is ever compiled, so there is nothing that it could run.
 */
final class RuleModel {
  private final String packageName;
  private final Guarded rule;
  private final Variable<Matter> matter = declarationOf(Matter.class, "$matter");
  private final Variable<Answer> answer = declarationOf(Answer.class, "$answer");
  private final List<RuleItemBuilder<?>> items = new ArrayList<>();

  /** One pattern of the matter is enough. */
  private boolean matterMet;

  private RuleModel(String packageName, Guarded rule) {
    this.packageName = packageName;
    this.rule = rule;
    matterMet = rule.conditions().stream().anyMatch(Guarded.Asked.class::isInstance);
  }

  static Rule of(String packageName, Guarded rule) {
    return new RuleModel(packageName, rule).build();
  }

  private Rule build() {
    var builder =
        rule(packageName, rule.name()).attribute(Rule.Attribute.SALIENCE, rule.priority());
    var effective = rule.effective();
    if (effective != null) {
      builder.attribute(Rule.Attribute.DATE_EFFECTIVE, beginning(effective));
    }
    var expires = rule.expires();
    if (expires != null) {
      builder.attribute(Rule.Attribute.DATE_EXPIRES, beginning(expires));
    }
    rule.conditions().forEach(this::add);
    items.add(consequence());
    return builder.build(items.toArray(RuleItemBuilder[]::new));
  }

  private static Calendar beginning(LocalDate day) {
    return GregorianCalendar.from(day.atStartOfDay(ZoneId.systemDefault()));
  }

  private void add(Guarded.Condition condition) {
    if (condition instanceof Guarded.Asked asked) {
      items.add(pattern(matter).bind(answer, new Question(asked)));
    } else if (condition instanceof Guarded.Findings findings) {
      var found = found(findings);
      items.add(
          switch (findings.quantity()) {
            case EACH -> found;
            case SOME -> exists(found);
            case NONE -> not(found);
          });
    } else if (!matterMet) {
      matterMet = true;
      items.add(pattern(matter));
    }
  }

  private static PatternDef<Found> found(Guarded.Findings findings) {
    var found = pattern(declarationOf(Found.class));
    for (var test : findings.tests()) {
      var predicate = new Tested(test);
      if (test.kind() == Guarded.Test.Kind.RULE) {
        found.expr(
            predicate.toString(),
            predicate,
            alphaIndexedBy(
                String.class, Index.ConstraintType.EQUAL, 0, Found::getRule, test.rule()));
      } else {
        found.expr(predicate.toString(), predicate);
      }
    }
    return found;
  }

  private RuleItemBuilder<?> consequence() {
    if (rule.consequence() instanceof Guarded.Find find) {
      return on(matter, answer)
          .execute(
              (Drools drools, Matter it, Answer given) -> drools.insert(found(find, it, given)));
    }
    var outcome = ((Guarded.Conclude) rule.consequence()).outcome();
    return on(matter).execute(it -> it.conclude(outcome));
  }

  private Found found(Guarded.Find find, Matter it, Answer given) {
    var code = find.code();
    return code == null
        ? it.found(rule.name(), given, find.otherwise())
        : it.found(rule.name(), given, find.otherwise(), code);
  }

  /** The engine takes two functions for one if their texts are the same. */
  private static final class Question implements Function1<Matter, Answer> {
    private final String text;
    private final transient Function<Matter, Answer> question;

    Question(Guarded.Asked asked) {
      text = asked.meaning() + asked.arguments().toString();
      question = asked.meaning().about(asked.arguments());
    }

    @Override
    public Answer apply(Matter matter) {
      return question.apply(matter);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private record Tested(Guarded.Test question) implements Predicate1<Found> {
    @Override
    public boolean test(Found found) {
      return switch (question.kind()) {
        case RULE -> found.getRule().equals(question.rule());
        case HELD -> found.isHeld();
        case REFUSES -> found.isRefuses();
        case LACKS -> found.isLacks();
        case DOUBTFUL -> found.isDoubtful();
        case OPEN -> found.isOpen();
      };
    }
  }
}
