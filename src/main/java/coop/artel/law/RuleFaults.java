package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.law.RuleBench.Fault;
import coop.artel.values.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a set of files from being an edition, each at its file and line. Files that build on
 * one that is not understood are not looked at.
 */
final class RuleFaults {
  private static final int MOST = 50;
  private static final String JURISDICTIONS = "jurisdictions/";

  private final RuleFiles files;
  private final List<Fault> faults = new ArrayList<>();

  private RuleFaults(RuleFiles files) {
    this.files = files;
  }

  /** By file, and in a file by line. */
  static List<Fault> of(RuleFiles files) {
    var look = new RuleFaults(files);
    look.look();
    return look.faults.stream().limit(MOST).toList();
  }

  private void look() {
    @Nullable Country country = country();
    if (country == null) {
      return;
    }
    var cases = new HashMap<String, String>();
    files.cases().forEach((path, text) -> cases(country, path, text, cases));
    rules(country);
  }

  private @Nullable Country country() {
    try {
      return files.read();
    } catch (FileNotUnderstood refused) {
      add(refused);
      return null;
    }
  }

  private void rules(Country country) {
    try {
      var words = files.vocabulary(country);
      var compiler =
          new QuestionCompiler(Vocabulary.read(words.getKey(), words.getValue()), country);
      var folder = "rules/%s/".formatted(files.country());
      var answers = folder + QuestionCompiler.ANSWER + ".dslr";
      files
          .rules()
          .forEach(
              (path, text) -> {
                var name = path.substring(folder.length(), path.length() - ".dslr".length());
                if (FactNames.questions().contains(name)) {
                  rules(compiler, name, path, text, answers);
                } else if (!path.equals(answers)) {
                  faults.add(new Fault(path, 1, RuleDraftRefused.path(path)));
                }
              });
    } catch (FileNotUnderstood refused) {
      add(refused);
    }
  }

  /**
   * After each fault the paragraph that it stands in is left out and the rest is read again, so
   * that one slip does not hide the others.
   */
  private void rules(
      QuestionCompiler compiler, String name, String path, String text, String answers) {
    @Nullable String answering = files.byPath().get(answers);
    if (answering == null) {
      throw FileNotUnderstood.fileMissing(answers);
    }
    var lines = text.replace("\r\n", "\n").split("\n", -1);
    var without = new StringBuilder();
    var seen = new TreeSet<Integer>();
    while (true) {
      try {
        compiler.compile(name, path, String.join("\n", lines), answers, answering);
        return;
      } catch (RuleNotUnderstood refused) {
        int line = Integer.parseInt(refused.arguments().get(1).toString());
        var said = refused.arguments().get(2).toString();
        boolean followsFromAnother =
            refused.code().equals("rule-condition-unknown") && without.indexOf(said) >= 0
                || refused.code().equals("rule-incomplete") && without.length() > 0 && line == 1;
        if (!followsFromAnother) {
          faults.add(new Fault(refused.arguments().get(0).toString(), line, refused));
        }
        if (!refused.arguments().get(0).equals(path) || !seen.add(line) || seen.size() > MOST) {
          return;
        }
        leaveOut(lines, line - 1, without);
      }
    }
  }

  private static void leaveOut(String[] lines, int at, StringBuilder without) {
    int first = at;
    while (first > 0 && !lines[first - 1].isBlank()) {
      first--;
    }
    for (int next = first; next < lines.length && !lines[next].isBlank(); next++) {
      without.append(lines[next]).append('\n');
      lines[next] = "";
    }
  }

  /**
   * @param known file by the id of a case, over all files
   */
  private void cases(Country country, String path, String text, Map<String, String> known) {
    try {
      for (var one : Case.read(path, text)) {
        int line = line(text, one.id());
        if (known.put(one.id(), path) != null) {
          add(FileNotUnderstood.wrong(path, line, one.id()));
        }
        if (country.legalForm(one.legalForm()).isEmpty() && !Rule.FORMS.contains(one.legalForm())) {
          add(FileNotUnderstood.wrong(path, line, "%s: %s".formatted(one.id(), one.legalForm())));
        }
        one.norms().stream()
            .filter(norm -> country.norm(norm).isEmpty())
            .filter(norm -> !country.verifiable().contains(norm))
            .forEach(norm -> add(FileNotUnderstood.wrong(path, line, one.id() + ": " + norm)));
      }
    } catch (FileNotUnderstood refused) {
      add(refused);
    }
  }

  private static int line(String text, String id) {
    var lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).matches("- *id: *[\"']?\\Q%s\\E[\"']? *".formatted(id))) {
        return at + 1;
      }
    }
    return 1;
  }

  private void add(Refusal refused) {
    var file = refused.arguments().get(0).toString();
    var path = file.startsWith("rules/") ? file : JURISDICTIONS + file;
    faults.add(new Fault(path, Integer.parseInt(refused.arguments().get(1).toString()), refused));
  }
}
