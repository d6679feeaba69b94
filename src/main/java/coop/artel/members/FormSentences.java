package coop.artel.members;

import coop.artel.law.Decision;
import coop.artel.law.Explanations;
import coop.artel.people.Person.IdentityDocument;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences that forms show, in the language of whoever reads. */
@Component
class FormSentences {
  private final MessageSource messages;
  private final Explanations explanations;

  FormSentences(MessageSource messages, Explanations explanations) {
    this.messages = messages;
    this.explanations = explanations;
  }

  String say(String key, Object... arguments) {
    return Objects.requireNonNullElse(
        messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale()), key);
  }

  /** Which paper a consent stands on, in the language of a country. */
  String consentOnPaper(String country, OnPaper paper) {
    var language = explanations.languageOf(country);
    String day = DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(paper.consentOn());
    return messages.getMessage(
        "paper.consent.words", new Object[] {day, paper.consentDigest()}, language);
  }

  /** When and how somebody was reminded. */
  String reminder(LocalDate day, String means) {
    var locale = LocaleContextHolder.getLocale();
    return say(
        "members.reminded",
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day),
        say("members.reminded." + means));
  }

  /** A kind of identity document; one that only a model knows stands as it is called there. */
  String identityDocument(String kind, Locale language) {
    return Objects.requireNonNullElse(
        messages.getMessage("identity." + kind, null, kind, language), kind);
  }

  /** An identity document on one line. */
  String document(IdentityDocument document) {
    var locale = LocaleContextHolder.getLocale();
    return say(
        "members.document",
        identityDocument(document.kind(), locale),
        document.number(),
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale)
            .format(document.issuedOn()),
        document.issuedBy());
  }

  /** What an applicant has to add, a line each. */
  String missing(Decision decision) {
    return explanations.missing(decision);
  }

  /**
   * The conditions that carry a refusal, each with its norm and article, a line each. Empty where
   * the law refused nothing and a person sends something back.
   */
  String reasons(Decision decision) {
    return decision.granted() ? "" : explanations.reasons(decision);
  }
}
