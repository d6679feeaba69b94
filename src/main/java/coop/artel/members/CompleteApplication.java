package coop.artel.members;

import coop.artel.meetings.MeetingVariables;
import coop.artel.people.People;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes what the applicant adds, and writes the application anew with it. */
@Component
class CompleteApplication implements FormHandler {
  /** In which field something that the law misses is told. */
  private static final Map<String, String> FIELDS =
      Map.of("name", "familyName", "born", "born", "address", "address");

  private final Dossiers dossiers;
  private final Returns returns;
  private final People people;
  private final Papers papers;
  private final FormSentences sentences;

  CompleteApplication(
      Dossiers dossiers, Returns returns, People people, Papers papers, FormSentences sentences) {
    this.dossiers = dossiers;
    this.returns = returns;
    this.people = people;
    this.papers = papers;
    this.sentences = sentences;
  }

  @Override
  public String form() {
    return "complete-application";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    var person = people.find(dossier.person());
    var shown = new HashMap<String, Object>();
    shown.put("asked", asked(run, dossier));
    shown.put("familyName", person.familyName());
    shown.put("givenName", person.givenName());
    if (person.patronymic() != null) {
      shown.put("patronymic", person.patronymic());
    }
    if (person.born() != null) {
      shown.put("born", person.born());
    }
    if (person.address() != null) {
      shown.put("address", person.address());
    }
    dossier.income().forEach(one -> shown.put(one.field(), true));
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    var entered = new Entered(submission.values());
    demandAnswers(submission, dossier);
    people.change(entered.completing(people.find(dossier.person())));
    var income = entered.income();
    if (income != null) {
      dossiers.income(dossier, income);
    }
    dossiers.status(dossier.id(), Status.RECEIVED);
    var paper = papers.applicationAnew(dossiers.of(submission.run()));
    dossiers.paper(dossier.id(), paper.id());
    submission.run().wrote(paper.digest());
    return List.of(MemberVariables.COMPLETED.with(true));
  }

  /** An empty answer would be asked for again and again. */
  private void demandAnswers(Submission submission, Dossier dossier) {
    if (dossier.status() == Status.TO_BE_CORRECTED) {
      return;
    }
    var check = new FormInvalid.Check();
    for (var missing : papers.decision(MeetingVariables.DECISION.in(submission.run())).missing()) {
      String field = FIELDS.get(missing);
      if (field != null) {
        check.demand(submission.values().containsKey(field), field, "required");
      }
    }
    check.done();
  }

  /** Of the case that runs: see {@link #asked(Run, Dossier)}. */
  String asked(Run run) {
    return asked(run, dossiers.of(run));
  }

  /** What the law misses, or what it refused with the secretary's own words. */
  private String asked(Run run, Dossier dossier) {
    var decision = papers.decision(MeetingVariables.DECISION.in(run));
    if (dossier.status() != Status.TO_BE_CORRECTED) {
      return sentences.missing(decision);
    }
    String reasons = sentences.reasons(decision);
    return returns
        .newest(dossier.id())
        .map(Returns.Return::note)
        .map(note -> reasons.isEmpty() ? note : note + "\n\n" + reasons)
        .orElse(reasons);
  }
}
