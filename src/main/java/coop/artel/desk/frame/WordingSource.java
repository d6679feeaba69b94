package coop.artel.desk.frame;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Finds the wording for whoever asks. */
public class WordingSource {
  private final MessageSource messages;

  public WordingSource(MessageSource messages) {
    this.messages = messages;
  }

  public Wording in(Locale locale) {
    return new Wording(messages, locale);
  }

  /** In the language of the request that is being answered. */
  public Wording current() {
    return in(LocaleContextHolder.getLocale());
  }
}
