package coop.artel.desk;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Finds the wording for whoever asks. */
class WordingSource {
  private final MessageSource messages;

  WordingSource(MessageSource messages) {
    this.messages = messages;
  }

  Wording in(Locale locale) {
    return new Wording(messages, locale);
  }

  /** In the language of the request that is being answered. */
  Wording current() {
    return in(LocaleContextHolder.getLocale());
  }
}
