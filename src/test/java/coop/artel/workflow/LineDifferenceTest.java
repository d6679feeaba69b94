package coop.artel.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {
  @Test
  void a_changed_line_goes_and_comes_with_three_around_it() {
    assertThat(told("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nfive\n6\n7\n8\n9"))
        .containsExactly(" 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8");
  }

  @Test
  void a_text_that_was_not_there_is_all_new_and_one_that_goes_all_gone() {
    assertThat(LineDifference.between(null, "a\nb".getBytes(UTF_8)))
        .containsExactly(new LineDifference(null, 1, "a"), new LineDifference(null, 2, "b"));
    assertThat(LineDifference.between("a".getBytes(UTF_8), null))
        .containsExactly(new LineDifference(1, null, "a"));
    assertThat(told("a\nb", "a\nb")).isEmpty();
  }

  @Test
  void what_stays_and_goes_is_the_old_text_and_what_stays_and_comes_the_new_one() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      var before = text(random);
      var after = text(random);
      var old = new ArrayList<String>();
      var young = new ArrayList<String>();
      for (var line : LineDifference.between(bytes(before), bytes(after))) {
        if (line.before() != null) {
          assertThat(before.get(line.before() - 1)).isEqualTo(line.text());
          old.add(line.text());
        }
        if (line.after() != null) {
          assertThat(after.get(line.after() - 1)).isEqualTo(line.text());
          young.add(line.text());
        }
      }
      if (old.size() == before.size() && young.size() == after.size()) {
        assertThat(old).isEqualTo(before);
        assertThat(young).isEqualTo(after);
      }
      assertThat(before.size() - old.size()).isEqualTo(after.size() - young.size());
    }
  }

  @Test
  void texts_that_share_nothing_replace_each_other_whole() {
    var before = new ArrayList<String>();
    var after = new ArrayList<String>();
    for (int i = 0; i < 1500; i++) {
      before.add("old " + i);
      after.add("new " + i);
    }
    assertThat(LineDifference.between(bytes(before), bytes(after)))
        .hasSize(3000)
        .extracting(LineDifference::kind)
        .startsWith("removed")
        .endsWith("added");
  }

  private static List<String> text(Random random) {
    var lines = new ArrayList<String>();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
    }
    return lines;
  }

  private static byte[] bytes(List<String> lines) {
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static List<String> told(String before, String after) {
    return LineDifference.between(before.getBytes(UTF_8), after.getBytes(UTF_8)).stream()
        .map(
            line ->
                switch (line.kind()) {
                  case "added" -> "+" + line.text();
                  case "removed" -> "-" + line.text();
                  default -> " " + line.text();
                })
        .toList();
  }
}
