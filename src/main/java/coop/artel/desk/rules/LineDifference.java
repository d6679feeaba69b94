package coop.artel.desk.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** By which lines a text differs from another: as few as there can be. */
final class LineDifference {
  /** Above it only what stands between the first and the last difference is told. */
  private static final long MOST_CELLS = 4_000_000;

  private LineDifference() {}

  /**
   * @param isNew whether the second text has it, else the first
   * @param number in its text, from 1
   */
  record Line(boolean isNew, int number, String text) {}

  static List<Line> of(String before, String after) {
    var old = lines(before);
    var now = lines(after);
    int first = 0;
    while (first < old.size() && first < now.size() && old.get(first).equals(now.get(first))) {
      first++;
    }
    int tail = 0;
    while (tail < old.size() - first
        && tail < now.size() - first
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    return middle(
        old.subList(first, old.size() - tail), now.subList(first, now.size() - tail), first);
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }

  private static List<Line> middle(List<String> old, List<String> now, int skipped) {
    var common = new int[0][];
    if ((long) old.size() * now.size() <= MOST_CELLS) {
      common = common(old, now);
    }
    var lines = new ArrayList<Line>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      boolean same =
          common.length > 0 && i < old.size() && j < now.size() && old.get(i).equals(now.get(j));
      if (same) {
        i++;
        j++;
      } else if (i < old.size()
          && (j == now.size() || common.length == 0 || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(false, skipped + i + 1, old.get(i)));
        i++;
      } else {
        lines.add(new Line(true, skipped + j + 1, now.get(j)));
        j++;
      }
    }
    return Collections.unmodifiableList(lines);
  }

  /** How many lines the rests of both have in common, from each place on. */
  private static int[][] common(List<String> old, List<String> now) {
    var common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
