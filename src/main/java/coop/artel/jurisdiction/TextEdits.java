package coop.artel.jurisdiction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text by the places of what it was; made all at once. */
final class TextEdits {
  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int from, int to, String by) {}

  TextEdits(String text) {
    this.text = text;
  }

  void replace(int from, int to, String by) {
    edits.add(new Edit(from, to, by));
  }

  void put(int at, String what) {
    replace(at, at, what);
  }

  /** Puts lines below the line that a place is in, whatever comment ends it. */
  void afterLine(int at, String... lines) {
    int end = text.indexOf('\n', at);
    put(end < 0 ? text.length() : end, "\n" + String.join("\n", lines));
  }

  /** Takes away the lines from one place to another, with whatever comment ends them. */
  void removeLines(int from, int to) {
    int end = text.indexOf('\n', to);
    replace(text.lastIndexOf('\n', from), end < 0 ? text.length() : end, "");
  }

  String apply() {
    var changed = new StringBuilder();
    int done = 0;
    // Those at one place stay in the order in which they were asked for.
    var inOrder = edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList();
    for (var edit : inOrder) {
      changed.append(text, done, Math.max(done, edit.from)).append(edit.by);
      done = Math.max(done, edit.to);
    }
    return changed.append(text.substring(done)).toString();
  }
}
