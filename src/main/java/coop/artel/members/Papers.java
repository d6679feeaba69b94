package coop.artel.members;

import coop.artel.documents.DataConsentContent;
import coop.artel.documents.DecisionNoticeContent;
import coop.artel.documents.Document;
import coop.artel.documents.DocumentContent;
import coop.artel.documents.Documents;
import coop.artel.documents.Ground;
import coop.artel.documents.MemberCertificateContent;
import coop.artel.documents.MemberLetterContent;
import coop.artel.documents.MembershipApplicationContent;
import coop.artel.documents.ReturnLetterContent;
import coop.artel.law.Decision;
import coop.artel.law.Explanations;
import coop.artel.law.Law;
import coop.artel.meetings.Questions.Resolution;
import coop.artel.members.Payments.Payment;
import coop.artel.people.People;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships.Membership;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents of an admission, filled from what is kept on it. */
@Component
class Papers {
  private static final String ENTRANCE_FEE = "share.entrance-fee";
  private static final String SHARE = "share.minimum-contribution";

  private final Documents documents;
  private final People people;
  private final Offices offices;
  private final Cooperatives cooperatives;
  private final Law law;
  private final Explanations words;
  private final FormSentences sentences;
  private final LegalClock clock;

  Papers(
      Documents documents,
      People people,
      Offices offices,
      Cooperatives cooperatives,
      Law law,
      Explanations words,
      FormSentences sentences,
      LegalClock clock) {
    this.sentences = sentences;
    this.words = words;
    this.documents = documents;
    this.people = people;
    this.offices = offices;
    this.cooperatives = cooperatives;
    this.law = law;
    this.clock = clock;
  }

  Document application(Dossier dossier) {
    return write(dossier, applicationOf(dossier));
  }

  /** The same application with what is known now: its next revision. */
  Document applicationAnew(Dossier dossier) {
    return documents.rewrite(
        find(dossier.paperWritten()), dossier.person(), applicationOf(dossier));
  }

  private MembershipApplicationContent applicationOf(Dossier dossier) {
    var person = people.find(dossier.person());
    return new MembershipApplicationContent(
        person.fullName(),
        dossier.receivedOn(),
        person.born(),
        person.address(),
        person.phone(),
        person.email(),
        Income.onPaper(dossier.income()),
        entranceFee(dossier.cooperative(), dossier.receivedOn()).orElse(null),
        share(dossier.cooperative(), dossier.receivedOn()).orElse(null));
  }

  private LocalDate today(Dossier dossier) {
    return clock.today(cooperatives.find(dossier.cooperative()).zone());
  }

  private Locale language(Dossier dossier) {
    return words.languageOf(cooperatives.find(dossier.cooperative()).country());
  }

  Document consent(Dossier dossier) {
    return write(dossier, consentBy(dossier));
  }

  /** The consent with the document that was compared; none where it was given on paper. */
  Optional<Document> consentAnew(Dossier dossier) {
    return documents.of(dossier.startedCase()).stream()
        .filter(it -> it.kind() == Document.Kind.DATA_CONSENT && !it.replaced())
        .findFirst()
        .map(given -> documents.rewrite(given, dossier.person(), consentBy(dossier)));
  }

  /** The words that were agreed to. */
  String consentText(Dossier dossier) {
    return ConsentText.of(documents.draft(dossier.cooperative(), consentBy(dossier)));
  }

  /** The words that somebody is asked to agree to whose name is not known yet. */
  String consentText(CooperativeId cooperative) {
    var nobody =
        new DataConsentContent(
            "…", null, null, null, clock.today(cooperatives.find(cooperative).zone()));
    return ConsentText.of(documents.draft(cooperative, nobody));
  }

  Document returnLetter(Dossier dossier, Decision decision, Returns.Return returned) {
    return write(
        dossier,
        new ReturnLetterContent(
            people.find(dossier.person()).fullName(),
            find(dossier.paperWritten()).number(),
            dossier.receivedOn(),
            Ground.unmet(decision, words, language(dossier)),
            returned.note(),
            people.nameOf(returned.by()).orElse(null),
            decision.demonstration(),
            law.answered(decision.id())
                .filter(answer -> !answer.allowed())
                .flatMap(answer -> people.nameOf(answer.by()))
                .orElse(null)));
  }

  Document notice(
      Dossier dossier, Resolution resolution, Law.Term noticeBy, Law.@Nullable Term payBy) {
    var decision = decision(resolution.lawDecision());
    var day = resolution.decidedOn();
    return write(
        dossier,
        new DecisionNoticeContent(
            people.find(dossier.person()).fullName(),
            find(resolution.document()).number(),
            day,
            resolution.adopted(),
            noticeBy.lastDay(),
            resolution.adopted() ? entranceFee(dossier.cooperative(), day).orElse(null) : null,
            resolution.adopted() ? share(dossier.cooperative(), day).orElse(null) : null,
            payBy == null ? null : payBy.lastDay(),
            resolution.against().isEmpty() ? null : String.join("\n\n", resolution.against()),
            Ground.of(decision, words, language(dossier)),
            holder(dossier.cooperative(), Office.SECRETARY, day).orElse(null),
            decision.demonstration(),
            noticeBy.preliminary(),
            payBy != null && payBy.preliminary()));
  }

  Document memberLetter(
      Dossier dossier, Membership membership, Resolution resolution, Payments.Paid paid) {
    return write(
        dossier,
        new MemberLetterContent(
            people.find(dossier.person()).fullName(),
            membership.number(),
            membership.since(),
            find(resolution.document()).number(),
            resolution.decidedOn(),
            paid.entranceFee().map(Payment::sum).orElse(null),
            paid.share().map(Payment::sum).orElse(null),
            holder(dossier.cooperative(), Office.SECRETARY, today(dossier)).orElse(null)));
  }

  Document certificate(
      Dossier dossier, Membership membership, Resolution resolution, Payments.Paid paid) {
    return write(
        dossier,
        new MemberCertificateContent(
            people.find(dossier.person()).fullName(),
            membership.number(),
            membership.since(),
            find(resolution.document()).number(),
            resolution.decidedOn(),
            paid.entranceFee().map(Payment::sum).orElse(null),
            paid.entranceFee().map(Payment::paidOn).orElse(null),
            paid.share().map(Payment::sum).orElse(null),
            paid.share().map(Payment::paidOn).orElse(null),
            holder(dossier.cooperative(), Office.CHAIR, membership.since()).orElse("")));
  }

  /** As the charter sets it; empty where it does not. */
  Optional<Money> entranceFee(CooperativeId cooperative, LocalDate day) {
    return sum(ENTRANCE_FEE, cooperative, day);
  }

  /** The least share contribution, as the charter sets it; empty where it does not. */
  Optional<Money> share(CooperativeId cooperative, LocalDate day) {
    return sum(SHARE, cooperative, day);
  }

  /** A decision of the law that a step was told of. */
  Decision decision(UUID id) {
    return law.find(id)
        .orElseThrow(() -> new IllegalStateException("There is no decision %s".formatted(id)));
  }

  long numberOf(UUID document) {
    return find(document).number();
  }

  String digestOf(UUID document) {
    return find(document).digest();
  }

  private Document find(UUID document) {
    return documents
        .find(document)
        .orElseThrow(() -> new IllegalStateException("There is no document " + document));
  }

  private Optional<Money> sum(String norm, CooperativeId cooperative, LocalDate day) {
    String currency = cooperatives.find(cooperative).currency().getCurrencyCode();
    return law.figure(norm, cooperative, day).map(figure -> Money.of(figure.value(), currency));
  }

  private DataConsentContent consentBy(Dossier dossier) {
    var person = people.find(dossier.person());
    return new DataConsentContent(
        person.fullName(), person.address(), identity(dossier), null, dossier.receivedOn());
  }

  private DataConsentContent.@Nullable Identity identity(Dossier dossier) {
    var seen = people.find(dossier.person()).document();
    return seen == null
        ? null
        : new DataConsentContent.Identity(
            sentences.identityDocument(seen.kind(), language(dossier)),
            seen.number(),
            seen.issuedOn(),
            seen.issuedBy());
  }

  private Document write(Dossier dossier, DocumentContent content) {
    return documents.write(dossier.cooperative(), dossier.startedCase(), dossier.person(), content);
  }

  private Optional<String> holder(CooperativeId cooperative, Office office, LocalDate day) {
    return offices.holders(cooperative, office, day).stream().findFirst().flatMap(people::nameOf);
  }
}
