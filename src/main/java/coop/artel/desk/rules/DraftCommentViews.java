package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.DraftComment;
import coop.artel.law.DraftComments;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDrafts;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What lawyers say of a draft. The fragment {@code rules/comments :: comments(c)} shows it on
 * whichever page has such a view.
 */
@Component
public class DraftCommentViews {
  private final DraftComments comments;
  private final RuleDrafts drafts;
  private final Countries countries;
  private final Names names;

  DraftCommentViews(DraftComments comments, RuleDrafts drafts, Countries countries, Names names) {
    this.comments = comments;
    this.drafts = drafts;
    this.countries = countries;
    this.names = names;
  }

  /**
   * @param title empty of a draft that an upgrade brought
   * @param files that it changes, by path: what a comment can be about
   * @param open how many still ask for something
   * @param writable whether more can be said
   */
  public record Comments(
      String country,
      String draft,
      String title,
      List<String> files,
      List<CommentView> all,
      long open,
      boolean writable) {}

  /**
   * @param path empty where the draft as a whole is meant
   * @param subject empty where the file as a whole is meant
   * @param settled who says that it is done and when, absent as long as it is open
   */
  public record CommentView(
      String id,
      String path,
      String subject,
      String text,
      String by,
      String at,
      @Nullable String settled) {}

  public Comments of(Caller caller, String country, UUID id, Wording wording) {
    var all = comments.of(caller, id);
    var draft = demand(country, id);
    var zone = countries.of(country).zone();
    return new Comments(
        country,
        id.toString(),
        draft.title(),
        drafts.changes(id).stream().map(RuleDraft.Change::path).toList(),
        all.stream().map(it -> view(it, zone, wording)).toList(),
        all.stream().filter(it -> it.settled() == null).count(),
        draft.state() == RuleDraft.State.OPEN || draft.state() == RuleDraft.State.SUBMITTED);
  }

  /** The draft, which must be of the country whose address was asked. */
  RuleDraft demand(String country, UUID id) {
    var draft = drafts.find(id);
    if (!draft.country().equals(country)) {
      throw new BadParameter("draft");
    }
    return draft;
  }

  private CommentView view(DraftComment it, ZoneId zone, Wording wording) {
    var settled = it.settled();
    return new CommentView(
        it.id().toString(),
        it.path(),
        it.subject(),
        it.text(),
        names.person(it.by(), wording),
        wording.moment(it.at(), zone),
        settled == null
            ? null
            : names.person(settled.by(), wording) + ", " + wording.moment(settled.at(), zone));
  }
}
