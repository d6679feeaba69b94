package coop.artel.documents;

import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application to the council to become a member, with what 3085-1, art. 10(1) asks for.
 *
 * @param income what is said of it, several at once or nothing
 * @param phone empty if not given, and so are email and address
 * @param entranceFee as the charter sets it on the day of the application
 * @param share the least share contribution, as the charter sets it
 */
public record MembershipApplicationContent(
    String applicant,
    LocalDate appliedOn,
    @Nullable LocalDate bornOn,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String email,
    Set<Income> income,
    @Nullable Money entranceFee,
    @Nullable Money share)
    implements DocumentContent {

  /** What the applicant says of own earnings and payments. */
  public enum Income {
    OWN_EARNINGS("ownEarnings"),
    NO_OWN_EARNINGS("noOwnEarnings"),
    BENEFIT("benefit"),
    PENSION("pension"),
    STIPEND("stipend");

    private final String key;

    Income(String key) {
      this.key = key;
    }
  }

  @Override
  public Document.Kind kind() {
    return Document.Kind.MEMBERSHIP_APPLICATION;
  }

  @Override
  public Map<String, Object> asMap() {
    return Map.of(
        "applicant", applicant,
        "appliedOn", appliedOn.toString(),
        "bornOn", DocumentContent.day(bornOn),
        "address", DocumentContent.text(address),
        "phone", DocumentContent.text(phone),
        "email", DocumentContent.text(email),
        "statement", statement(),
        "entranceFee", DocumentContent.sum(entranceFee),
        "share", DocumentContent.sum(share));
  }

  private Map<String, Object> statement() {
    var statement = new LinkedHashMap<String, Object>();
    statement.put("made", !income.isEmpty());
    for (var one : Income.values()) {
      statement.put(one.key, income.contains(one));
    }
    return statement;
  }
}
