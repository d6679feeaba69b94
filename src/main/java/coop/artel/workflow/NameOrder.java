package coop.artel.workflow;

import coop.artel.values.PersonId;
import java.text.CollationKey;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Persons by name as in a Russian telephone book, letters of any case alike, those without a name
 * last. Word by word, since a collator sees neither spaces nor hyphens: all who are called «Иванов»
 * come before the first «Иванова».
 */
final class NameOrder implements Comparator<PersonId> {
  private static final Comparator<CollationKey[]> UNNAMED_LAST =
      Comparator.nullsLast(Arrays::compare);

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  private final Map<PersonId, CollationKey[]> keys = new HashMap<>();

  NameOrder(Map<PersonId, String> names) {
    var collator = Collator.getInstance(Locale.forLanguageTag("ru"));
    collator.setStrength(Collator.SECONDARY);
    names.forEach(
        (person, name) ->
            keys.put(
                person,
                NO_LETTERS
                    .splitAsStream(name)
                    .map(collator::getCollationKey)
                    .toArray(CollationKey[]::new)));
  }

  @Override
  public int compare(PersonId one, PersonId other) {
    return UNNAMED_LAST.compare(keys.get(one), keys.get(other));
  }
}
