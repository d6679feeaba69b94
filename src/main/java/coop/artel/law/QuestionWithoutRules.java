package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.LegalForm;
import coop.artel.values.Refusal;

/** The law was asked what the files of its country have no rules on. */
public final class QuestionWithoutRules extends Refusal {
  private final LegalForm.Names country;
  private final String question;

  QuestionWithoutRules(Country country, String question) {
    super(
        "question-without-rules",
        "The files of %s have no rules on %s: there is no rules/%s/%s.dslr",
        country.name().en(),
        question,
        country.id(),
        question);
    this.country = country.name();
    this.question = question;
  }

  public LegalForm.Names country() {
    return country;
  }

  /** As its file is called: {@code council-vote}. */
  public String question() {
    return question;
  }
}
