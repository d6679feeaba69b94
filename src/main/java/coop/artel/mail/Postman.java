package coop.artel.mail;

import coop.artel.mail.NotDelivered.Cause;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server of {@code spring.mail}, if there is one. */
@Component
public class Postman {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final @Nullable JavaMailSender sender;
  private final @Nullable InternetAddress from;
  private final Clock clock;

  /**
   * @param from {@code artel@example.org} or {@code Артель <artel@example.org>}
   */
  Postman(
      ObjectProvider<JavaMailSender> senders,
      @Value("${spring.mail.host:}") String host,
      @Value("${artel.mail.from:}") String from,
      Clock clock) {
    this.sender = host.isBlank() ? null : senders.getIfAvailable();
    this.from = sender == null ? null : address(from);
    this.clock = clock;
  }

  /** Whether letters can be sent at all. */
  public boolean on() {
    return sender != null;
  }

  /** Returns when the server has taken the letter for its reader. */
  public void send(Letter letter) throws NotDelivered {
    if (sender == null || from == null) {
      throw new IllegalStateException("No mail server is named");
    }
    try {
      sender.send(message(letter, sender.createMimeMessage(), from));
    } catch (MailAuthenticationException e) {
      throw new NotDelivered(Cause.SIGN_IN_REFUSED, e);
    } catch (MailSendException e) {
      throw new NotDelivered(cause(e), e);
    } catch (MailException e) {
      throw new NotDelivered(Cause.LETTER_REFUSED, e);
    }
  }

  private MimeMessage message(Letter letter, MimeMessage message, InternetAddress from) {
    try {
      message.setFrom(from);
      message.setRecipient(RecipientType.TO, new InternetAddress(letter.to().value(), true));
      message.setSubject(letter.subject(), UTF_8);
      message.setSentDate(Date.from(clock.instant()));
      message.setHeader(
          "Message-ID", "<%s@%s>".formatted(letter.id(), letter.preferences().getHost()));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("List-Unsubscribe", "<%s>".formatted(letter.preferences()));
      var text = new MimeBodyPart();
      text.setText(letter.text(), UTF_8, "plain");
      var html = new MimeBodyPart();
      html.setText(letter.html(), UTF_8, "html");
      message.setContent(new MimeMultipart("alternative", text, html));
      return message;
    } catch (MessagingException e) {
      throw new IllegalStateException("A letter that cannot be written", e);
    }
  }

  private static Cause cause(MailSendException failure) {
    boolean nobody =
        Arrays.stream(failure.getMessageExceptions())
            .anyMatch(
                it ->
                    it instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    if (nobody) {
      return Cause.RECIPIENT_REFUSED;
    }
    return Arrays.stream(failure.getMessageExceptions())
            .anyMatch(SendFailedException.class::isInstance)
        ? Cause.LETTER_REFUSED
        : Cause.SERVER_AWAY;
  }

  private static InternetAddress address(String text) {
    try {
      var address = new InternetAddress(text, true);
      address.setPersonal(address.getPersonal(), UTF_8);
      return address;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException(
          "spring.mail.host names a mail server, so artel.mail.from must be the sender's address,"
              + " like artel@example.org",
          e);
    }
  }
}
