package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.people.People;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The secretary tells the applicant what the council decided. */
@Component
class SendNotice implements FormHandler {
  private final Dossiers dossiers;
  private final Questions questions;
  private final People people;
  private final FormSentences sentences;
  private final Notices notices;
  private final DayFields days;

  SendNotice(
      Dossiers dossiers,
      Questions questions,
      People people,
      FormSentences sentences,
      Notices notices,
      DayFields days) {
    this.dossiers = dossiers;
    this.questions = questions;
    this.people = people;
    this.sentences = sentences;
    this.notices = notices;
    this.days = days;
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
    var decidedOn = questions.resolution(dossier.questionPut()).decidedOn();
    var check = new FormInvalid.Check();
    var sent = days.required(check, submission, "sentOn");
    sent.ifPresent(
        day -> check.demand(!day.isBefore(decidedOn), "sentOn", "before-decision", decidedOn));
    var person = people.find(dossier.person());
    check.demand(
        !submission.text("means").equals("email") || person.email() != null, "means", "no-email");
    check.demand(
        !submission.text("means").equals("post") || person.address() != null,
        "means",
        "no-address");
    check.done();
    var sentOn = sent.orElseThrow();
    notices.keep(dossier.id(), submission, sentOn);
    dossiers.status(dossier.id(), adopted(dossier) ? Status.TO_BE_PAID : Status.REFUSED);
    return List.of();
  }

  private boolean adopted(Dossier dossier) {
    return questions.resolution(dossier.questionPut()).adopted();
  }
}
