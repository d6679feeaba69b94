package coop.artel.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.access.Caller;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches, filters and orders of lists that somebody has given a name; each one's own. */
@UseCase
public class SavedViews {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_QUERY = 4000;
  private static final int MOST = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient sql;
  private final SubjectCipher cipher;

  SavedViews(JdbcClient sql, SubjectCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  /** What is looked at. */
  public enum Listing {
    TASKS,
    CASES;

    /** As rows and addresses spell it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param query the end of the list's address
   */
  public record SavedView(UUID id, Listing listing, String name, String query) {}

  /** As it is sealed. */
  private record Content(String name, String query) {}

  /** The caller's, in the order in which they were kept. */
  public List<SavedView> of(Caller caller) {
    return sql
        .sql("select * from workflow.saved_views where person = ? order by entry")
        .param(caller.person().value())
        .query((row, number) -> view(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  public List<SavedView> of(Caller caller, Listing listing) {
    return of(caller).stream().filter(it -> it.listing() == listing).toList();
  }

  /** Refused: {@code view-name-malformed}, {@code view-name-taken}, {@code views-too-many}. */
  public SavedView keep(Caller caller, Listing listing, String name, String query) {
    if (query.length() > LONGEST_QUERY) {
      throw new IllegalArgumentException("An address of %d characters".formatted(query.length()));
    }
    hold(caller);
    var others = of(caller, listing);
    var view = new SavedView(UUID.randomUUID(), listing, free(name, others), query);
    if (others.size() >= MOST) {
      throw SavedViewRefused.tooMany(MOST);
    }
    sql.sql("insert into workflow.saved_views (id, person, list, content) values (?, ?, ?, ?)")
        .params(view.id(), caller.person().value(), listing.id(), seal(caller, view))
        .update();
    return view;
  }

  /** Refused: {@code view-unknown}, {@code view-name-malformed}, {@code view-name-taken}. */
  public SavedView rename(Caller caller, UUID id, String name) {
    hold(caller);
    var old = find(caller, id);
    var others =
        of(caller, old.listing()).stream().filter(it -> !it.id().equals(old.id())).toList();
    var view = new SavedView(old.id(), old.listing(), free(name, others), old.query());
    sql.sql("update workflow.saved_views set content = ? where id = ?")
        .params(seal(caller, view), id)
        .update();
    return view;
  }

  /** Refused: {@code view-unknown}, for somebody else's too. */
  public SavedView remove(Caller caller, UUID id) {
    var view = find(caller, id);
    sql.sql("delete from workflow.saved_views where id = ?").param(id).update();
    return view;
  }

  private SavedView find(Caller caller, UUID id) {
    return sql.sql("select * from workflow.saved_views where id = ? and person = ?")
        .params(id, caller.person().value())
        .query((row, number) -> view(row))
        .optional()
        .flatMap(it -> it)
        .orElseThrow(SavedViewRefused::unknown);
  }

  /** Names are sealed, so that no index keeps two alike apart. */
  private void hold(Caller caller) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("workflow.saved-views/" + caller.person())
        .query((row, number) -> true)
        .single();
  }

  private static String free(String typed, List<SavedView> others) {
    var name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw SavedViewRefused.malformed(LONGEST_NAME);
    }
    if (others.stream().anyMatch(it -> it.name().equalsIgnoreCase(name))) {
      throw SavedViewRefused.taken(name);
    }
    return name;
  }

  private byte[] seal(Caller caller, SavedView view) {
    try {
      return cipher.seal(
          caller.person(),
          JSON.writeValueAsBytes(new Content(view.name(), view.query())),
          context(view.id()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty once its owner was erased, who will not ask for it. */
  private Optional<SavedView> view(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var list = row.getString("list");
    var listing =
        Arrays.stream(Listing.values())
            .filter(it -> it.id().equals(list))
            .findFirst()
            .orElseThrow();
    return cipher
        .open(row.getBytes("content"), context(id))
        .map(SavedViews::content)
        .map(content -> new SavedView(id, listing, content.name(), content.query()));
  }

  private static Content content(byte[] opened) {
    try {
      return JSON.readValue(opened, Content.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] context(UUID id) {
    return FieldCipher.context("workflow.saved_views", "content", id);
  }
}
