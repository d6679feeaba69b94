package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people see of a model is said in both languages by its ids. */
class ModelsNamedTest {
  private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([a-z-]+)\"");
  private static final Pattern ACTIVITY =
      Pattern.compile(
          "<bpmn:(?:userTask|serviceTask|businessRuleTask|callActivity|receiveTask|startEvent"
              + "|endEvent|boundaryEvent) id=\"([a-z-]+)\"");
  private static final Pattern NAMED =
      Pattern.compile(
          "<bpmn:(?!process)[a-zA-Z]+ id=\"([a-z-]+)\" name=\"(?:[^\":]+: )?([^\"]+)\"");
  private static final Pattern END = Pattern.compile("<bpmn:endEvent id=\"([a-z-]+)\"");
  private final Wording russian =
      new WordingSource(new MessageConfiguration().messageSource()).in(Languages.RUSSIAN);

  @Test
  void every_process_and_every_activity_has_a_name() throws IOException {
    assertThat(unsaid("process.", all(PROCESS, ""))).isEmpty();
    assertThat(all(ACTIVITY, "")).hasSizeGreaterThan(30);
    assertThat(unsaid("activity.", all(ACTIVITY, ""))).isEmpty();
  }

  /** A model puts the office before a person's step: «Секретарь: отправить уведомление». */
  @Test
  void a_step_is_called_on_pages_as_in_its_model() throws IOException {
    var named = all(NAMED, "", match -> match.group(1) + "=" + match.group(2));
    var activities = all(ACTIVITY, "");

    assertThat(named)
        .filteredOn(it -> activities.contains(it.split("=")[0]))
        .hasSizeGreaterThan(80)
        .allSatisfy(
            it ->
                assertThat(russian.sayOr("activity." + it.split("=")[0], ""))
                    .isEqualToIgnoringCase(it.split("=")[1]));
  }

  @Test
  void every_end_of_an_admission_is_told_to_the_applicant() throws IOException {
    // What ends within the consideration leads on; no case ends there.
    var ends = all(END, "admit-member");
    ends.removeAll(
        Set.of(
            "council-has-decided",
            "application-sent-back",
            "term-recalled",
            "overdue-decision-taken-up",
            "additions-waited-for"));

    assertThat(unsaid("outcome.", ends)).isEmpty();
    assertThat(ends.stream().filter(end -> unsaid("outcome." + end + ".text")).toList()).isEmpty();
  }

  private List<String> unsaid(String prefix, Set<String> ids) {
    return ids.stream().filter(id -> unsaid(prefix + id)).toList();
  }

  private boolean unsaid(String key) {
    return russian.sayOr(key, "").isEmpty();
  }

  private static Set<String> all(Pattern pattern, String name) throws IOException {
    return all(pattern, name, match -> match.group(1));
  }

  private static Set<String> all(
      Pattern pattern, String name, Function<MatchResult, String> reading) throws IOException {
    try (var files = Files.walk(Path.of("processes"))) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn") && file.toString().contains(name))
          .flatMap(file -> pattern.matcher(text(file)).results())
          .map(reading)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
