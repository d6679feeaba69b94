package coop.artel.desk.cases;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.workflow.Comments;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what people remarked. */
@Component
public class CommentViews {
  private final Comments comments;
  private final Names names;

  CommentViews(Comments comments, Names names) {
    this.comments = comments;
    this.names = names;
  }

  /**
   * @param on name of the task that it was made on
   */
  public record CommentView(
      String id, String author, String at, @Nullable String on, String text) {}

  public List<CommentView> of(Caller caller, String caseId, ZoneId zone, Wording wording) {
    var found = comments.of(caller, caseId);
    var authors =
        names.persons(
            found.stream()
                .flatMap(it -> Stream.of(it.author(), it.writtenFor()))
                .filter(Objects::nonNull)
                .toList(),
            wording);
    return found.stream()
        .map(
            it -> {
              var activity = it.activity();
              return new CommentView(
                  it.id().toString(),
                  Names.acting(
                      authors.getOrDefault(it.author(), ""),
                      it.writtenFor() == null ? null : authors.get(it.writtenFor()),
                      wording),
                  wording.moment(it.at(), zone),
                  activity == null ? null : TaskRows.title(activity, wording),
                  Objects.requireNonNullElseGet(it.text(), () -> wording.say("erased")));
            })
        .toList();
  }
}
