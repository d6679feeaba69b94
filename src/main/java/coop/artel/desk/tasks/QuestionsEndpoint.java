package coop.artel.desk.tasks;

import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.PersonJson;
import coop.artel.desk.frame.WordingSource;
import coop.artel.desk.tasks.TasksEndpoint.ReceiptJson;
import coop.artel.meetings.Questions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/questions")
@Tag(name = "Questions", description = "What a council decides by vote")
class QuestionsEndpoint {
  private final Looks looks;
  private final Questions questions;
  private final QuestionViews views;
  private final Callers callers;
  private final Names names;
  private final WordingSource wordings;

  QuestionsEndpoint(
      Looks looks,
      Questions questions,
      QuestionViews views,
      Callers callers,
      Names names,
      WordingSource wordings) {
    this.looks = looks;
    this.questions = questions;
    this.views = views;
    this.callers = callers;
    this.names = names;
    this.wordings = wordings;
  }

  record VoterJson(PersonJson person, boolean chair) {}

  record VoteJson(PersonJson voter, String choice, Instant at, @Nullable String reason) {}

  /**
   * @param state {@code open}, {@code counting}, {@code judging} while a person decides what the
   *     count comes to, {@code adopted}, {@code rejected}, {@code withdrawn}
   */
  record QuestionJson(
      String id,
      String cooperative,
      String caseId,
      String kind,
      PersonJson subject,
      @Nullable Instant openedAt,
      @Nullable LocalDate decideBy,
      @Nullable Instant remindedAt,
      @Nullable Instant closedAt,
      @Nullable Boolean adopted,
      boolean withdrawn,
      String state,
      List<VoterJson> voters,
      List<VoteJson> votes) {}

  /**
   * @param choice {@code for}, {@code against} or {@code abstained}
   * @param reason the voter's own words; of a refusal the applicant is told those against
   */
  record VoteRequest(@Nullable String choice, @Nullable String reason) {}

  @GetMapping
  @Operation(summary = "Open questions on which the caller has a vote")
  List<QuestionJson> open() {
    return questions.forVoter(callers.current()).stream().map(this::json).toList();
  }

  @GetMapping("/{id}")
  @Operation(summary = "One question with the votes cast")
  QuestionJson one(@PathVariable UUID id) {
    var caller = callers.current();
    var found = questions.find(caller, id);
    looks.atQuestion(caller, found.caseId());
    return json(found);
  }

  @PostMapping("/{id}/votes")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Vote; answers with the digest of the ballot's record")
  ReceiptJson vote(@PathVariable UUID id, @RequestBody VoteRequest body) {
    if (body.choice() == null) {
      throw new BadParameter("choice");
    }
    var choice = QuestionPage.choice(body.choice());
    var reason = body.reason() == null ? "" : body.reason();
    return new ReceiptJson(questions.vote(callers.current(), id, choice, reason));
  }

  @PostMapping("/{id}/closing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Close the vote before all have voted; for the chair and the secretary")
  void close(@PathVariable UUID id) {
    questions.close(callers.current(), id);
  }

  private QuestionJson json(Questions.Question it) {
    var wording = wordings.current();
    var reasons = questions.reasons(it.id());
    return new QuestionJson(
        it.id().toString(),
        it.cooperative().toString(),
        it.caseId(),
        it.matter().kind(),
        PersonJson.of(it.subject(), names, wording),
        it.openedAt(),
        it.decideBy(),
        it.remindedAt(),
        it.closedAt(),
        it.adopted(),
        it.withdrawn(),
        views.state(it),
        it.voters().stream()
            .map(
                voter ->
                    new VoterJson(PersonJson.of(voter.person(), names, wording), voter.chair()))
            .toList(),
        it.votes().stream()
            .map(
                vote ->
                    new VoteJson(
                        PersonJson.of(vote.voter(), names, wording),
                        QuestionViews.choice(vote),
                        vote.at(),
                        reasons.get(vote.voter())))
            .toList());
  }
}
