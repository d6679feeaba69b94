package coop.artel.access;

import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Who looked at what: one insert in the very request that shows it, so that nothing is seen that is
 * not written. Only ids are kept, no names and nothing that was typed. By real time.
 */
@UseCase
public class Viewings {
  private static final String SELECT =
      "select at, viewer, deputy_for, cooperative, kind, case_id, person from access.viewings where"
          + " ";
  private static final int LARGEST_PAGE = 100;

  private final JdbcClient database;
  private final ViewingSettings settings;

  Viewings(JdbcClient database, ViewingSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** What was looked at. */
  public enum Kind {
    CASE,
    TASK,
    QUESTION,
    DOCUMENT,
    DECISION,
    REGISTER,
    SEARCH,
    EXPORT;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One look.
   *
   * @param viewedFor whom the viewer stood in for
   * @param about the person whose data were seen, absent for what concerns many
   */
  public record Viewing(
      Instant at,
      PersonId viewer,
      @Nullable PersonId viewedFor,
      CooperativeId cooperative,
      Kind kind,
      @Nullable String caseId,
      @Nullable PersonId about) {}

  /**
   * What is asked about looks; what is absent leaves it open.
   *
   * @param persons who looked or was looked at
   * @param before the first moment after the last
   */
  public record Filter(
      @Nullable String caseId,
      @Nullable Collection<PersonId> persons,
      @Nullable Kind kind,
      @Nullable Instant from,
      @Nullable Instant before) {}

  /** Who looks at what is their own leaves no trace. */
  public void add(
      Caller viewer,
      CooperativeId cooperative,
      Kind kind,
      @Nullable String caseId,
      @Nullable PersonId about) {
    if (viewer.person().equals(about)) {
      return;
    }
    var viewedFor = viewer.inWhoseName(it -> it.serves(cooperative)).orElse(null);
    database
        .sql(
            """
            insert into access.viewings (viewer, deputy_for, cooperative, kind, case_id, person)
            select :viewer, :for::uuid, :cooperative, :kind, :case::text, :about::uuid
            where not exists (
              select 1 from access.viewings
              where viewer = :viewer and at > clock_timestamp() - make_interval(secs => :again)
                and cooperative = :cooperative and kind = :kind
                and case_id is not distinct from :case::text
                and person is not distinct from :about::uuid
                and deputy_for is not distinct from :for::uuid)
            """)
        .param("viewer", viewer.person().value())
        .param("for", PersonId.valueOf(viewedFor))
        .param("cooperative", cooperative.value())
        .param("kind", kind.id())
        .param("case", caseId)
        .param("about", PersonId.valueOf(about))
        .param("again", settings.again().toSeconds())
        .update();
  }

  /** Whether somebody may know who looked at what anywhere: an auditor, a chair. */
  public boolean mayList(Caller caller) {
    return overseen(caller).length > 0;
  }

  /** Newest first, of the cooperatives of which the caller is auditor or chair; at most 100. */
  public List<Viewing> list(Caller caller, Filter filter, int offset, int limit) {
    var condition = new Condition(caller, filter);
    return database
        .sql(SELECT + condition + " order by at desc, entry desc offset :offset limit :limit")
        .params(condition.values)
        .param("offset", Math.max(offset, 0))
        .param("limit", Math.min(Math.max(limit, 1), LARGEST_PAGE))
        .query(Viewings::read)
        .list();
  }

  public long count(Caller caller, Filter filter) {
    var condition = new Condition(caller, filter);
    return database
        .sql("select count(*) from access.viewings where " + condition)
        .params(condition.values)
        .query(Long.class)
        .single();
  }

  /** The newest looks at a case; for those who were allowed to find it. */
  public List<Viewing> ofCase(String caseId, int limit) {
    return database
        .sql(SELECT + "case_id = :case order by at desc, entry desc limit :limit")
        .param("case", caseId)
        .param("limit", limit)
        .query(Viewings::read)
        .list();
  }

  /** Forgets what is older than the setting says; answers how much that was. */
  @Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
  public long forget() {
    return database
        .sql("select access.forget_viewings(make_interval(secs => :kept))")
        .param("kept", settings.keep().toSeconds())
        .query(Long.class)
        .single();
  }

  private static UUID[] overseen(Caller caller) {
    return caller.offices().keySet().stream()
        .filter(it -> caller.holds(it, Office.AUDITOR) || caller.holds(it, Office.CHAIR))
        .map(CooperativeId::value)
        .toArray(UUID[]::new);
  }

  private static Viewing read(ResultSet row, int number) throws SQLException {
    return new Viewing(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("viewer", UUID.class)),
        PersonId.orNull(row.getObject("deputy_for", UUID.class)),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("case_id"),
        PersonId.orNull(row.getObject("person", UUID.class)));
  }

  private static final class Condition {
    private final List<String> all = new ArrayList<>(List.of("cooperative = any(:overseen)"));
    private final Map<String, Object> values = new HashMap<>();

    Condition(Caller caller, Filter filter) {
      values.put("overseen", overseen(caller));
      add("case_id = :case", "case", filter.caseId());
      var kind = filter.kind();
      add("kind = :kind", "kind", kind == null ? null : kind.id());
      var persons = filter.persons();
      add(
          "(viewer = any(:persons) or person = any(:persons) or deputy_for = any(:persons))",
          "persons",
          persons == null ? null : persons.stream().map(PersonId::value).toArray(UUID[]::new));
      add("at >= :from", "from", moment(filter.from()));
      add("at < :before", "before", moment(filter.before()));
    }

    private void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        all.add(condition);
        values.put(name, value);
      }
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
      return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public String toString() {
      return String.join(" and ", all);
    }
  }
}
