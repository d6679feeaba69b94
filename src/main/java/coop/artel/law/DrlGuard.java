package coop.artel.law;

import coop.artel.law.RuleNotUnderstood.Problem;
import coop.artel.law.sentences.Answer;
import coop.artel.law.sentences.Found;
import coop.artel.law.sentences.Matter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The last gate before the compiler: of all that DRL can say only this much passes, wherever it
 * came from. The vocabulary itself is held to it.
 */
final class DrlGuard {
  static {
    RuleBase.fixDateFormat();
  }

  private static final Set<String> IMPORTS = Set.of(Found.class.getName(), Matter.class.getName());
  private static final Set<String> ATTRIBUTES =
      Set.of("date-effective", "date-expires", "salience");
  private static final Set<String> MEANINGS =
      Arrays.stream(Matter.class.getMethods())
          .filter(method -> method.getReturnType() == Answer.class)
          .map(Method::getName)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern ASKED =
      Pattern.compile(
          "\\$answer : ([a-zA-Z]+)\\( (\"[A-Za-z0-9.-]+\"(?:, \"[A-Za-z0-9.-]+\")*) \\)");
  private static final Pattern FOUND =
      Pattern.compile("held|refuses|lacks|doubtful|open|rule == \"[a-z0-9.-]+\"");
  private static final Pattern CONSEQUENCE =
      Pattern.compile(
          "insert\\( \\$matter\\.found\\( drools\\.getRule\\(\\)\\.getName\\(\\), \\$answer"
              + "(?:, \"[a-z0-9-]+\"){1,2} \\) \\);"
              + "|\\$matter\\.conclude\\( \"(?:granted|refused|missing|human)\" \\);");

  private final String file;
  private final Set<String> facts;
  private final Set<String> norms;

  DrlGuard(String file, Set<String> facts, Set<String> norms) {
    this.file = file;
    this.facts = facts;
    this.norms = norms;
  }

  void check(String drl) {
    var parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed;
    try {
      parsed = parser.parse(false, drl);
    } catch (DroolsParserException e) {
      throw refuse(String.valueOf(e.getMessage()));
    }
    if (parsed == null || parser.hasErrors()) {
      throw refuse(parser.getErrors().toString());
    }
    checkPackage(parsed);
    parsed.getRules().forEach(this::checkRule);
  }

  private void checkPackage(PackageDescr parsed) {
    allow(parsed.getImports().stream().map(ImportDescr::getTarget).allMatch(IMPORTS::contains));
    allow(parsed.getUnit() == null);
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
      allow(forbidden.isEmpty());
    }
  }

  private void checkRule(RuleDescr rule) {
    allow(rule.getClass() == RuleDescr.class);
    allow(ATTRIBUTES.containsAll(rule.getAttributes().keySet()));
    allow(rule.getParentName() == null && rule.getNamedConsequences().isEmpty());
    allow(rule.getAnnotationNames().stream().allMatch("law"::equals));
    allow(CONSEQUENCE.matcher(String.valueOf(rule.getConsequence()).strip()).matches());
    rule.getLhs().getDescrs().forEach(this::checkCondition);
  }

  private void checkCondition(BaseDescr condition) {
    if (condition instanceof NotDescr not) {
      checkInner(not.getDescrs());
    } else if (condition instanceof ExistsDescr exists) {
      checkInner(exists.getDescrs());
    } else if (condition.getClass() == AndDescr.class) {
      ((AndDescr) condition).getDescrs().forEach(this::checkCondition);
    } else if (condition.getClass() == PatternDescr.class) {
      checkPattern((PatternDescr) condition);
    } else {
      throw refuse(condition.getClass().getSimpleName());
    }
  }

  private void checkInner(List<?> conditions) {
    conditions.forEach(condition -> checkCondition((BaseDescr) condition));
  }

  private void checkPattern(PatternDescr pattern) {
    allow(pattern.getSource() == null && pattern.getBehaviors().isEmpty() && !pattern.isQuery());
    for (var constraint : pattern.getDescrs()) {
      var text = constraint.getText().strip();
      switch (pattern.getObjectType()) {
        case "Found" -> allow(FOUND.matcher(text).matches());
        case "Matter" -> checkAsked(text);
        default -> throw refuse(pattern.getObjectType());
      }
    }
    allow(Set.of("Found", "Matter").contains(pattern.getObjectType()));
  }

  private void checkAsked(String text) {
    var asked = ASKED.matcher(text);
    allow(asked.matches());
    if (!MEANINGS.contains(asked.group(1))) {
      throw refuse(asked.group(1));
    }
    for (var quoted : asked.group(2).split(", ")) {
      var name = quoted.substring(1, quoted.length() - 1);
      if (!facts.contains(name) && !norms.contains(name)) {
        throw refuse(name);
      }
    }
  }

  private void allow(boolean allowed) {
    if (!allowed) {
      throw refuse("DRL");
    }
  }

  private RuleNotUnderstood refuse(String what) {
    return new RuleNotUnderstood(Problem.NOT_ALLOWED, file, 1, what);
  }
}
