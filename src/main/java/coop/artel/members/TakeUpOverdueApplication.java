package coop.artel.members;

import coop.artel.people.People;
import coop.artel.registry.Cooperatives;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The council's term has passed and the application is still incomplete. The law is silent on it,
 * so the chair says whether it is waited for, and until which day, or the application goes back.
 */
@Component
class TakeUpOverdueApplication implements FormHandler {
  private final Dossiers dossiers;
  private final CompleteApplication application;
  private final Completions completions;
  private final Returns returns;
  private final People people;
  private final Cooperatives cooperatives;
  private final FormSentences sentences;
  private final OwnTerms own;

  TakeUpOverdueApplication(
      Dossiers dossiers,
      CompleteApplication application,
      Completions completions,
      Returns returns,
      People people,
      Cooperatives cooperatives,
      FormSentences sentences,
      OwnTerms own) {
    this.dossiers = dossiers;
    this.application = application;
    this.completions = completions;
    this.returns = returns;
    this.people = people;
    this.cooperatives = cooperatives;
    this.sentences = sentences;
    this.own = own;
  }

  @Override
  public String form() {
    return "take-up-overdue-application";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    return Map.of(
        "applicantName",
        people.nameOf(dossier.person()).orElse(""),
        "asked",
        application.asked(run),
        "decideBy",
        dossier.lastDayToDecide(),
        "reminded",
        reminders(dossier.id()));
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    var cooperative = submission.cooperative();
    if (submission.text("decision").equals("return")) {
      returns.keep(dossier, submission, false, cooperatives.find(cooperative).zone());
      return List.of(
          MemberVariables.WAIT_LONGER.with(false), MemberVariables.COMPLETED.with(false));
    }
    var today = own.today(cooperative);
    var until = waitUntil(submission, today);
    completions.waits(dossier, submission, today, until);
    return List.of(
        MemberVariables.WAIT_LONGER.with(true),
        MemberVariables.COMPLETION_OVERDUE_AT.with(own.endOf(until, cooperative)),
        MemberVariables.TAKE_UP_BY.with(own.workAfter(until, cooperative)));
  }

  private static LocalDate waitUntil(Submission submission, LocalDate today) {
    @Nullable LocalDate until = (LocalDate) submission.values().get("waitUntil");
    if (until == null) {
      throw FormInvalid.at("waitUntil", "required");
    }
    if (!until.isAfter(today)) {
      throw FormInvalid.at("waitUntil", "day-not-ahead", until);
    }
    var longest = today.plusDays(OwnTerms.LONGEST_WAIT);
    if (until.isAfter(longest)) {
      throw FormInvalid.at("waitUntil", "day-too-far", longest);
    }
    return until;
  }

  private String reminders(UUID dossier) {
    var made = completions.reminders(dossier);
    return made.isEmpty()
        ? sentences.say("members.not-reminded")
        : made.stream()
            .map(it -> sentences.reminder(it.remindedOn(), it.means()))
            .collect(Collectors.joining("\n"));
  }
}
