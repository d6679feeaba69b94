package coop.artel.mail;

import java.net.URI;
import java.util.UUID;

/**
 * A letter that a program has written.
 *
 * @param id the same whenever this letter is sent again, so that receivers know it
 * @param subject on one line: whatever could begin another header is a space
 * @param html the same as the text
 * @param preferences where its reader decides whether more of them come
 */
public record Letter(
    UUID id, MailAddress to, String subject, String text, String html, URI preferences) {
  public Letter {
    subject = subject.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
