package coop.artel.desk.cases;

import coop.artel.access.Caller;
import coop.artel.people.NameIndex;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Membership;
import coop.artel.registry.RegisterFilter;
import coop.artel.values.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds people by their number in a register of members that the one who asks may see. */
@Component
public class RegisterNumbers {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:пайщик|member)?\\s*(?:№|#|no\\.?)?\\s*(\\d{1,9})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Memberships memberships;
  private final NameIndex index;

  RegisterNumbers(Memberships memberships, NameIndex index) {
    this.memberships = memberships;
    this.index = index;
  }

  /** What a text means in one register: a number of it, or words of a name. */
  public RegisterFilter.Words words(String text) {
    return new RegisterFilter.Words(number(text), index.find(text));
  }

  /** Whom a text may mean: who has that number in such a register, or such words in the name. */
  public Set<PersonId> meant(Caller caller, String text) {
    return Stream.concat(find(caller, text).stream(), index.find(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Nobody, if the text is no such number. */
  public Set<PersonId> find(Caller caller, String text) {
    @Nullable Long number = number(text);
    if (number == null) {
      return Set.of();
    }
    return caller.offices().keySet().stream()
        .filter(caller::serves)
        .map(cooperative -> memberships.numbered(cooperative, number))
        .flatMap(Optional::stream)
        .map(Membership::person)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Long number(String text) {
    var written = WRITTEN.matcher(text.replace('\u00a0', ' ').strip());
    return written.matches() ? Long.valueOf(written.group(1)) : null;
  }
}
