package coop.artel.law;

import coop.artel.values.Refusal;

/** A file that was brought cannot be one of a country's, told at the file. */
public final class RuleFilesRefused extends Refusal {
  private RuleFilesRefused(String code, String english, Object... arguments) {
    super(Kind.INVALID, code, english, arguments);
  }

  static RuleFilesRefused empty() {
    return new RuleFilesRefused("rule-files-empty", "There is no file of rules in the archive");
  }

  static RuleFilesRefused unexpected(String path) {
    return new RuleFilesRefused(
        "rule-file-unexpected", "%s: a country has no file of this name", path);
  }

  static RuleFilesRefused otherCountry(String path, String country) {
    return new RuleFilesRefused(
        "rule-file-other-country", "%s: this is no file of the country %s", path, country);
  }

  static RuleFilesRefused vocabulary(String path) {
    return new RuleFilesRefused(
        "rule-file-vocabulary",
        "%s: the sentences belong to the service and are not taken from outside",
        path);
  }

  /** Templates of documents and worked examples of numbers and terms. */
  static RuleFilesRefused ofTheService(String path) {
    return new RuleFilesRefused(
        "rule-file-of-service", "%s: this file changes with the service, not by an edition", path);
  }

  static RuleFilesRefused notText(String path) {
    return new RuleFilesRefused("rule-file-not-text", "%s: this is not UTF-8 text", path);
  }
}
