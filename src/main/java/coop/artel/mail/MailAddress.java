package coop.artel.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address as a mail server takes it: the domain in ASCII and lower case. */
public record MailAddress(String value) {
  private static final int LONGEST = 254;
  private static final Pattern LOCAL =
      Pattern.compile("(?=.{1,64}$)[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

  public MailAddress {
    int at = value.lastIndexOf('@');
    if (value.length() > LONGEST
        || at < 1
        || !LOCAL.matcher(value.substring(0, at)).matches()
        || !DOMAIN.matcher(value.substring(at + 1)).matches()) {
      throw new IllegalArgumentException("This is no e-mail address");
    }
  }

  /** As somebody types it; throws {@link IllegalArgumentException} for what is no address. */
  public static MailAddress of(String typed) {
    String text = typed.strip();
    int at = text.lastIndexOf('@');
    return at < 1
        ? new MailAddress(text)
        : new MailAddress(
            text.substring(0, at + 1)
                + IDN.toASCII(text.substring(at + 1)).toLowerCase(Locale.ROOT));
  }

  /** As people read it. */
  @Override
  public String toString() {
    int at = value.lastIndexOf('@');
    return value.substring(0, at + 1) + IDN.toUnicode(value.substring(at + 1));
  }
}
