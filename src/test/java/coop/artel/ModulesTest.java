package coop.artel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

/** A module uses what its package-info names; a library has one module that may speak to it. */
class ModulesTest {
  private static final Pattern TESTS = Pattern.compile(".*/test(-classes)?/coop/artel/.*");
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(ModulesTest::isOurs).importPackages("coop.artel");

  @Test
  void a_module_uses_only_what_it_names_and_there_is_no_circle() {
    ApplicationModules.of(Artel.class, ModulesTest::isOurs).verify();
  }

  @Test
  void the_rooms_of_the_desk_lie_one_above_the_other() {
    slices().matching("coop.artel.desk.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** What ships, not what tests it. */
  private static boolean isOurs(Location location) {
    return !TESTS.matcher(location.toString()).matches();
  }

  @TestFactory
  Stream<DynamicTest> a_library_has_one_module_that_speaks_to_it() {
    return Stream.of(
            onlyWithTheTableThatTheLawIsMeasuredAgainst("workflow", "org.camunda.."),
            only("law", "org.drools..", "org.kie.."),
            only("chain", "org.web3j.."),
            only(
                "signing",
                "org.bouncycastle.tsp..",
                "org.bouncycastle.cms..",
                "org.bouncycastle.cert.."),
            only("mail", "jakarta.mail..", "org.springframework.mail.."),
            only("embedded", "io.zonky.."))
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
  }

  @Test
  void nothing_but_tasks_completes_a_task() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("coop.artel.workflow.TaskCompletion")
        .should()
        .callMethodWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "completes a task of the engine",
                call ->
                    call.getTargetOwner().isAssignableTo("org.camunda.bpm.engine.TaskService")
                        && call.getName().startsWith("complete")))
        .check(CLASSES);
    noClasses()
        .that()
        .haveNameNotMatching("coop\\.artel\\.workflow\\.(Tasks|Overrides)(\\$.*)?")
        .should()
        .callMethodWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "goes around the holder or the guard of a task",
                call ->
                    call.getTargetOwner().getName().equals("coop.artel.workflow.TaskCompletion")
                        && !call.getName().equals("handler")
                        && !call.getOriginOwner().equals(call.getTargetOwner())))
        .check(CLASSES);
  }

  @Test
  void nobody_reads_the_clock_behind_its_back() {
    noClasses()
        .that(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "hold a rule of the law or a step",
                (JavaClass it) ->
                    it.getPackageName().startsWith("coop.artel.members")
                        || it.getPackageName().startsWith("coop.artel.meetings")
                        || it.getPackageName().startsWith("coop.artel.law")))
        .should()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(CLASSES);
  }

  private static ArchRule onlyWithTheTableThatTheLawIsMeasuredAgainst(
      String module, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("coop.artel." + module + "..")
        .and()
        .haveNameNotMatching("coop\\.artel\\.bench\\.DecisionTable(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .as("only %s speaks to %s".formatted(module, String.join(", ", packages)));
  }

  @Test
  void the_table_that_the_law_is_measured_against_speaks_to_no_more_than_its_engine() {
    noClasses()
        .that()
        .haveNameMatching("coop\\.artel\\.bench\\.DecisionTable(\\$.*)?")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are Camunda's but not of its decision tables",
                (JavaClass it) ->
                    it.getPackageName().startsWith("org.camunda.")
                        && !it.getPackageName().startsWith("org.camunda.bpm.dmn.")))
        .check(CLASSES);
  }

  private static ArchRule only(String module, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("coop.artel." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .as("only %s speaks to %s".formatted(module, String.join(", ", packages)));
  }
}
