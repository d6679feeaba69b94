package coop.artel.law;

import static coop.artel.law.RuleEscapes.RUSSIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The last gate by itself: two rules that pass, each time with one thing in them that does not, and
 * what is told is that thing.
 */
class DrlGuardTest {
  private static final String MATTER = "$matter : Matter( $answer : given( \"inWriting\" ) )";
  private static final String ASKED = "given( \"inWriting\" )";
  private static final String FIND =
      "insert( $matter.found( drools.getRule().getName(), $answer, \"refused\" ) );";
  private static final String ANY = "$matter : Matter( )";
  private static final String OPEN = "not Found( open )";
  private static final String CONCLUDE = "$matter.conclude( \"granted\" );";
  private static final String SOUND =
      """
      rule "a"
      @law( "3085-1" )
      date-effective "2020-01-01"
      date-expires "2030-01-01"
      when
      %s
      then
      %s
      end
      rule "b"
      salience -1
      when
      %s
      exists Found( )
      %s
      then
      %s
      end
      """
          .formatted(MATTER, FIND, ANY, OPEN, CONCLUDE);

  @Test
  void what_sentences_mean_passes() {
    assertThat(check(SOUND)).extracting(Guarded::name).containsExactly("a", "b");
  }

  @ParameterizedTest
  @MethodSource
  void a_file_holds_rules_alone(String told, String more) {
    refused(told, more + "\n" + SOUND);
  }

  static List<Arguments> a_file_holds_rules_alone() {
    return List.of(
        Arguments.of("java.io.File", "import java.io.File;"),
        Arguments.of("java.io.*", "import java.io.*;"),
        Arguments.of("FunctionImportDescr", "import function java.lang.Math.abs;"),
        Arguments.of("AccumulateImportDescr", "import accumulate java.lang.Object o;"),
        Arguments.of("GlobalDescr", "global java.util.List g;"),
        Arguments.of("FunctionDescr", "function void f() { }"),
        Arguments.of("AttributeDescr", "dialect \"mvel\""),
        Arguments.of("TypeDeclarationDescr", "declare Bird end"),
        Arguments.of(
            "EnumDeclarationDescr", "declare enum Bird ROOK( \"rook\" ); name : String end"),
        Arguments.of("EntryPointDeclarationDescr", "declare entry-point Nest end"),
        Arguments.of("WindowDeclarationDescr", "declare window Nest Matter( ) end"),
        Arguments.of("query", "query q()\n$matter : Matter( )\nend"));
  }

  @Test
  void a_file_has_no_unit() {
    refusedAsIs("unit", "package a.b;\nunit Nest;\n" + SOUND);
  }

  @ParameterizedTest
  @MethodSource
  void a_rule_says_no_more_than_sentences_do(String told, String what, String instead) {
    assertThat(SOUND).contains(what);

    refused(told, SOUND.replace(what, instead));
  }

  static List<Arguments> a_rule_says_no_more_than_sentences_do() {
    return List.of(
        instead("no-loop", "salience -1", "salience -1\nno-loop true"),
        instead("enabled", "salience -1", "salience -1\nenabled ( true )"),
        instead("agenda-group", "salience -1", "salience -1\nagenda-group \"mine\""),
        instead("salience", "salience -1", "salience 10000"),
        instead("salience", "salience -1", "salience ( 1 )"),
        instead("extends", "rule \"b\"", "rule \"b\" extends \"a\""),
        instead("then[]", CONCLUDE, CONCLUDE + "\nthen[go]\n" + CONCLUDE),
        instead("@", "@law( \"3085-1\" )", "@all( true )"),
        instead("tomorrow", "2020-01-01", "tomorrow"),
        instead("from", ANY, ANY + " from new Matter()"),
        instead("from", "exists Found( )", "exists Found( ) from $matter"),
        instead("Matter", ANY, ANY + " over window:length( 2 )"),
        instead("@", ANY, ANY + " @watch( * )"),
        instead("Matter", ANY, "$other : Matter( )"),
        instead("Matter", ANY, "Matter( )"),
        instead("Found", OPEN, "$found : Found( open )"),
        instead("Object", ANY, "$matter : Object( )"),
        instead("Matter", ASKED, ASKED + ", $other : given( \"born\" )"),
        instead("true", OPEN, "not Found( true )"),
        instead("rule == \"a\" || true", OPEN, "not Found( rule == \"a\" || true )"),
        instead("$answer : " + ASKED + " == null", ASKED, ASKED + " == null"),
        instead("$answer : given( \"inWriting\".trim() )", ASKED, "given( \"inWriting\".trim() )"),
        instead("getClass", ASKED, "getClass( \"inWriting\" )"),
        instead("EvalDescr", OPEN, "eval( true )"),
        instead("OrDescr", OPEN, "( Found( held ) or Found( open ) )"),
        instead("ForallDescr", OPEN, "forall( Found( held ) Found( open ) )"),
        instead("NotDescr", OPEN, "not( Found( held ) and Found( open ) )"),
        instead("ExistsDescr", OPEN, "exists( Found( held ) and Found( open ) )"),
        instead("from", OPEN, "Found( ) from accumulate( Found( held ), count( ) )"),
        instead(FIND + " System.exit( 0 );", FIND, FIND + " System.exit( 0 );"),
        instead(CONCLUDE + " System.exit( 0 );", CONCLUDE, CONCLUDE + " System.exit( 0 );"),
        instead("$matter.conclude( \"maybe\" );", "granted", "maybe"),
        instead("then", MATTER, ANY),
        instead("then", ANY, "Found( held )"));
  }

  private static Arguments instead(String told, String what, String instead) {
    return Arguments.of(told, what, instead);
  }

  @Test
  void what_nobody_asks_about_in_this_question_is_told_so() {
    assertThatThrownBy(() -> check(SOUND.replace("inWriting", "shoeSize")))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> assertThat(refusal.code()).isEqualTo("rule-fact-unknown"));
  }

  private static List<Guarded> check(String drl) {
    return checkAsIs(QuestionCompiler.prelude("a.b") + drl);
  }

  private static List<Guarded> checkAsIs(String drl) {
    return new DrlGuard(new Places("file"), FactNames.of("admission"), RUSSIA.norms().keySet())
        .check(drl);
  }

  private static void refused(String told, String drl) {
    refusedAsIs(told, QuestionCompiler.prelude("a.b") + drl);
  }

  private static void refusedAsIs(String told, String drl) {
    assertThatThrownBy(() -> checkAsIs(drl))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("rule-not-allowed");
              assertThat(refusal.arguments().get(2)).isEqualTo(told);
            });
  }
}
