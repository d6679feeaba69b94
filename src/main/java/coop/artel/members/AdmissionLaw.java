package coop.artel.members;

import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.jurisdiction.CharterMay;
import coop.artel.jurisdiction.Country;
import coop.artel.law.Law;
import coop.artel.registry.Cooperative;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the files of a country must say so that an admission goes all the way: a case that began
 * without it would come to a stand in the middle.
 */
@Component
class AdmissionLaw {
  private static final String WHO_DECIDES = "admission.decision-body";
  private static final String COUNCIL = "council";

  /** In the order in which the steps ask them. */
  private static final List<String> QUESTIONS =
      List.of("admission", "signing", "council-vote", "entry", "lapse");

  /** To decide, to tell, to pay. */
  private static final List<String> TERMS =
      List.of("admission.decision-days", "admission.notice-days", "admission.payment-working-days");

  private final Law law;
  private final Documents documents;

  AdmissionLaw(Law law, Documents documents) {
    this.law = law;
    this.documents = documents;
  }

  SetUp.Lacks lacks(Cooperative cooperative, LocalDate day) {
    var country = law.inForce(cooperative.country());
    return new SetUp.Lacks(
        decidesInCouncil(country, cooperative, day),
        law.withoutRules(QUESTIONS, cooperative),
        TERMS.stream().filter(norm -> !isSaid(country, norm, cooperative, day)).toList(),
        documents.withoutTemplate(cooperative.country()).stream().map(Document.Kind::id).toList());
  }

  /** The one way of admission that the service has goes through a council. */
  private static boolean decidesInCouncil(Country country, Cooperative cooperative, LocalDate day) {
    return country
        .norm(WHO_DECIDES)
        .flatMap(norm -> norm.figure(cooperative.legalForm(), day))
        .filter(figure -> figure.value().equals(COUNCIL))
        .isPresent();
  }

  /** What only a charter says, the charter's own line tells of; else law or charter says it. */
  private boolean isSaid(Country country, String key, Cooperative cooperative, LocalDate day) {
    return country
            .norm(key)
            .filter(
                norm ->
                    norm.charter() == CharterMay.REQUIRED
                        || norm.figure(cooperative.legalForm(), day).isPresent())
            .isPresent()
        || law.figure(key, cooperative.id(), day).isPresent();
  }
}
