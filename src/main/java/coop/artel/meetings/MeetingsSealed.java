package coop.artel.meetings;

import coop.artel.people.SealedColumn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where this module seals. */
@Component
class MeetingsSealed implements SealedColumn.Source {
  private static final String SUBJECT =
      "select subject from meetings.questions where questions.id = it.question";

  @Override
  public List<SealedColumn> sealed() {
    return List.of(
        SealedColumn.of("meetings.overdue_notes", "note", "it.task", SUBJECT),
        SealedColumn.of(
            "meetings.vote_reasons", "reason", "it.question || '/' || it.person", SUBJECT));
  }
}
