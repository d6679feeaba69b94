package coop.artel.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The terms under {@code jurisdictions/<country>/worked/terms.yaml}. */
class WorkedTermsTest {
  private static final Countries COUNTRIES = new Countries();

  private record Worked(
      String country,
      String id,
      String name,
      LocalDate event,
      int count,
      TermUnit unit,
      Optional<LocalDate> begins,
      LocalDate last,
      boolean preliminary,
      Optional<String> article) {}

  @TestFactory
  Stream<DynamicTest> terms() throws IOException {
    return read().stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    "%s %s: %s".formatted(it.country(), it.id(), it.name()), () -> check(it)));
  }

  private static void check(Worked it) {
    var country = COUNTRIES.of(it.country());
    var calendar = country.calendar();
    var end = calendar.end(it.event(), it.count(), it.unit());

    assertThat(end.lastDay()).isEqualTo(it.last());
    assertThat(end.preliminary()).isEqualTo(it.preliminary());
    assertThat(it.article().stream()).allMatch(country::cites);
    // A term begins on the day after the event, so one of a single day ends where it begins.
    it.begins()
        .ifPresent(
            first ->
                assertThat(calendar.end(it.event(), 1, TermUnit.DAYS).earliest()).isEqualTo(first));
  }

  @Test
  void the_terms_of_the_legal_facts_stand() throws IOException {
    var ids = new TreeSet<String>();
    for (var it : read()) {
      if (it.country().equals("ru")) {
        ids.add(it.id());
      }
    }

    assertThat(ids).contains("T1", "T2", "T3", "T4", "T5", "T6");
  }

  @Test
  void where_days_off_are_not_established_no_term_is_certain() throws IOException {
    var worked = new TreeSet<String>();
    for (var it : read()) {
      worked.add(it.country());
      assertThat(it.country().equals("ru") || it.preliminary()).isTrue();
    }

    assertThat(worked).isEqualTo(COUNTRIES.ids());
  }

  static List<YamlNode> files(String name) throws IOException {
    var files = new ArrayList<YamlNode>();
    var resolver = new PathMatchingResourcePatternResolver();
    for (var file : resolver.getResources("classpath*:jurisdictions/*/worked/" + name + ".yaml")) {
      var url = file.getURL().toString();
      files.add(
          YamlNode.read(
              url.substring(url.lastIndexOf("jurisdictions/") + "jurisdictions/".length()),
              file.getContentAsString(StandardCharsets.UTF_8)));
    }
    return files;
  }

  private static List<Worked> read() throws IOException {
    var all = new ArrayList<Worked>();
    for (var file : files("terms")) {
      for (var item : file.items()) {
        var entries =
            item.entries(
                Set.of(
                    "id",
                    "name",
                    "event",
                    "count",
                    "unit",
                    "begins",
                    "last",
                    "preliminary",
                    "article"));
        all.add(
            new Worked(
                file.file().substring(0, 2),
                item.required(entries, "id").text(),
                item.required(entries, "name").text(),
                item.required(entries, "event").day(),
                item.required(entries, "count").number(),
                TermUnit.of(item.required(entries, "unit").text()).orElseThrow(),
                YamlNode.optional(entries, "begins").map(YamlNode::day),
                item.required(entries, "last").day(),
                YamlNode.optional(entries, "preliminary").map(YamlNode::flag).orElse(false),
                YamlNode.optional(entries, "article").map(YamlNode::text)));
      }
    }
    return all;
  }
}
