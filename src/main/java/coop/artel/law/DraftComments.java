package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.values.FieldsRefused;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lawyers say to one another about drafts, while these are written and reviewed. */
@UseCase
public class DraftComments {
  private static final int LONGEST = 2000;
  private static final Pattern SUBJECT = Pattern.compile("[\\p{L}\\d .()/-]{0,100}");

  private final JdbcClient sql;
  private final RuleDrafts drafts;
  private final LegalClock clock;
  private final ApplicationEventPublisher events;

  DraftComments(
      JdbcClient sql, RuleDrafts drafts, LegalClock clock, ApplicationEventPublisher events) {
    this.sql = sql;
    this.drafts = drafts;
    this.clock = clock;
    this.events = events;
  }

  /**
   * @param path of a file that the draft has or had; empty for the draft as a whole
   * @param subject id of a rule, norm or case; empty for the file as a whole
   */
  public record Said(String path, String subject, String text) {}

  /** Oldest first. Refused: {@code rule-draft-not-theirs}, {@code rule-draft-unknown}. */
  public List<DraftComment> of(Caller caller, UUID draft) {
    drafts.demandLawyer(caller);
    drafts.find(draft);
    return all(draft);
  }

  /**
   * Refused: {@code rule-draft-not-theirs}, {@code rule-draft-unknown}, {@code rule-draft-closed},
   * {@code fields-refused}.
   */
  public DraftComment add(Caller caller, UUID draft, Said said) {
    drafts.demandLawyer(caller);
    var of = underWay(draft);
    var text = said.text().strip();
    new FieldsRefused.Check()
        .demand(isPath(draft, said.path()), "path", "choose")
        .demand(SUBJECT.matcher(said.subject()).matches(), "subject", "signs")
        .demand(!text.isEmpty(), "text", "empty")
        .demand(text.length() <= LONGEST, "text", "too-long", LONGEST)
        .done();
    var comment =
        new DraftComment(
            UUID.randomUUID(),
            draft,
            said.path(),
            said.subject(),
            text,
            caller.person(),
            clock.now().truncatedTo(ChronoUnit.MICROS),
            null);
    sql.sql(
            """
            insert into law.draft_comments (id, draft, path, subject, content, written_by,
              written_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            comment.id(),
            draft,
            comment.path(),
            comment.subject(),
            text,
            comment.by().value(),
            at(comment.at()))
        .update();
    events.publishEvent(
        new DraftRemarked(comment.id(), draft, of.country(), concerned(of, caller.person())));
    return comment;
  }

  private Set<PersonId> concerned(RuleDraft draft, PersonId speaker) {
    var concerned = new LinkedHashSet<>(drafts.writers(draft.id()));
    draft.author().ifPresent(concerned::add);
    all(draft.id()).forEach(it -> concerned.add(it.by()));
    concerned.remove(speaker);
    return concerned;
  }

  /**
   * What it asks for is done, or need not be; doing so twice changes nothing. Refused: {@code
   * rule-draft-not-theirs}, {@code rule-draft-unknown}, {@code comment-unknown}.
   */
  public void settle(Caller caller, UUID draft, UUID id) {
    drafts.demandLawyer(caller);
    drafts.find(draft);
    if (all(draft).stream().noneMatch(it -> it.id().equals(id))) {
      throw RuleDraftRefused.commentUnknown();
    }
    sql.sql(
            """
            insert into law.draft_comment_settlements (comment, settled_by, settled_at)
            values (?, ?, ?) on conflict do nothing
            """)
        .params(id, caller.person().value(), at(clock.now()))
        .update();
  }

  /** How many still ask for something. */
  public long open(UUID draft) {
    return all(draft).stream().filter(it -> it.settled() == null).count();
  }

  /** Those of them that still ask for something, of drafts that are under way. */
  public Set<UUID> unsettled(Collection<UUID> comments) {
    return sql.sql(
            """
            select it.id from law.draft_comments it join law.rule_drafts d on d.id = it.draft
            where it.id in (:ids) and d.state in ('open', 'submitted')
              and not exists (
                select from law.draft_comment_settlements done where done.comment = it.id)
            """)
        .param("ids", comments)
        .query(UUID.class)
        .set();
  }

  private RuleDraft underWay(UUID draft) {
    var it = drafts.find(draft);
    return switch (it.state()) {
      case OPEN, SUBMITTED -> it;
      case PUBLISHED, WITHDRAWN -> throw RuleDraftRefused.closed();
    };
  }

  private boolean isPath(UUID draft, String path) {
    return path.isEmpty()
        || drafts.files(draft).byPath().containsKey(path)
        || drafts.before(draft).byPath().containsKey(path);
  }

  private List<DraftComment> all(UUID draft) {
    return sql.sql(
            """
            select it.*, done.comment as done, done.settled_by, done.settled_at
            from law.draft_comments it
              left join law.draft_comment_settlements done on done.comment = it.id
            where it.draft = ? order by it.written_at, it.id
            """)
        .param(draft)
        .query(DraftComments::comment)
        .list();
  }

  private static DraftComment comment(ResultSet row, int number) throws SQLException {
    return new DraftComment(
        row.getObject("id", UUID.class),
        row.getObject("draft", UUID.class),
        row.getString("path"),
        row.getString("subject"),
        row.getString("content"),
        person(row, "written_by"),
        instant(row, "written_at"),
        row.getObject("done") == null
            ? null
            : new DraftComment.Settled(person(row, "settled_by"), instant(row, "settled_at")));
  }

  private static PersonId person(ResultSet row, String column) throws SQLException {
    return new PersonId(row.getObject(column, UUID.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
