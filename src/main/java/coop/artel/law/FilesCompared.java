package coop.artel.law;

import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.law.EditionDifference.EntryChange;
import coop.artel.law.EditionDifference.FieldChange;
import coop.artel.law.EditionDifference.FigureChange;
import coop.artel.law.EditionDifference.FileChange;
import coop.artel.law.EditionDifference.How;
import coop.artel.law.EditionDifference.RuleChange;
import coop.artel.law.FileEntries.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two sets of files, one file after the other. */
final class FilesCompared {
  private static final String RULES = ".dslr";

  private final RuleFiles before;
  private final RuleFiles after;
  private final Optional<Vocabulary> wordsBefore;
  private final Optional<Vocabulary> wordsAfter;
  private final List<RuleChange> rules = new ArrayList<>();
  private final List<FigureChange> figures = new ArrayList<>();
  private final List<EntryChange> entries = new ArrayList<>();
  private final List<FileChange> files = new ArrayList<>();

  FilesCompared(RuleFiles before, RuleFiles after) {
    this.before = before;
    this.after = after;
    wordsBefore = vocabulary(before);
    wordsAfter = vocabulary(after);
  }

  EditionDifference difference() {
    var paths = new TreeSet<>(before.byPath().keySet());
    paths.addAll(after.byPath().keySet());
    for (var path : paths) {
      var old = before.byPath().get(path);
      var now = after.byPath().get(path);
      if (old == null || !old.equals(now)) {
        file(path, old, now);
      }
    }
    return new EditionDifference(
        List.copyOf(rules), List.copyOf(figures), List.copyOf(entries), List.copyOf(files));
  }

  private void file(String path, @Nullable String old, @Nullable String now) {
    int known = rules.size() + figures.size() + entries.size();
    try {
      if (path.endsWith(RULES) && wordsBefore.isPresent() && wordsAfter.isPresent()) {
        rules(path, old, now);
      } else if (FileEntries.kind(path).isPresent()) {
        entries(path, old, now);
      } else {
        files.add(new FileChange(path, How.of(old, now), false, null));
        return;
      }
    } catch (FileNotUnderstood fault) {
      files.add(new FileChange(path, How.of(old, now), false, fault));
      return;
    }
    if (known == rules.size() + figures.size() + entries.size()) {
      files.add(new FileChange(path, How.of(old, now), true, null));
    }
  }

  private void rules(String path, @Nullable String old, @Nullable String now) {
    var was = RuleLines.of(old, wordsBefore.orElseThrow());
    var is = RuleLines.of(now, wordsAfter.orElseThrow());
    var name = path.substring(path.lastIndexOf('/') + 1, path.length() - RULES.length());
    for (var id : both(was, is)) {
      var oldLines = was.get(id);
      var newLines = is.get(id);
      if (oldLines == null || !oldLines.equals(newLines)) {
        var removed = without(lines(oldLines), lines(newLines));
        var added = without(lines(newLines), lines(oldLines));
        rules.add(
            new RuleChange(
                path,
                name,
                id,
                How.of(oldLines, newLines),
                removed,
                added,
                removed.isEmpty() && added.isEmpty()));
      }
    }
  }

  private void entries(String path, @Nullable String old, @Nullable String now) {
    var was = FileEntries.of(path, old);
    var is = FileEntries.of(path, now);
    figures(was, is);
    for (var id : both(was.entries(), is.entries())) {
      var oldEntry = was.entries().get(id);
      var newEntry = is.entries().get(id);
      if (oldEntry == null || newEntry == null || !oldEntry.fields().equals(newEntry.fields())) {
        var named = newEntry == null ? oldEntry : newEntry;
        entries.add(
            new EntryChange(
                FileEntries.kind(path).orElseThrow(),
                path,
                id,
                named == null ? "" : named.name(),
                How.of(oldEntry, newEntry),
                fields(oldEntry, newEntry)));
      }
    }
  }

  private void figures(FileEntries was, FileEntries is) {
    for (var key : both(was.figures(), is.figures())) {
      var old = was.figures().get(key);
      var now = is.figures().get(key);
      if (old == null || !old.equals(now)) {
        figures.add(
            new FigureChange(key.norm(), key.form(), key.since(), How.of(old, now), old, now));
      }
    }
  }

  private static List<FieldChange> fields(@Nullable Entry old, @Nullable Entry now) {
    var was = old == null ? Map.<String, List<String>>of() : old.fields();
    var is = now == null ? Map.<String, List<String>>of() : now.fields();
    var changes = new ArrayList<FieldChange>();
    for (var name : both(was, is)) {
      var removed = without(lines(was.get(name)), lines(is.get(name)));
      var added = without(lines(is.get(name)), lines(was.get(name)));
      if (removed.size() == 1 && added.size() == 1) {
        changes.add(new FieldChange(name, removed.get(0), added.get(0)));
      } else {
        removed.forEach(value -> changes.add(new FieldChange(name, value, null)));
        added.forEach(value -> changes.add(new FieldChange(name, null, value)));
      }
    }
    return changes;
  }

  private static List<String> lines(@Nullable List<String> lines) {
    return lines == null ? List.of() : lines;
  }

  /** The lines of one list that the other does not have, each as often as it has them more. */
  private static List<String> without(List<String> lines, List<String> others) {
    var left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return List.copyOf(left);
  }

  private static <K> Set<K> both(Map<K, ?> was, Map<K, ?> is) {
    var keys = new LinkedHashSet<>(is.keySet());
    keys.addAll(was.keySet());
    return keys;
  }

  /** The one that stands among the files; without it no line of a rule is understood. */
  private static Optional<Vocabulary> vocabulary(RuleFiles files) {
    var found = new LinkedHashMap<String, String>();
    files
        .byPath()
        .forEach(
            (path, text) -> {
              if (path.startsWith("rules/vocabulary/")) {
                found.put(path, text);
              }
            });
    return found.entrySet().stream()
        .findFirst()
        .map(file -> Vocabulary.read(file.getKey(), file.getValue()));
  }
}
