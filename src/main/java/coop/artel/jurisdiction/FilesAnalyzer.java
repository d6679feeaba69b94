package coop.artel.jurisdiction;

import coop.artel.values.Refusal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the file and the line that the service could not start with, in place of a stack trace. */
class FilesAnalyzer extends AbstractFailureAnalyzer<Refusal> {
  private static final String OURS = "coop.artel.";

  @Override
  protected FailureAnalysis analyze(Throwable failure, Refusal cause) {
    return new FailureAnalysis(
        inRussian(cause) + System.lineSeparator() + cause.getMessage(),
        "Correct the file, or start without its folder (artel.jurisdictions). Nothing was changed.",
        cause);
  }

  /** A refusal's module has its sentences. */
  private static String inRussian(Refusal cause) {
    var type = cause.getClass().getName();
    if (!type.startsWith(OURS)) {
      return cause.code();
    }
    var module = type.substring(OURS.length(), type.indexOf('.', OURS.length()));
    try {
      var sentence =
          ResourceBundle.getBundle("messages." + module, Locale.forLanguageTag("ru"))
              .getString("refusal." + cause.code());
      return MessageFormat.format(sentence, cause.arguments().toArray());
    } catch (MissingResourceException e) {
      return cause.code();
    }
  }
}
