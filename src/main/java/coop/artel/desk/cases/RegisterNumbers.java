package coop.artel.desk.cases;

import coop.artel.access.Caller;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Membership;
import coop.artel.values.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds people by their number in a register of members that the one who asks may see. */
@Component
public class RegisterNumbers {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:пайщик|member)?\\s*(?:№|#|no\\.?)?\\s*(\\d{1,9})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Memberships memberships;

  RegisterNumbers(Memberships memberships) {
    this.memberships = memberships;
  }

  /** Nobody, if the text is no such number. */
  public Set<PersonId> find(Caller caller, String text) {
    var written = WRITTEN.matcher(text.replace('\u00a0', ' ').strip());
    if (!written.matches()) {
      return Set.of();
    }
    long number = Long.parseLong(written.group(1));
    return caller.offices().keySet().stream()
        .filter(caller::serves)
        .map(cooperative -> memberships.numbered(cooperative, number))
        .flatMap(Optional::stream)
        .map(Membership::person)
        .collect(Collectors.toUnmodifiableSet());
  }
}
