package coop.artel.documents;

import coop.artel.values.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document of one kind says, beside what {@link Documents} adds to every one. In canonical
 * JSON a key that ends in {@code On} or {@code By} holds an ISO 8601 date, one that ends in {@code
 * At} an instant, a sum is an object of amount and currency, a choice a word of those in {@link
 * DocumentView}; what is absent is an empty string.
 */
public sealed interface DocumentContent
    permits MembershipApplicationContent,
        DataConsentContent,
        CouncilDecisionContent,
        DecisionNoticeContent,
        MemberCertificateContent,
        MemberLetterContent,
        ReturnLetterContent {
  Document.Kind kind();

  /** As {@link Documents#write} takes it. */
  Map<String, Object> asMap();

  /** Empty if absent. */
  static Object sum(@Nullable Money money) {
    return money == null
        ? ""
        : Map.of(
            "amount",
            money.amount().toPlainString(),
            "currency",
            money.currency().getCurrencyCode());
  }

  static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
