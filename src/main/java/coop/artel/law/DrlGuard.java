package coop.artel.law;

import coop.artel.law.Guarded.Asked;
import coop.artel.law.Guarded.Condition;
import coop.artel.law.Guarded.Consequence;
import coop.artel.law.Guarded.Findings;
import coop.artel.law.Guarded.Quantity;
import coop.artel.law.Guarded.Test;
import coop.artel.law.RuleNotUnderstood.Problem;
import coop.artel.law.sentences.Found;
import coop.artel.law.sentences.Matter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The last gate before the engine: of all that DRL can say only this much passes, wherever it came
 * from, and only names from lists come out of it. The vocabulary itself is held to it.
 */
final class DrlGuard {
  static {
    // Its parser's default depends on the machine's language.
    System.setProperty("drools.dateformat", "yyyy-MM-dd");
  }

  private static final Set<String> IMPORTS = Set.of(Found.class.getName(), Matter.class.getName());
  private static final Set<String> ATTRIBUTES =
      Set.of("date-effective", "date-expires", "salience");
  private static final Pattern ASKED =
      Pattern.compile(
          "\\$answer : ([a-zA-Z]+)\\( (\"[A-Za-z0-9.-]+\"(?:, \"[A-Za-z0-9.-]+\")*) \\)");
  private static final Pattern FOUND =
      Pattern.compile("held|refuses|lacks|doubtful|open|rule == \"([a-z0-9.-]+)\"");
  private static final Pattern FIND =
      Pattern.compile(
          "insert\\( \\$matter\\.found\\( drools\\.getRule\\(\\)\\.getName\\(\\), \\$answer,"
              + " \"(refused|human|missing)\"(?:, \"([a-z0-9-]+)\")? \\) \\);");
  private static final Pattern CONCLUDE =
      Pattern.compile("\\$matter\\.conclude\\( \"(granted|refused|missing|human)\" \\);");

  private final Places places;
  private final Set<String> facts;
  private final Set<String> norms;

  /**
   * @param places where people wrote what stands in a line of the DRL
   */
  DrlGuard(Places places, Set<String> facts, Set<String> norms) {
    this.places = places;
    this.facts = facts;
    this.norms = norms;
  }

  List<Guarded> check(String drl) {
    var parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed;
    try {
      parsed = parser.parse(false, drl);
    } catch (DroolsParserException e) {
      throw refuse(1, String.valueOf(e.getMessage()));
    }
    if (parsed == null || parser.hasErrors()) {
      int line = parser.getErrors().stream().mapToInt(it -> it.getLines()[0]).findFirst().orElse(1);
      throw refuse(line, parser.getErrors().toString());
    }
    checkPackage(parsed);
    return parsed.getRules().stream().map(this::rule).toList();
  }

  private void checkPackage(PackageDescr parsed) {
    for (var imported : parsed.getImports()) {
      allow(imported, IMPORTS.contains(imported.getTarget()), imported.getTarget());
      allow(imported, imported.getClass() == ImportDescr.class, "import");
    }
    allow(parsed, parsed.getUnit() == null, "unit");
    for (var forbidden :
        List.of(
            parsed.getFunctionImports(),
            parsed.getAccumulateImports(),
            parsed.getGlobals(),
            parsed.getFunctions(),
            parsed.getAttributes(),
            parsed.getTypeDeclarations(),
            parsed.getEnumDeclarations(),
            parsed.getEntryPointDeclarations(),
            parsed.getWindowDeclarations())) {
      for (var first : forbidden) {
        throw refuse(first.getLine(), first.getClass().getSimpleName());
      }
    }
  }

  private Guarded rule(RuleDescr rule) {
    allow(rule, rule.getClass() == RuleDescr.class, "query");
    for (var attribute : rule.getAttributes().values()) {
      allow(attribute, ATTRIBUTES.contains(attribute.getName()), attribute.getName());
    }
    allow(rule, rule.getParentName() == null, "extends");
    allow(rule, rule.getNamedConsequences().isEmpty(), "then[]");
    allow(rule, rule.getAnnotationNames().stream().allMatch("law"::equals), "@");
    var conditions = new ArrayList<Condition>();
    rule.getLhs().getDescrs().forEach(it -> read(it, conditions));
    boolean asks = conditions.stream().anyMatch(Asked.class::isInstance);
    boolean concerns = asks || conditions.stream().anyMatch(Guarded.AnyMatter.class::isInstance);
    var consequence = consequence(rule);
    allow(rule, consequence instanceof Guarded.Find ? asks : concerns, "then");
    return new Guarded(
        rule.getName(),
        priority(rule.getAttributes().get("salience")),
        day(rule.getAttributes().get("date-effective")),
        day(rule.getAttributes().get("date-expires")),
        List.copyOf(conditions),
        consequence);
  }

  private int priority(@Nullable AttributeDescr salience) {
    if (salience == null) {
      return 0;
    }
    allow(salience, salience.getValue().matches("-?\\d{1,4}"), "salience");
    return Integer.parseInt(salience.getValue());
  }

  private @Nullable LocalDate day(@Nullable AttributeDescr attribute) {
    if (attribute == null) {
      return null;
    }
    try {
      return LocalDate.parse(attribute.getValue());
    } catch (DateTimeException e) {
      throw refuse(attribute.getLine(), attribute.getValue());
    }
  }

  private Consequence consequence(RuleDescr rule) {
    var text = String.valueOf(rule.getConsequence()).strip();
    var find = FIND.matcher(text);
    if (find.matches()) {
      return new Guarded.Find(find.group(1), find.group(2));
    }
    var conclude = CONCLUDE.matcher(text);
    if (conclude.matches()) {
      return new Guarded.Conclude(conclude.group(1));
    }
    // It begins on the line after "then".
    throw refuse(rule.getConsequenceLine() + 1, text);
  }

  private void read(BaseDescr condition, List<Condition> into) {
    if (condition instanceof NotDescr not) {
      into.add(findings(only(not), Quantity.NONE));
    } else if (condition instanceof ExistsDescr exists) {
      into.add(findings(only(exists), Quantity.SOME));
    } else if (condition.getClass() == AndDescr.class) {
      ((AndDescr) condition).getDescrs().forEach(it -> read(it, into));
    } else if (condition.getClass() == PatternDescr.class) {
      into.add(pattern((PatternDescr) condition));
    } else {
      throw refuse(condition.getLine(), condition.getClass().getSimpleName());
    }
  }

  private <D extends BaseDescr & ConditionalElementDescr> PatternDescr only(D quantified) {
    var inner = quantified.getDescrs();
    if (inner.size() == 1 && inner.get(0) instanceof PatternDescr pattern) {
      return pattern;
    }
    throw refuse(quantified.getLine(), quantified.getClass().getSimpleName());
  }

  private Condition pattern(PatternDescr pattern) {
    if (pattern.getObjectType().equals("Found")) {
      return findings(pattern, Quantity.EACH);
    }
    checkPattern(pattern, "Matter", "$matter");
    var constraints = pattern.getDescrs();
    allow(pattern, constraints.size() <= 1, "Matter");
    return constraints.isEmpty()
        ? new Guarded.AnyMatter()
        : asked(constraints.get(0), constraints.get(0).getText().strip());
  }

  private Findings findings(PatternDescr pattern, Quantity quantity) {
    checkPattern(pattern, "Found", null);
    var tests = new LinkedHashSet<Test>();
    for (var constraint : pattern.getDescrs()) {
      var text = constraint.getText().strip();
      var asked = FOUND.matcher(text);
      allow(constraint, asked.matches(), text);
      var rule = asked.group(1);
      tests.add(
          rule == null
              ? new Test(Test.Kind.valueOf(text.toUpperCase(Locale.ROOT)), "")
              : new Test(Test.Kind.RULE, rule));
    }
    return new Findings(quantity, tests);
  }

  private void checkPattern(PatternDescr pattern, String type, @Nullable String name) {
    allow(pattern, pattern.getObjectType().equals(type), pattern.getObjectType());
    allow(pattern, Objects.equals(pattern.getIdentifier(), name), type);
    allow(pattern, pattern.getSource() == null, "from");
    allow(pattern, pattern.getBehaviors().isEmpty() && !pattern.isQuery(), type);
    allow(pattern, pattern.getAnnotations().isEmpty(), "@");
  }

  private Asked asked(BaseDescr place, String text) {
    var asked = ASKED.matcher(text);
    allow(place, asked.matches(), text);
    var names = new ArrayList<String>();
    for (var quoted : asked.group(2).split(", ", -1)) {
      var name = quoted.substring(1, quoted.length() - 1);
      if (!facts.contains(name) && !norms.contains(name)) {
        throw places.of(place.getLine()).refusal(Problem.FACT_UNKNOWN, name);
      }
      names.add(name);
    }
    return new Asked(
        Meaning.of(asked.group(1), names.size())
            .orElseThrow(() -> refuse(place.getLine(), asked.group(1))),
        List.copyOf(names));
  }

  private void allow(BaseDescr place, boolean allowed, String what) {
    if (!allowed) {
      throw refuse(place.getLine(), what);
    }
  }

  private RuleNotUnderstood refuse(int line, String what) {
    return places.of(line).refusal(Problem.NOT_ALLOWED, what);
  }
}
