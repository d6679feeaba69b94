package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.TermUnit;
import coop.artel.law.sentences.Judged;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Asks the law of a cooperative's country and form as it was on a day. */
@UseCase
public class Law {
  private final Editions editions;
  private final Cooperatives cooperatives;
  private final VerificationStore verifications;
  private final DecisionStore decisions;
  private final Judgements judgements;
  private final CaseEditions caseEditions;

  Law(
      Editions editions,
      Cooperatives cooperatives,
      VerificationStore verifications,
      DecisionStore decisions,
      Judgements judgements,
      CaseEditions caseEditions) {
    this.editions = editions;
    this.cooperatives = cooperatives;
    this.verifications = verifications;
    this.decisions = decisions;
    this.judgements = judgements;
    this.caseEditions = caseEditions;
  }

  /**
   * Answers and stores the decision in the caller's transaction, under the edition that the case
   * asked this question under first. Refused: {@link QuestionWithoutRules}, as wherever the law is
   * asked.
   *
   * @param about the person whose key hides what was found
   */
  public Decision ask(
      Facts facts,
      CooperativeId cooperative,
      LocalDate referenceDate,
      PersonId about,
      String caseId) {
    return stored(
        decide(facts, cooperative, referenceDate, Map.of(), caseId), facts, about, caseId);
  }

  /** What the law in force would answer. Nothing is kept, so nothing may rest on it. */
  public Decision foresee(Facts facts, CooperativeId cooperative, LocalDate referenceDate) {
    return decide(
        standpoint(cooperative, facts::legalForm, editions::current),
        facts,
        referenceDate,
        Map.of());
  }

  /** The same by other files than those in force. */
  Decision foreseeUnder(
      Facts facts, CooperativeId cooperative, LocalDate referenceDate, String fileSet) {
    return decide(
        standpoint(cooperative, facts::legalForm, country -> editions.of(fileSet)),
        facts,
        referenceDate,
        Map.of());
  }

  /** What {@link #ask} would answer in a case. Nothing is kept, so nothing may rest on it. */
  public Decision foresee(
      Facts facts, CooperativeId cooperative, LocalDate referenceDate, String caseId) {
    return decide(
        standpoint(
            cooperative,
            facts::legalForm,
            country -> caseEditions.foreseen(caseId, facts.question(), country)),
        facts,
        referenceDate,
        Map.of());
  }

  /** Whether the cooperative's country has rules on a question for its legal form. */
  public boolean answers(String question, CooperativeId cooperative) {
    return withoutRules(List.of(question), cooperatives.find(cooperative)).isEmpty();
  }

  /** A country's files as they are in force. */
  public Country inForce(String country) {
    return editions.current(country).country();
  }

  /** Those of these questions that the country has no rules on for the cooperative's form. */
  public List<String> withoutRules(List<String> questions, Cooperative asking) {
    var edition = editions.current(asking.country());
    return questions.stream()
        .filter(it -> !edition.answers(it) || !edition.covers(it, asking.legalForm()))
        .toList();
  }

  /**
   * Answers anew what an earlier decision left to a person, with that person's judgement. The law
   * decides everything else again by itself: to be allowed a late vote is not to have won it.
   *
   * @param judgement as {@link #judge} gave it
   */
  public Decision askAgain(
      Facts facts,
      CooperativeId cooperative,
      LocalDate referenceDate,
      PersonId about,
      UUID judgement,
      String caseId) {
    var byHand = judgements.find(judgement);
    var left =
        decisions
            .find(byHand.decision())
            .filter(
                it ->
                    it.question().equals(facts.question()) && it.cooperative().equals(cooperative))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Judgement %s answers another question".formatted(judgement)));
    return stored(
        decide(facts, cooperative, referenceDate, Judgements.answers(byHand, left), caseId),
        facts,
        about,
        caseId);
  }

  /**
   * Keeps a person's answer to what a decision left open, in the caller's transaction.
   *
   * @return the judgement's id
   */
  public UUID judge(Decision left, PersonId by, boolean allowed, String reason) {
    return judgements.add(left, by, allowed, reason);
  }

  /** What a person answered to a decision that left something open, if anybody has yet. */
  public Optional<Answered> answered(UUID decision) {
    return judgements.newest(decision);
  }

  private Decision decide(
      Facts facts,
      CooperativeId cooperative,
      LocalDate referenceDate,
      Map<String, Judged> judged,
      String caseId) {
    var standpoint =
        standpoint(
            cooperative,
            facts::legalForm,
            country -> caseEditions.of(caseId, facts.question(), country));
    return decide(standpoint, facts, referenceDate, judged);
  }

  private static Decision decide(
      Standpoint standpoint, Facts facts, LocalDate referenceDate, Map<String, Judged> judged) {
    if (!standpoint.edition.answers(facts.question())) {
      throw new QuestionWithoutRules(standpoint.edition.country(), facts.question());
    }
    return Judgement.of(
        standpoint.edition,
        facts,
        standpoint.cooperative,
        standpoint.norms,
        referenceDate,
        standpoint::basis,
        judged);
  }

  private Decision stored(Decision decision, Facts facts, PersonId about, String caseId) {
    decisions.add(decision, about, FactNames.texts(facts), caseId);
    return decision;
  }

  public Optional<Decision> find(UUID decision) {
    return decisions.find(decision);
  }

  /** Those of these decisions that there are, by id, read at once. */
  public Map<UUID, Decision> findAll(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : decisions.findAll(ids);
  }

  /**
   * The last day of a term that the norm sets, counted from the day of the event by the country's
   * rules (RU: ГК 190-194). Preliminary also where the norm may not decide. Refused with {@code
   * norm-undecided} if there is no figure.
   */
  public Term term(String norm, LocalDate from, CooperativeId cooperative) {
    var standpoint = standpoint(cooperative);
    if (!standpoint.knows(norm)) {
      throw new NormUndecided(norm);
    }
    var value = standpoint.norms.on(norm, from);
    var figure = value.value();
    if (figure == null) {
      throw new NormUndecided(norm);
    }
    var unit =
        TermUnit.of(value.unit())
            .orElseThrow(() -> new IllegalStateException("%s is no term".formatted(norm)));
    var calendar = standpoint.edition.country().calendar();
    var end = calendar.end(from, Integer.parseInt(figure), unit);
    return new Term(end.lastDay(), end.preliminary() || !value.decides(), value.article());
  }

  /** A working day that no norm names, counted by the country's calendar. */
  public LocalDate workingDaysAfter(LocalDate day, int count, CooperativeId cooperative) {
    var calendar = editions.current(cooperatives.find(cooperative).country()).country().calendar();
    return calendar.end(day, count, TermUnit.WORKING_DAYS).lastDay();
  }

  /**
   * The figure of a norm on a day: the charter's where the law leaves it to the charter; none where
   * the country's files do not know the norm at all.
   */
  public Optional<Figure> figure(String norm, CooperativeId cooperative, LocalDate day) {
    var standpoint = standpoint(cooperative);
    if (!standpoint.knows(norm)) {
      return Optional.empty();
    }
    var value = standpoint.norms.on(norm, day);
    return Optional.ofNullable(value.value())
        .map(
            text ->
                new Figure(
                    norm, text, value.unit(), value.article(), value.source(), value.standing()));
  }

  /** From where a cooperative looks at the law: its country's edition and its own norms. */
  private record Standpoint(
      Edition edition,
      Cooperative cooperative,
      NormsOf norms,
      Collection<VerificationStore.Row> verified) {
    boolean knows(String norm) {
      return edition.country().norm(norm).isPresent();
    }

    Basis basis() {
      return new Basis(
          verified.stream()
              .map(row -> new Basis.Verified(row.subject(), row.digest(), row.demonstration()))
              .toList(),
          norms.charters());
    }
  }

  private Standpoint standpoint(CooperativeId id) {
    return standpoint(id, Cooperative::legalForm, editions::current);
  }

  /**
   * @param of the edition of a country
   */
  private Standpoint standpoint(
      CooperativeId id, Function<Cooperative, String> legalForm, Function<String, Edition> of) {
    var cooperative = cooperatives.find(id);
    var asked = of.apply(cooperative.country());
    var verified = verifications.standing(asked.country(), cooperative.demonstration());
    var demonstrated = new TreeSet<String>();
    verified.forEach(
        (subject, row) -> {
          if (row.demonstration()) {
            demonstrated.add(subject);
          }
        });
    var edition = asked.verified(verified.keySet(), demonstrated);
    var norms =
        new NormsOf(
            edition.country(),
            cooperative,
            legalForm.apply(cooperative),
            day -> cooperatives.charter(id, day),
            demonstrated);
    return new Standpoint(edition, cooperative, norms, verified.values());
  }

  /** A person's answer to what a decision of the law left open. */
  public record Answered(PersonId by, boolean allowed) {}

  /**
   * A term's last day.
   *
   * @param preliminary the calendar of that year is not established, a human must check
   */
  public record Term(LocalDate lastDay, boolean preliminary, String article) {}

  /** The value of a norm for a cooperative; {@code value} as text with {@code unit} beside. */
  public record Figure(
      String norm, String value, String unit, String article, String source, String standing) {}
}
