package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A fact that follows from others says from which. */
class FactTablesTest {
  @Test
  void no_fact_follows_from_what_it_does_not_name() {
    for (var question : FactNames.questions()) {
      var components =
          Arrays.stream(FactNames.kind(question).getRecordComponents())
              .map(it -> it.getName())
              .toList();
      for (var fact : FactNames.of(question)) {
        assertThat(components).as(fact).containsAll(FactNames.sources(question, fact));
        for (int place = 0; place < components.size(); place++) {
          if (!FactNames.sources(question, fact).contains(components.get(place))) {
            assertSame(question, fact, place);
          }
        }
      }
    }
  }

  /** Whatever else is so, another value at the place changes nothing. */
  private static void assertSame(String question, String fact, int place) {
    var axes = axes(question);
    for (int seed = 0; seed < 12; seed++) {
      int some = seed;
      var values =
          new ArrayList<@Nullable Object>(
              IntStream.range(0, axes.size())
                  .mapToObj(it -> pick(axes.get(it), some * 7 + it * some))
                  .toList());
      var before = read(question, fact, values);
      for (var other : axes.get(place)) {
        values.set(place, other);
        assertThat(Objects.equals(read(question, fact, values), before))
            .as("%s of %s, place %d", fact, question, place)
            .isTrue();
      }
    }
  }

  private static Object pick(List<@Nullable Object> values, int number) {
    return Objects.requireNonNull(values.get(number % values.size()));
  }

  private static @Nullable Object read(
      String question, String fact, List<@Nullable Object> values) {
    return FactNames.of(FactNames.facts(question, values.toArray())).get(fact);
  }

  private static List<List<@Nullable Object>> axes(String question) {
    var values = new Values(question, GapsTest.DAY, GapsTest.EDITION.country().currency());
    for (var component : FactNames.kind(question).getRecordComponents()) {
      values.lookAt(component.getName());
      values.around(component.getName(), GapsTest.DAY);
    }
    return values.axes().stream()
        .map(axis -> axis.values().stream().filter(Objects::nonNull).toList())
        .toList();
  }
}
