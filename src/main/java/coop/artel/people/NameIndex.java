package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds persons by their names although these are sealed. {@link People} adds every person that it
 * keeps; whoever searches calls {@link #find} with what somebody typed and looks with the ids at
 * rows of the own cooperative only.
 *
 * <p>Kept are keyed marks (HMAC-SHA-256, see {@link FieldCipher#mark}) of every word of a name and
 * of its beginnings of three letters and more. So whole words and beginnings are found, in any
 * order, case and with е for ё; the middle of a word, a slip of the pen and another alphabet are
 * not. Whoever reads the table without the key learns which persons share a word or a beginning,
 * and how many do, but not which word. The marks follow from the oldest field key: whoever takes
 * that away empties the table, and the next start fills it again.
 */
@UseCase
public class NameIndex {
  private static final byte[] CONTEXT = FieldCipher.context("people.name_marks", "marks", "*");
  private static final int SHORTEST_BEGINNING = 3;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  private final JdbcClient database;
  private final FieldCipher cipher;

  public NameIndex(JdbcClient database, FieldCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /** Makes persons, known to {@link People} already, be found by the names they have now. */
  public void addAll(List<Person> persons) {
    database
        .sql(
            """
            insert into people.name_marks (person, marks)
            select person, marks::bigint[] from unnest(:persons::uuid[], :marks::text[])
              as it (person, marks)
            on conflict (person) do update set marks = excluded.marks
            """)
        .param("persons", persons.stream().map(it -> it.id().value()).toArray(UUID[]::new))
        .param("marks", persons.stream().map(this::marks).toArray(String[]::new))
        .update();
  }

  /** Nobody finds this person by a name any more. */
  void remove(PersonId person) {
    database.sql("delete from people.name_marks where person = ?").param(person.value()).update();
  }

  /** As PostgreSQL spells an array. */
  private String marks(Person person) {
    return words(person.fullName()).stream()
        .flatMap(NameIndex::beginnings)
        .map(this::mark)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * The persons whose names hold a word that begins so for each of these words; none if there is no
   * letter in them. They reach across cooperatives: whoever asks tells them to nobody.
   */
  public Set<PersonId> find(String words) {
    var marks = words(words).stream().map(this::mark).toArray(Long[]::new);
    if (marks.length == 0) {
      return Set.of();
    }
    return Set.copyOf(
        database
            .sql("select person from people.name_marks where marks @> :marks")
            .param("marks", marks)
            .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
            .list());
  }

  private static Set<String> words(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace('ё', 'е')
            .replaceAll("['’]", "");
    return NO_LETTERS
        .splitAsStream(folded)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<String> beginnings(String word) {
    return Stream.concat(
        Stream.of(word),
        IntStream.range(SHORTEST_BEGINNING, word.length()).mapToObj(end -> word.substring(0, end)));
  }

  private Long mark(String word) {
    return ByteBuffer.wrap(cipher.mark(word.getBytes(UTF_8), CONTEXT)).getLong();
  }
}
