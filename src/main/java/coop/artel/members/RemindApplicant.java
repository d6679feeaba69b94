package coop.artel.members;

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

/** The term is near and something is still missing: the secretary reminds the applicant. */
@Component
class RemindApplicant implements FormHandler {
  private final Dossiers dossiers;
  private final CompleteApplication application;
  private final Completions completions;
  private final People people;
  private final DayFields days;

  RemindApplicant(
      Dossiers dossiers,
      CompleteApplication application,
      Completions completions,
      People people,
      DayFields days) {
    this.dossiers = dossiers;
    this.application = application;
    this.completions = completions;
    this.people = people;
    this.days = days;
  }

  @Override
  public String form() {
    return "remind-applicant";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    var person = people.find(dossier.person());
    return Map.of(
        "applicantName",
        person.fullName(),
        "asked",
        application.asked(run),
        "decideBy",
        dossier.lastDayToDecide(),
        "reach",
        Stream.of(person.phone(), person.email(), person.address())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n")));
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    var day = days.required(submission, "remindedOn");
    if (day.isBefore(dossier.receivedOn())) {
      throw FormInvalid.at("remindedOn", "before-receipt", dossier.receivedOn());
    }
    completions.reminded(dossier.id(), submission, day);
    return List.of();
  }
}
