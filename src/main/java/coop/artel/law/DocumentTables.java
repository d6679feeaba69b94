package coop.artel.law;

import java.util.List;

/** The facts about registration, consent and signatures by name. */
final class DocumentTables {
  static final List<FactTable<?>> TABLES =
      List.of(
          new FactTable<>("company", CompanyFacts.class)
              .with("registrantInCooperative", CompanyFacts::registrantInCooperative)
              .with("companyParticipants", CompanyFacts::companyParticipants)
              .with("soleIsCompanyOfOne", CompanyFacts::soleIsCompanyOfOne),
          new FactTable<>("director", DirectorFacts.class)
              .with("notarised", DirectorFacts::notarised)
              .with("financialOrganisation", DirectorFacts::financialOrganisation),
          new FactTable<>("sole-trader", SoleTraderFacts.class)
              .with("registrantInCooperative", SoleTraderFacts::registrantInCooperative)
              .with("born", SoleTraderFacts::born)
              .with("parentsConsent", SoleTraderFacts::parentsConsent)
              .with("emancipated", SoleTraderFacts::emancipated)
              .with("married", SoleTraderFacts::married)
              .with("alreadyTrader", SoleTraderFacts::alreadyTrader)
              .with("banned", SoleTraderFacts::banned)
              .with(
                  "earlyLeave",
                  facts -> facts.parentsConsent() || facts.emancipated() || facts.married()),
          new FactTable<>("consent-content", ConsentContentFacts.class)
              .with("subjectSaid", ConsentContentFacts::subjectSaid)
              .with("operatorSaid", ConsentContentFacts::operatorSaid)
              .with("purposeSaid", ConsentContentFacts::purposeSaid)
              .with("dataListed", ConsentContentFacts::dataListed)
              .with("actionsSaid", ConsentContentFacts::actionsSaid)
              .with("consentTermSaid", ConsentContentFacts::consentTermSaid)
              .with("withdrawalSaid", ConsentContentFacts::withdrawalSaid)
              .with("consentSigned", ConsentContentFacts::consentSigned),
          new FactTable<>("breach-notice", BreachNoticeFacts.class)
              .with("foundAt", BreachNoticeFacts::foundAt)
              .with("firstNoticeAt", BreachNoticeFacts::firstNoticeAt)
              .with("resultNoticeAt", BreachNoticeFacts::resultNoticeAt),
          new FactTable<>("person-number", PersonNumberFacts.class)
              .with("checkDigitRight", PersonNumberFacts::checkDigitRight)
              .with("birthDateMatches", PersonNumberFacts::birthDateMatches),
          new FactTable<>("signature", SignatureFacts.class)
              .with("signatureKind", SignatureFacts::signatureKind)
              .with("paperPrescribed", SignatureFacts::paperPrescribed)
              .with("forOrganisation", SignatureFacts::forOrganisation)
              .with("organisationCertificate", SignatureFacts::organisationCertificate)
              .with("employeeCertificate", SignatureFacts::employeeCertificate)
              .with("attorneyAttached", SignatureFacts::attorneyAttached)
              .with("oldAlgorithm", SignatureFacts::oldAlgorithm)
              .with(
                  "noAttorneyNeeded",
                  facts ->
                      !facts.forOrganisation()
                          || facts.organisationCertificate()
                          || facts.employeeCertificate()));

  private DocumentTables() {}
}
