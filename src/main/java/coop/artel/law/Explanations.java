package coop.artel.law;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A decision in words, in the language of whoever reads. */
@Component
public class Explanations {
  private final MessageSource messages;

  public Explanations(MessageSource messages) {
    this.messages = messages;
  }

  private String say(String key, Object... arguments) {
    return Objects.requireNonNullElse(
        messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale()), key);
  }

  /** What an applicant has to add, a line each. */
  public String missing(Decision decision) {
    return lines(decision.missing().stream().map(code -> say("missing." + code)).toList());
  }

  /** The conditions that carry the outcome, each with its norm and article, a line each. */
  public String reasons(Decision decision) {
    return lines(
        decision.findings().stream()
            .filter(finding -> decision.reasons().contains(finding.rule()))
            .map(this::reason)
            .toList());
  }

  private String reason(Finding finding) {
    String norm = finding.normValue();
    return norm == null
        ? say("law.reason", finding.sentence(), finding.article())
        : say("law.reason-norm", finding.sentence(), finding.article(), value(norm));
  }

  /** A norm's value as people say it: {@code 18 years} is 18 лет. */
  private String value(String norm) {
    int gap = norm.lastIndexOf(' ');
    String unit = norm.substring(gap + 1);
    String said = say("unit." + unit);
    return gap < 0 || said.startsWith("unit.") ? norm : norm.substring(0, gap) + " " + said;
  }

  private static String lines(List<String> sentences) {
    return sentences.stream().collect(Collectors.joining("\n"));
  }
}
