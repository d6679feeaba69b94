package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.people.People;
import coop.artel.registry.Cooperatives;
import coop.artel.values.LegalClock;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secretary tells the applicant what the council decided. */
@Component
class SendNotice implements FormHandler {
  private final Dossiers dossiers;
  private final Questions questions;
  private final People people;
  private final Cooperatives cooperatives;
  private final FormSentences sentences;
  private final JdbcClient sql;
  private final LegalClock clock;

  SendNotice(
      Dossiers dossiers,
      Questions questions,
      People people,
      Cooperatives cooperatives,
      FormSentences sentences,
      JdbcClient sql,
      LegalClock clock) {
    this.dossiers = dossiers;
    this.questions = questions;
    this.people = people;
    this.cooperatives = cooperatives;
    this.sentences = sentences;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String form() {
    return "send-notice";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    var person = people.find(dossier.person());
    return Map.of(
        "decision",
        sentences.say(adopted(dossier) ? "members.adopted" : "members.not-adopted"),
        "sendTo",
        Stream.of(person.fullName(), person.address(), person.email(), person.phone())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n")));
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    LocalDate sentOn = LocalDate.parse(submission.text("sentOn"));
    if (sentOn.isAfter(clock.today(cooperatives.find(submission.cooperative()).zone()))) {
      throw new DayAhead(sentOn);
    }
    sql.sql(
            """
            insert into members.notices (task, application, sent_by, sent_on, means)
            values (:task, :application, :person, :day, :means)
            """)
        .param("task", submission.taskId())
        .param("application", dossier.id())
        .param("person", submission.by().value())
        .param("day", sentOn)
        .param("means", submission.text("means"))
        .update();
    dossiers.status(dossier.id(), adopted(dossier) ? Status.TO_BE_PAID : Status.REFUSED);
    return List.of();
  }

  private boolean adopted(Dossier dossier) {
    return questions.resolution(dossier.questionPut()).adopted();
  }
}
