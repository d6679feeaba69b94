package coop.artel.notices;

import coop.artel.access.Invitations;
import coop.artel.jurisdiction.Countries;
import coop.artel.mail.MailAddress;
import coop.artel.mail.NotDelivered;
import coop.artel.mail.Postman;
import coop.artel.registry.Cooperatives;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Writes to whom an invitation names by an e-mail address, in the language of the cooperative. The
 * letter goes at once and past the outbox, since its link is kept nowhere; whoever invites is told
 * what became of it and can hand the link over otherwise.
 */
@Service
public class InvitationLetters {
  private final LetterWriter writer;
  private final Postman postman;
  private final Cooperatives cooperatives;
  private final Countries countries;

  InvitationLetters(
      LetterWriter writer, Postman postman, Cooperatives cooperatives, Countries countries) {
    this.writer = writer;
    this.postman = postman;
    this.cooperatives = cooperatives;
    this.countries = countries;
  }

  /**
   * @param failure what kept the letter, absent where the mail server has taken it
   */
  public record Told(String address, @Nullable AddressRefused failure) {}

  /** Nothing where the login is no address, or this installation sends no letters. */
  public Optional<Told> send(Invitations.Issued issued) {
    var address = address(issued.invitation().login());
    if (!postman.on() || address.isEmpty()) {
      return Optional.empty();
    }
    var cooperative = cooperatives.find(issued.invitation().cooperative());
    var language = Locale.forLanguageTag(countries.of(cooperative.country()).language());
    try {
      postman.send(writer.invite(address.get(), issued, cooperative, language));
      return Optional.of(new Told(address.get().toString(), null));
    } catch (NotDelivered e) {
      return Optional.of(new Told(address.get().toString(), AddressRefused.notDelivered(e)));
    }
  }

  private static Optional<MailAddress> address(String login) {
    try {
      return Optional.of(MailAddress.of(login));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
