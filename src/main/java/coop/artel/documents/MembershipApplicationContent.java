package coop.artel.documents;

import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application to the council to become a member, with what 3085-1, art. 10(1) asks for.
 *
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
    Income income,
    @Nullable Money entranceFee,
    @Nullable Money share)
    implements DocumentContent {

  /** What the applicant says of own earnings; lower contributions may follow from it. */
  public enum Income {
    NOT_STATED,
    OWN_EARNINGS,
    NO_OWN_EARNINGS,
    BENEFIT,
    PENSION,
    STIPEND;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        "income", income.id(),
        "entranceFee", DocumentContent.sum(entranceFee),
        "share", DocumentContent.sum(share));
  }
}
