package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Norm;
import coop.artel.law.sentences.NormValue;
import coop.artel.values.Money;
import coop.artel.values.Plural;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A decision in words, in the language of whoever reads or of the country whose law it is. */
@Component
public class Explanations {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

  private static final Pattern KEY =
      Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+");

  private final MessageSource messages;
  private final Countries countries;

  public Explanations(MessageSource messages, Countries countries) {
    this.messages = messages;
    this.countries = countries;
  }

  /**
   * The language in which a country's documents tell of its law: that of its rules' sentences, for
   * nobody says figures and words in others.
   */
  public Locale languageOf(String country) {
    return Locale.forLanguageTag(countries.of(country).rules());
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
    if (decision.outcome() != Outcome.HUMAN) {
      return reason(finding, finding.judgement() == null ? "" : ".judged", locale);
    }
    String doubt = sayOr(locale, "doubt." + finding.standing(), "");
    if (doubt.isEmpty()) {
      return reason(finding, ".left", locale);
    }
    // What rests on a norm in doubt did not fail: whether it holds is what is not known.
    String reason = reason(finding, finding.held() ? ".met" : ".unknown", locale);
    return say(locale, "law.doubt", reason, doubt);
  }

  private String reason(Finding finding, String kind, Locale locale) {
    String sentence = sentence(finding, locale);
    String basis = basis(finding, locale);
    String norm = values(finding, locale);
    if (!norm.isEmpty()) {
      return say(locale, "law.reason-norm" + kind, sentence, basis, norm);
    }
    String fact = finding.factValue();
    return fact != null && Money.read(fact).isPresent()
        ? say(locale, "law.reason-sum" + kind, sentence, basis, figure(fact, locale))
        : say(locale, "law.reason" + kind, sentence, basis);
  }

  /**
   * The lawyer's sentence, with the norms' names in place of their keys; where it names several, it
   * says what each of them says.
   */
  public String sentence(Finding finding, Locale locale) {
    return KEY.matcher(finding.sentence())
        .replaceAll(match -> Matcher.quoteReplacement(norm(finding, match.group(), locale)));
  }

  private String norm(Finding finding, String key, Locale locale) {
    var said =
        finding.measures().size() < 2
            ? Optional.<String>empty()
            : finding.measures().stream()
                .filter(measure -> measure.norm().equals(key) && measure.value() != null)
                .map(measure -> said(finding, key, measure.value(), locale))
                .findFirst();
    return said.orElseGet(
        () -> {
          String name = normName(finding, key, locale);
          return name.equals(key) ? key : say(locale, "norm.quoted", name);
        });
  }

  private String said(Finding finding, String key, @Nullable String value, Locale locale) {
    String figure = Objects.requireNonNull(value);
    String word = figure.substring(0, figure.lastIndexOf(' '));
    return sayOr(locale, "said." + key + "." + word, figureOf(finding, key, figure, locale));
  }

  /** As the messages call a norm of a finding, else as the country's file does. */
  public String normName(Finding finding, String key, Locale locale) {
    return Objects.requireNonNullElseGet(
        messages.getMessage("norm." + key, null, null, locale),
        () -> ofFile(finding, key).flatMap(Norm::name).map(name -> name.in(locale)).orElse(key));
  }

  /** A norm's value as people say it; words as the country's file calls them. */
  public String figureOf(Finding finding, String key, String value, Locale locale) {
    String word = value.substring(0, Math.max(value.lastIndexOf(' '), 0));
    var names = ofFile(finding, key).map(Norm::wordNames).orElse(Map.of());
    return names.isEmpty() || !names.keySet().containsAll(List.of(word.split(", ")))
        ? figure(value, locale)
        : Stream.of(word.split(", "))
            .map(it -> Objects.requireNonNull(names.get(it)).in(locale))
            .collect(Collectors.joining(", "));
  }

  /** A finding names no country; the article that its figure stands in tells it. */
  private Optional<Norm> ofFile(Finding finding, String key) {
    return finding.measures().stream()
        .filter(measure -> measure.norm().equals(key))
        .findFirst()
        .flatMap(
            measure ->
                countries.ids().stream()
                    .flatMap(id -> countries.of(id).norm(key).stream())
                    .filter(norm -> norm.articles().contains(measure.article()))
                    .findFirst());
  }

  /** The value of the one norm that a condition names; its sentence says those of several. */
  public String values(Finding finding, Locale locale) {
    String value = finding.normValue();
    String norm = finding.norm();
    return value == null || norm == null || finding.measures().size() > 1
        ? ""
        : figureOf(finding, norm, value, locale);
  }

  /**
   * Where a condition's figure stands: the paragraph of the charter with what the law itself says,
   * or the articles that the condition cites.
   */
  public String basis(Finding finding, Locale locale) {
    String grounds = grounds(finding, locale);
    return boundsOpen(finding) ? grounds + "; " + say(locale, "law.bounds-open") : grounds;
  }

  /** Whether it is not established what the law leaves a charter in the figure that counted. */
  public boolean boundsOpen(Finding finding) {
    return finding.measures().stream()
        .anyMatch(it -> it.paragraph() != null && it.source().equals(NormValue.CHARTER_ALONE));
  }

  /** The same without that remark, for where many conditions stand together and it is made once. */
  public String grounds(Finding finding, Locale locale) {
    var charter =
        finding.measures().stream().filter(measure -> measure.paragraph() != null).toList();
    if (charter.isEmpty()) {
      return finding.article();
    }
    var grounds = new LinkedHashSet<String>();
    var paragraphs =
        charter.stream()
            .map(measure -> paragraph(measure.paragraph(), locale))
            .distinct()
            .collect(Collectors.joining(", "));
    grounds.add(say(locale, "law.charter", paragraphs));
    for (var measure : charter) {
      String ofLaw = measure.lawValue();
      if (ofLaw != null) {
        grounds.add(say(locale, "law.statute", figure(ofLaw, locale), measure.article()));
      }
    }
    if (grounds.size() == 1 && !boundsOpen(finding)) {
      grounds.add(finding.article());
    }
    return String.join("; ", grounds);
  }

  /** As it was entered; a bare number is said to be one of a paragraph. */
  private String paragraph(@Nullable String entered, Locale locale) {
    String paragraph = Objects.requireNonNullElse(entered, "");
    return !paragraph.isEmpty() && Character.isDigit(paragraph.charAt(0))
        ? say(locale, "law.paragraph", paragraph)
        : paragraph;
  }

  /** How a person answered a condition; empty where the law itself did. */
  public String judged(Finding finding, Locale locale) {
    return finding.judgement() == null
        ? ""
        : say(locale, finding.passes() ? "law.allowed" : "law.not-allowed");
  }

  /** A norm's value as people say it: {@code 18 years} is 18 лет, {@code yes flag} is да. */
  public String figure(String normValue, Locale locale) {
    var sum = Money.read(normValue);
    if (sum.isPresent()) {
      return sum.get().in(locale);
    }
    int gap = normValue.lastIndexOf(' ');
    String value = gap < 0 ? normValue : normValue.substring(0, gap);
    if (!NUMBER.matcher(value).matches()) {
      return Stream.of(value.split(", "))
          .map(word -> sayOr(locale, "word." + word, word))
          .collect(Collectors.joining(", "));
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
