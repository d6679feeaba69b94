package coop.artel.access;

import java.util.UUID;

/**
 * Somebody is to be told of a link, in this transaction: nobody can read the token anywhere later.
 *
 * @param login it may be an e-mail address
 */
public record PersonInvited(UUID invitation, String login, String token) {
  /** Without the token, which belongs into no log. */
  @Override
  public String toString() {
    return "PersonInvited[invitation=%s]".formatted(invitation);
  }
}
