package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.values.Plural;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A decision in words, in the language of whoever reads or of the country whose law it is. */
@Component
public class Explanations {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

  /** Money as facts are kept: {@code 500.00 RUB}. */
  private static final Pattern SUM = Pattern.compile("\\d+(\\.\\d+)? [A-Z]{3}");

  private static final Pattern KEY =
      Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+");

  private final MessageSource messages;
  private final Countries countries;

  public Explanations(MessageSource messages, Countries countries) {
    this.messages = messages;
    this.countries = countries;
  }

  /** The language of a country's law and so of its documents. */
  public Locale languageOf(String country) {
    return Locale.forLanguageTag(countries.of(country).language());
  }

  /** What the law was asked, as a question to be answered with yes or no. */
  public String question(Decision decision) {
    return say(LocaleContextHolder.getLocale(), "question." + decision.question()) + "?";
  }

  /** What an applicant has to add, a line each. */
  public String missing(Decision decision) {
    var locale = LocaleContextHolder.getLocale();
    return lines(decision.missing().stream().map(code -> say(locale, "missing." + code)).toList());
  }

  /** The conditions that carry the outcome, each with its norm and article, a line each. */
  public String reasons(Decision decision) {
    var locale = LocaleContextHolder.getLocale();
    return lines(
        decision.findings().stream()
            .filter(finding -> decision.reasons().contains(finding.rule()))
            .map(finding -> reason(decision, finding, locale))
            .toList());
  }

  private String reason(Decision decision, Finding finding, Locale locale) {
    String doubtful =
        decision.outcome() == Outcome.HUMAN
            ? ".doubtful"
            : finding.judgement() == null ? "" : ".judged";
    String norm = finding.normValue();
    String fact = finding.factValue();
    if (norm == null && fact != null && SUM.matcher(fact).matches()) {
      return say(
          locale,
          "law.reason-sum" + doubtful,
          sentence(finding, locale),
          finding.article(),
          figure(fact, locale));
    }
    return norm == null
        ? say(locale, "law.reason" + doubtful, sentence(finding, locale), finding.article())
        : say(
            locale,
            "law.reason-norm" + doubtful,
            sentence(finding, locale),
            finding.article(),
            figure(norm, locale));
  }

  /** The lawyer's sentence, with the norms' names in place of their keys. */
  public String sentence(Finding finding, Locale locale) {
    return KEY.matcher(finding.sentence())
        .replaceAll(match -> Matcher.quoteReplacement(norm(match.group(), locale)));
  }

  private String norm(String key, Locale locale) {
    String name = sayOr(locale, "norm." + key, "");
    return name.isEmpty() ? key : say(locale, "norm.quoted", name);
  }

  /** The article that a condition cites, and that a person answered it if one did. */
  public String article(Finding finding, Locale locale) {
    return finding.judgement() == null
        ? finding.article()
        : say(locale, "law.judged", finding.article());
  }

  /** A norm's value as people say it: {@code 18 years} is 18 лет, {@code yes flag} is да. */
  public String figure(String normValue, Locale locale) {
    int gap = normValue.lastIndexOf(' ');
    String value = gap < 0 ? normValue : normValue.substring(0, gap);
    if (!NUMBER.matcher(value).matches()) {
      return sayOr(locale, "word." + value, value);
    }
    var number = new BigDecimal(value);
    String written = NumberFormat.getInstance(locale).format(number);
    String forms = sayOr(locale, "measure." + normValue.substring(gap + 1), "", written);
    // A broken number takes the form of "two and a half days".
    return forms.isEmpty()
        ? written
        : Plural.choose(
            locale, forms, number.stripTrailingZeros().scale() > 0 ? 2 : number.longValue());
  }

  private String say(Locale locale, String key, Object... arguments) {
    return sayOr(locale, key, key, arguments);
  }

  private String sayOr(Locale locale, String key, String otherwise, Object... arguments) {
    return Objects.requireNonNullElse(
        messages.getMessage(key, arguments, otherwise, locale), otherwise);
  }

  private static String lines(List<String> sentences) {
    return sentences.stream().collect(Collectors.joining("\n"));
  }
}
