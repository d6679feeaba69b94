package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDrafts;
import coop.artel.law.RuleExchange;
import coop.artel.law.RuleFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of rules that a lawyer brings back into a draft: looked at first, then kept. */
@Component
class Bringing {
  private static final int MOST_LINES = 60;

  private final RuleDrafts drafts;

  Bringing(RuleDrafts drafts) {
    this.drafts = drafts;
  }

  /**
   * What a file would change.
   *
   * @param digest of the draft's files as they would be
   */
  record Brought(String digest, List<FileView> files) {}

  /**
   * @param state {@code added}, {@code changed}, {@code removed}
   * @param lines the first of those that differ
   * @param more how many others differ
   */
  record FileView(String path, String state, List<LineDifference.Line> lines, int more) {}

  /** Refused: {@code rule-draft-not-theirs}, {@code rule-draft-unknown}. */
  RuleDraft draft(Caller caller, UUID id) {
    drafts.demandLawyer(caller);
    return drafts.find(id);
  }

  RuleFiles files(RuleDraft draft) {
    return drafts.files(draft.id());
  }

  /** Changes nothing. Refused: as {@link RuleExchange#read}. */
  Brought look(RuleDraft draft, byte[] file) {
    var files = files(draft);
    return brought(files, new RuleExchange(files).read(file));
  }

  /**
   * Takes the file into the draft if it still changes what was shown. Refused: as {@link
   * RuleExchange#read} and {@link RuleDrafts#change}.
   *
   * @param shown digest of what was shown; empty where nothing need have been
   * @return empty where it would change something else than was shown
   */
  Optional<Brought> keep(Caller caller, RuleDraft draft, byte[] file, String shown) {
    var seen = new HashMap<String, Integer>();
    drafts.changes(draft.id()).forEach(change -> seen.put(change.path(), change.number()));
    var files = files(draft);
    var changes = new RuleExchange(files).read(file);
    var brought = brought(files, changes);
    if (!shown.isEmpty() && !shown.equals(brought.digest())) {
      return Optional.empty();
    }
    if (!changes.isEmpty()) {
      drafts.change(caller, draft.id(), changes, seen);
    }
    return Optional.of(brought);
  }

  private static Brought brought(RuleFiles files, SortedMap<String, Optional<String>> changes) {
    var views =
        changes.entrySet().stream()
            .map(
                it ->
                    view(
                        it.getKey(),
                        Optional.ofNullable(files.byPath().get(it.getKey())),
                        it.getValue()))
            .toList();
    return new Brought(files.with(changes).digest(), views);
  }

  private static FileView view(String path, Optional<String> before, Optional<String> after) {
    var lines = LineDifference.of(before.orElse(""), after.orElse(""));
    var state = before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
    int told = Math.min(MOST_LINES, lines.size());
    return new FileView(path, state, lines.subList(0, told), lines.size() - told);
  }
}
