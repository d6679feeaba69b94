package coop.artel.law;

import coop.artel.values.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two sets of a country's files differ: by sentence, by value, and entry by entry. What is
 * equal is not told, and neither is the order of rules, figures and entries, which decides nothing.
 *
 * @param rules by file, in the order in which they stand there
 * @param figures by norm, form and first day
 * @param entries of all that is no rule and no figure
 * @param files what no part tells: only remarks differ, or what is no list of parts
 */
public record EditionDifference(
    List<RuleChange> rules,
    List<FigureChange> figures,
    List<EntryChange> entries,
    List<FileChange> files) {

  /** What became of a thing. */
  public enum How {
    ADDED,
    REMOVED,
    CHANGED;

    static How of(@Nullable Object before, @Nullable Object after) {
      return before == null ? ADDED : (after == null ? REMOVED : CHANGED);
    }
  }

  /** What kind of thing an entry is. */
  public enum Kind {
    NORM,
    CASE,
    ACT,
    CALENDAR,
    COUNTRY
  }

  /**
   * A rule, sentence by sentence.
   *
   * @param id of the rule; empty for the head of the file, which names the legal forms
   * @param removed lines that stand there no longer, in their order
   * @param added lines that stand there now, in their order
   * @param reordered the same lines in another order
   */
  public record RuleChange(
      String file,
      String question,
      String id,
      How how,
      List<String> removed,
      List<String> added,
      boolean reordered) {}

  /**
   * A figure of the law.
   *
   * @param form a legal form, or {@code any}
   * @param since its first day; empty if it has always been so
   */
  public record FigureChange(
      String norm,
      String form,
      String since,
      How how,
      @Nullable Figure before,
      @Nullable Figure after) {}

  /**
   * A figure as its file says it.
   *
   * @param to its last day; empty if there is none
   * @param rest what else is said of it: how it is known, whether it is verified, notes
   */
  public record Figure(
      String value, String unit, String article, String confidence, String to, List<Field> rest) {}

  /** What is said of something under a name. */
  public record Field(String name, String value) {}

  /**
   * A norm but for its figures, a case, an act, a year of the calendar, or what a country is.
   *
   * @param name as it is called now, or was; empty where it has none
   */
  public record EntryChange(
      Kind kind, String file, String id, String name, How how, List<FieldChange> fields) {}

  /**
   * @param name of the field; of a field in another both, parted by a point
   * @param before absent where it was not said
   * @param after absent where it is said no longer
   */
  public record FieldChange(String name, @Nullable String before, @Nullable String after) {}

  /**
   * A file that differs in a way that no part tells.
   *
   * @param remarks only remarks, empty lines or the order differ: the law is the same
   * @param fault why it cannot be told apart, absent otherwise
   */
  public record FileChange(String path, How how, boolean remarks, @Nullable Refusal fault) {}

  public boolean isEmpty() {
    return rules.isEmpty() && figures.isEmpty() && entries.isEmpty() && files.isEmpty();
  }

  /** Whether the same is decided by both: at most remarks and cases differ. */
  public boolean decidesAlike() {
    return rules.isEmpty()
        && figures.isEmpty()
        && entries.stream().allMatch(it -> it.kind() == Kind.CASE)
        && files.stream().allMatch(FileChange::remarks);
  }

  /** From one set of a country's files to another. */
  public static EditionDifference between(RuleFiles before, RuleFiles after) {
    return new FilesCompared(before, after).difference();
  }
}
