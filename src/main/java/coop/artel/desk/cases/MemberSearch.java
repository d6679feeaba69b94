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

/**
 * Whom somebody means who types the number of a member or words of a name; only in registers that
 * the one who asks may see do numbers count.
 */
@Component
public class MemberSearch {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:пайщик|member)?\\s*(?:№|#|no\\.?)?\\s*(\\d{1,9})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Memberships memberships;
  private final NameIndex index;

  MemberSearch(Memberships memberships, NameIndex index) {
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

  /** Who has that number in such a register; nobody, if the text is no number. */
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
