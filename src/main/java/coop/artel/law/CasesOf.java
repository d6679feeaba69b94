package coop.artel.law;

import java.util.List;

/** The cases that stand beside a country's rules. */
final class CasesOf {
  private CasesOf() {}

  /** In the order of the files' names and, in a file, as they stand there. */
  static List<Case> read(RuleFiles files) {
    return files.cases().entrySet().stream()
        .flatMap(file -> Case.read(file.getKey(), file.getValue()).stream())
        .toList();
  }
}
