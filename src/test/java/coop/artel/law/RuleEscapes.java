package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.law.sentences.Matter;
import coop.artel.law.sentences.NormValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Files of rules, and words for them, that try to run code. */
final class RuleEscapes {
  static final Country RUSSIA = new Countries().of("ru");
  static final String WORDS = SandboxTest.resource("rules/vocabulary/ru.dsl");
  static final String FORM = "правила для формы consumer-society";
  static final String CONDITION = "    заявление подано в письменной форме";
  static final String CONSEQUENCE = "    иначе отказать";
  static final LocalDate DAY = LocalDate.of(2025, 10, 1);

  private static final String FILE = "rules/ru/admission.dslr";
  private static final String ANSWERS = SandboxTest.resource("rules/ru/outcome.dslr");

  private final List<Escape> escapes = new ArrayList<>();

  static List<Escape> all() {
    var all = new RuleEscapes();
    all.consequences();
    all.captured();
    all.hidden();
    all.conditions();
    all.heads();
    all.files();
    all.sizes();
    all.vocabularies();
    return all.escapes;
  }

  private void consequences() {
    consequence("code passed through", "    > CANARY;");
    consequence("code passed through behind a tab", "\t> CANARY;");
    consequence("code behind a sentence", CONSEQUENCE + " CANARY;");
    consequence("code before a sentence", "    CANARY; иначе отказать");
    consequence("a line of code", CONSEQUENCE + "\n    CANARY;");
    consequence("an anonymous class", CONSEQUENCE + " new Object() { { CANARY; } };");
    consequence("a lambda", CONSEQUENCE + " ((Runnable) () -> CANARY).run();");
    consequence(
        "a thread", CONSEQUENCE + " Thread t = new Thread(() -> CANARY); t.start(); t.join();");
    consequence(
        "reflection",
        CONSEQUENCE
            + " ((java.io.File) Class.forName( \"java.io.File\" )"
            + ".getConstructor( String.class ).newInstance( \"PATH\" )).mkdirs();");
    consequence(
        "a process",
        CONSEQUENCE + " new ProcessBuilder( \"mkdir\", \"-p\", \"PATH\" ).start().waitFor();");
    consequence(
        "the engine's own runtime", CONSEQUENCE + " drools.getKieRuntime().getKieBase(); CANARY;");
    consequence(
        "a consequence with a name", CONSEQUENCE + "\nthen[go]\n    > CANARY;", "Matter( ) do[go]");
  }

  private void captured() {
    consequence(
        "a quote in a word", "    иначе не хватает: x\" ) ); CANARY; System.out.print( ( \"y");
    consequence(
        "an escaped quote in a word",
        "    иначе не хватает: x\\u0022 ) ); ESCAPED; System.out.print( ( \\u0022y");
    condition(
        "a quote in a norm",
        "    решает орган, который называет норма a.b\" ) ) eval( CANARY )"
            + " $x : Matter( \"a\".equals( \"a");
    condition(
        "a quote in the norm of an age",
        "    заявителю исполнилось не меньше лет, чем требует норма a.b\" ) ) eval( CANARY )"
            + " $x : Matter( \"a\".equals( \"a");
    condition(
        "a quote in one of three norms",
        "    доля голосов за решение больше a.b при счёте c.d с тем, что при равенстве"
            + " e.f\" ) ) eval( CANARY ) $x : Matter( \"a\".equals( \"a");
    condition(
        "a quote in the condition built on",
        "    выполнено условие x\" ) eval( CANARY ) not Found( rule == \"y");
    head("a quote in a citation", "по закону 3085-1\") salience ( CANARY ? 1 : 0 ) // ");
    head("a quote in the first day", "действует с 2020-01-01\" salience ( CANARY ? 1 : 0 ) // ");
    head("a quote in the last day", "действует до 2030-01-01\" salience ( CANARY ? 1 : 0 ) // ");
    file(
        "a quote in a rule's name",
        "правило x\" when Matter( ) then CANARY; end rule \"y\nесли\n"
            + CONDITION
            + "\nто\n"
            + CONSEQUENCE
            + "\nконец",
        CONSEQUENCE);
    file(
        "keywords in a rule's name",
        "правило end\" when Matter( ) then CANARY; end rule \"when\nесли\n"
            + CONDITION
            + "\nто\n"
            + CONSEQUENCE
            + "\nконец",
        CONSEQUENCE);
  }

  private void hidden() {
    consequence("code behind a form feed", CONSEQUENCE + "\fCANARY;");
    consequence("code behind a tab", CONSEQUENCE + "\tCANARY;");
    consequence("code behind four hundred spaces", CONSEQUENCE + " ".repeat(400) + "CANARY;");
    consequence("code behind a comment sign", CONSEQUENCE + " // так\n    CANARY; // и так");
    consequence("code between comments", "    /* так */ CANARY; /* и так */");
    consequence("a comment over the end of a rule", CONSEQUENCE + " /*\nконец\n*/ CANARY;");
    consequence(
        "code behind signs of another direction",
        CONSEQUENCE + " /*\u202E } \u2066*/ CANARY; /*\u2069*/");
    condition("a condition behind a comment", "    /* так */ eval( CANARY )");
    file(
        "a function in letters that look alike",
        "function boolean ins\u0435rt( Object o ) { return CANARY; }",
        "    > ins\u0435rt( null );");
    file(
        "a function named as a sentence begins",
        "function boolean иначе( ) { return CANARY; }",
        "    иначе( );");
  }

  private void conditions() {
    condition("a condition passed through", "    > eval( CANARY )");
    condition("eval", "    eval( CANARY )");
    escapes.add(
        rules("eval behind a sentence", rule("", CONDITION + " and eval( CANARY )", CONSEQUENCE)));
    condition("a constraint in code", "    > Matter( CANARY )");
    condition("a constraint behind another", "    > Matter( outcome() == null, CANARY )");
    condition("a constraint on any object", "    > Object( CANARY )");
    condition(
        "a name for the value of code",
        "    > Matter( $x : ( CANARY ) )",
        "\n    > System.out.print( $x );");
    condition("a pattern made by code", "    > Matter( \"a\" matches ( CANARY ? \"a\" : \"b\" ) )");
    condition("exists in code", "    > exists Matter( CANARY )");
    condition("not in code", "    > not Matter( ! CANARY )");
    condition("or in code", "    > ( Matter( CANARY ) or Matter( ) )");
    condition("for all in code", "    > forall( $m : Matter( ) Matter( this == $m, CANARY ) )");
    condition("a source in code", "    > Boolean( ) from CANARY");
    condition("a new object as a source", "    > Object( CANARY ) from new Object()");
    condition("collected in code", "    > java.util.List( CANARY ) from collect( Matter( ) )");
    condition("counted in code", "    > accumulate( Matter( CANARY ); $n : count( ) )");
    condition("a branch in code", "    > $m : Matter( ) if ( CANARY ) do[go]", "\nthen[go]");
    condition(
        "a search that takes for ever",
        "    > eval( ! \"%s!\".matches( \"(a+)+\" ) && CANARY )".formatted("a".repeat(20)));
  }

  private void heads() {
    head("a computed priority", "salience ( CANARY ? 1 : 0 )");
    head("a computed switch", "enabled ( CANARY )");
    code("another language", "dialect \"mvel\"");
    code("a group that takes the word", "agenda-group \"mine\"\nauto-focus true");
    code("a group of which one fires", "activation-group \"mine\"");
    code("a lock", "lock-on-active true");
    code("a rule without loops", "no-loop true");
    code("a remark of the machine's own", "@all( true )");
  }

  private void files() {
    file("a function", "function boolean f() { return CANARY; }", CONSEQUENCE + " f();");
    file("an import", "import java.io.File;", CONSEQUENCE + " new File( \"PATH\" ).mkdirs();");
    file(
        "an imported function",
        "import function java.nio.file.Files.createDirectories;",
        "    > createDirectories( java.nio.file.Path.of( \"PATH\" ) );");
    file("an import of everything", "import java.io.*;", "    > new File( \"PATH\" ).mkdirs();");
    file(
        "a static import",
        "import static java.nio.file.Files.createDirectories;",
        "    > createDirectories( java.nio.file.Path.of( \"PATH\" ) );");
    file("a global", "global java.util.List g;", CONSEQUENCE + " if ( g == null ) CANARY;");
    file("a rule in plain DRL", "rule \"raw\" when Matter( ) then CANARY; end", CONSEQUENCE);
    file(
        "a rule that takes over another's conditions",
        "rule \"raw\" when Matter( ) then end\nrule \"more\" extends \"raw\" when then CANARY; end",
        CONSEQUENCE);
    file("a query", "query q()\n    > Matter( CANARY )\nend", CONSEQUENCE, "    > q( )");
    file(
        "a type of its own",
        "declare Bird sings : boolean end",
        CONSEQUENCE + " insert( new Bird( CANARY ) );");
    file(
        "rules that feed themselves",
        "rule \"begin\" when Matter( ) then insert( Integer.valueOf( 0 ) ); end\n"
            + "rule \"go on\" when $n : Integer( ) then if ( $n < 5000 ) { insert( $n + 1 ); }"
            + " else { CANARY; } end",
        CONSEQUENCE);
  }

  private void sizes() {
    file("a huge file", "// %s".formatted("x".repeat(70_000)), CONSEQUENCE + " CANARY;");
    var many = new StringBuilder();
    for (int i = 0; i < 201; i++) {
      many.append(rule("", CONDITION, CONSEQUENCE).replace("escape", "escape-" + i));
    }
    escapes.add(rules("too many rules", many + rule("", CONDITION, CONSEQUENCE + " CANARY;")));
    escapes.add(
        rules(
            "too many conditions",
            rule(
                    "",
                    "    есть условие, о котором судит человек\n".repeat(10) + CONDITION,
                    CONSEQUENCE + " CANARY;")
                .replace("есть условие, о котором судит человек", "> Matter( )")));
  }

  private void vocabularies() {
    words(
        "a condition whose meaning is code", "[condition]птица поёт=eval( CANARY )", "птица поёт");
    words(
        "a condition whose meaning holds code",
        "[condition]птица поёт=Matter( CANARY )",
        "птица поёт");
    words(
        "a condition whose meaning has a source",
        "[condition]птица поёт=Boolean( ) from CANARY",
        "птица поёт");
    words(
        "a condition that calls what is no meaning",
        "[condition]птица поёт=Matter( $x : getClass( ), CANARY )",
        "птица поёт");
    words("a consequence whose meaning is code", "[consequence]спеть=CANARY;", "спеть");
    words(
        "a consequence whose meaning is followed by code",
        "[consequence]спеть=insert( $matter.found( drools.getRule().getName(), $answer,"
            + " \"refused\" ) ); CANARY;",
        "спеть");
    words(
        "a keyword whose meaning is a computed priority",
        "[keyword]^по закону птиц {article}=@law(\"{article}\") salience ( CANARY ? 1 : 0 )",
        "по закону птиц 3085-1, ст. 7");
  }

  private void consequence(String name, String line, String... conditions) {
    var condition = CONDITION;
    for (var more : conditions) {
      condition += "\n    > " + more;
    }
    escapes.add(rules(name, rule("", condition, line)));
  }

  private void condition(String name, String line, String... named) {
    var consequence = new StringBuilder(CONSEQUENCE);
    for (var more : named) {
      consequence.append(more);
    }
    escapes.add(rules(name, rule("", line + "\n" + CONDITION, consequence.toString())));
  }

  private void head(String name, String line) {
    escapes.add(rules(name, rule(line + "\n", CONDITION, CONSEQUENCE)));
  }

  /** What makes room for code rather than being code. */
  private void code(String name, String line) {
    escapes.add(rules(name, rule(line + "\n", CONDITION, "    > CANARY;")));
  }

  private void file(String name, String line, String consequence, String... conditions) {
    var condition = CONDITION;
    for (var more : conditions) {
      condition = more + "\n" + condition;
    }
    escapes.add(rules(name, line + "\n" + rule("", condition, consequence)));
  }

  private void words(String name, String sentence, String said) {
    var text =
        switch (sentence.substring(1, sentence.indexOf(']'))) {
          case "condition" -> rule("", "    " + said + "\n" + CONDITION, CONSEQUENCE);
          case "consequence" -> rule("", CONDITION, "    " + said);
          default -> rule("", CONDITION, CONSEQUENCE).replace("по закону 3085-1, ст. 7", said);
        };
    escapes.add(new Escape(name, sentence + "\n---\n" + text, new Spoken()));
  }

  private static Escape rules(String name, String text) {
    return new Escape(name, "---\n" + text, new Spoken());
  }

  static String rule(String head, String condition, String consequence) {
    return """
    правило admission.escape
    по закону 3085-1, ст. 7
    %sесли
    %s
    то
    %s
    конец
    """
        .formatted(head, condition, consequence);
  }

  /** Words of one's own, a line of three dashes, rules. */
  private record Spoken() implements Escape.Way {
    @Override
    public void off(String text, Runnable canary) {
      int end = text.indexOf("---\n");
      var words = Vocabulary.read("off.dsl", text.substring(0, end) + WORDS);
      var prelude = QuestionCompiler.prelude("off.sandbox");
      var drl = QuestionCompiler.expand(words, prelude + text.substring(end + 4));
      try (var rules = UnguardedRules.compile(drl)) {
        rules.fire(matter());
      }
    }

    @Override
    public void on(String text) {
      int end = text.indexOf("---\n");
      compile(text.substring(0, end) + WORDS, FORM + "\n" + text.substring(end + 4));
    }
  }

  static void compile(String words, String text) {
    new QuestionCompiler(Vocabulary.read("rules/vocabulary/ru.dsl", words), RUSSIA)
        .compile("admission", FILE, text, "rules/ru/outcome.dslr", ANSWERS);
  }

  static Matter matter() {
    var facts =
        new AdmissionFacts("council", true, true, DAY.minusYears(30), true, DAY, true, false);
    return new Matter(
        FactNames.of(facts),
        DAY,
        (norm, day) -> new NormValue(norm, "council", "word", "a", "law", "confirmed"),
        RUSSIA.calendar());
  }
}
