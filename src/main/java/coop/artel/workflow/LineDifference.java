package coop.artel.workflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the difference between two texts.
 *
 * @param before its number in the old text, absent if it is new
 * @param after its number in the new text, absent if it goes
 */
public record LineDifference(@Nullable Integer before, @Nullable Integer after, String text) {
  /** Unchanged lines that are shown around a change. */
  private static final int AROUND = 3;

  /** Beyond so many steps one block is told to replace the other: it would be no reading. */
  private static final int LONGEST = 600;

  public String kind() {
    return before == null ? "added" : (after == null ? "removed" : "same");
  }

  /** The changed lines with some around them, in order; a text that is not there has no lines. */
  public static List<LineDifference> between(byte @Nullable [] before, byte @Nullable [] after) {
    return nearChanges(all(lines(before), lines(after)));
  }

  private static List<String> lines(byte @Nullable [] text) {
    return text == null ? List.of() : new String(text, StandardCharsets.UTF_8).lines().toList();
  }

  private static List<LineDifference> all(List<String> before, List<String> after) {
    int head = 0;
    while (head < Math.min(before.size(), after.size())
        && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(before.size(), after.size()) - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    var all = new ArrayList<LineDifference>();
    for (int i = 0; i < head; i++) {
      all.add(new LineDifference(i + 1, i + 1, before.get(i)));
    }
    all.addAll(middle(before, after, head, before.size() - tail, after.size() - tail));
    for (int i = tail; i > 0; i--) {
      int line = before.size() - i;
      all.add(new LineDifference(line + 1, after.size() - i + 1, before.get(line)));
    }
    return all;
  }

  /** The shortest way from one text to the other (Myers 1986), told backwards and turned. */
  private static List<LineDifference> middle(
      List<String> before, List<String> after, int first, int beforeEnd, int afterEnd) {
    int removed = beforeEnd - first;
    int added = afterEnd - first;
    int most = Math.min(removed + added, LONGEST);
    var furthest = new int[2 * most + 3];
    var trace = new ArrayList<int[]>();
    for (int steps = 0; steps <= most; steps++) {
      trace.add(furthest.clone());
      for (int k = -steps; k <= steps; k += 2) {
        int x = down(furthest, most, k, steps) ? furthest[most + 2 + k] : furthest[most + k] + 1;
        while (x < removed
            && x - k < added
            && before.get(first + x).equals(after.get(first + x - k))) {
          x++;
        }
        furthest[most + 1 + k] = x;
        if (x >= removed && x - k >= added) {
          return back(before, after, first, trace, removed, added, most);
        }
      }
    }
    var replaced = new ArrayList<LineDifference>();
    for (int i = first; i < beforeEnd; i++) {
      replaced.add(new LineDifference(i + 1, null, before.get(i)));
    }
    for (int i = first; i < afterEnd; i++) {
      replaced.add(new LineDifference(null, i + 1, after.get(i)));
    }
    return replaced;
  }

  /** Whether the way to diagonal k comes from the one above, by a line added. */
  private static boolean down(int[] furthest, int most, int k, int steps) {
    return k == -steps || (k != steps && furthest[most + k] < furthest[most + 2 + k]);
  }

  private static List<LineDifference> back(
      List<String> before,
      List<String> after,
      int first,
      List<int[]> trace,
      int removed,
      int added,
      int most) {
    var told = new ArrayList<LineDifference>();
    int x = removed;
    int y = added;
    for (int steps = trace.size() - 1; steps >= 0; steps--) {
      var furthest = trace.get(steps);
      int k = x - y;
      boolean down = down(furthest, most, k, steps);
      int fromX = steps == 0 ? 0 : furthest[most + 1 + (down ? k + 1 : k - 1)];
      int fromY = steps == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
      while (x > fromX && y > fromY) {
        x--;
        y--;
        told.add(new LineDifference(first + x + 1, first + y + 1, before.get(first + x)));
      }
      if (steps > 0 && down) {
        y--;
        told.add(new LineDifference(null, first + y + 1, after.get(first + y)));
      } else if (steps > 0) {
        x--;
        told.add(new LineDifference(first + x + 1, null, before.get(first + x)));
      }
    }
    Collections.reverse(told);
    return told;
  }

  private static List<LineDifference> nearChanges(List<LineDifference> all) {
    var near = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).kind().equals("same")) {
        for (int j = Math.max(0, i - AROUND); j <= Math.min(all.size() - 1, i + AROUND); j++) {
          near[j] = true;
        }
      }
    }
    var shown = new ArrayList<LineDifference>();
    for (int i = 0; i < all.size(); i++) {
      if (near[i]) {
        shown.add(all.get(i));
      }
    }
    return shown;
  }
}
