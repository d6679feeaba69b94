package coop.artel.documents;

import coop.artel.documents.CouncilDecisionContent.Vote;
import coop.artel.values.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One content of every kind, as the modules above make them. */
final class Samples {
  private static final LocalDate APPLIED = LocalDate.of(2026, 11, 2);
  private static final LocalDate DECIDED = LocalDate.of(2026, 11, 23);
  private static final Instant CAST = Instant.parse("2026-11-20T09:15:30.123Z");
  static final String APPLICANT = "Иванова Анна Петровна";

  private Samples() {}

  static List<DocumentContent> all() {
    return List.of(
        application(),
        consent(),
        decision(),
        notice(true),
        notice(false),
        certificate(),
        memberLetter(),
        returned("Пожалуйста, подайте заявление снова, когда исполнится 16 лет."));
  }

  static MembershipApplicationContent application() {
    return new MembershipApplicationContent(
        APPLICANT,
        APPLIED,
        LocalDate.of(1990, 5, 17),
        "170100, г. Тверь, ул. Советская, д. 1, кв. 12",
        "+79123456789",
        "anna@example.ru",
        Set.of(
            MembershipApplicationContent.Income.NO_OWN_EARNINGS,
            MembershipApplicationContent.Income.PENSION),
        Money.of("100.00", "RUB"),
        Money.of("1000.00", "RUB"));
  }

  static DataConsentContent consent() {
    return new DataConsentContent(
        APPLICANT,
        "170100, г. Тверь, ул. Советская, д. 1, кв. 12",
        new DataConsentContent.Identity(
            "паспорт гражданина Российской Федерации",
            "0012 000345",
            LocalDate.of(2010, 6, 1),
            "ОВД Центрального района города Твери"),
        null,
        APPLIED);
  }

  static CouncilDecisionContent decision() {
    return new CouncilDecisionContent(
        APPLICANT,
        17,
        APPLIED,
        DECIDED,
        true,
        9,
        List.of(
            new Vote("Орлова Мария Сергеевна", "for", CAST, ""),
            new Vote("Белов Пётр Ильич", "for", CAST.plusSeconds(61), ""),
            new Vote("Ким Ли", "abstained", CAST.plusSeconds(125), ""),
            new Vote(
                "Соколов Иван Андреевич", "against", CAST.plusSeconds(600), "Нет жилья в районе"),
            new Vote("Зайцева Ольга Николаевна", "for", CAST.plusSeconds(700), ""),
            new Vote("Магомедов Руслан Ахмедович", "for", CAST.plusSeconds(800), ""),
            new Vote("Фёдорова Елена Викторовна", "for", CAST.plusSeconds(900), "")),
        5,
        1,
        1,
        false,
        List.of(
            new Ground(
                "council.quorum",
                "В голосовании участвует не меньше установленной уставом доли членов совета",
                "Устав, п. 7.5",
                "75 %",
                true,
                "Устав, п. 7.5"),
            new Ground(
                "council.majority",
                "За решение подано больше половины голосов участвующих",
                "Устав, п. 7.6",
                "1/2",
                true,
                "Устав, п. 7.6"),
            new Ground(
                "council.term",
                "Решение принято не позднее последнего дня срока",
                "Закон № 3085-1, ст. 10, п. 2",
                "30 дней",
                true,
                "Закон № 3085-1, ст. 10, п. 2")),
        "9f".repeat(32),
        "Орлова Мария Сергеевна",
        "Лебедева Нина Павловна",
        true);
  }

  static DecisionNoticeContent notice(boolean admitted) {
    return notice(
        admitted,
        new Ground(
            "council.majority",
            "За решение подано больше половины голосов участвующих",
            "Устав, п. 7.6",
            "1/2",
            admitted,
            "Устав, п. 7.6"));
  }

  static DecisionNoticeContent notice(boolean admitted, Ground ground) {
    return new DecisionNoticeContent(
        APPLICANT,
        4,
        DECIDED,
        admitted,
        LocalDate.of(2026, 11, 30),
        admitted ? Money.of("100.00", "RUB") : null,
        admitted ? Money.of("1000.00", "RUB") : null,
        admitted ? LocalDate.of(2026, 12, 23) : null,
        admitted ? null : "Совет считает, что заявитель не знаком с уставом.",
        List.of(ground),
        "Лебедева Нина Павловна",
        false,
        false,
        admitted);
  }

  static MemberCertificateContent certificate() {
    return new MemberCertificateContent(
        APPLICANT,
        241,
        LocalDate.of(2026, 12, 1),
        4,
        DECIDED,
        Money.of("100.00", "RUB"),
        LocalDate.of(2026, 11, 30),
        Money.of("1000.00", "RUB"),
        LocalDate.of(2026, 12, 1),
        "Орлова Мария Сергеевна");
  }

  static MemberLetterContent memberLetter() {
    return new MemberLetterContent(
        APPLICANT,
        17,
        APPLIED,
        12,
        DECIDED,
        Money.of("1000", "RUB"),
        null,
        "Орлова Мария Сергеевна");
  }

  static ReturnLetterContent returned(String comment) {
    return new ReturnLetterContent(
        APPLICANT,
        17,
        APPLIED,
        List.of(
            new Ground(
                "admission.age",
                "На день заявления заявителю исполнилось столько лет, сколько требует закон",
                "Закон № 3085-1, ст. 7",
                "16 лет",
                false,
                "Закон № 3085-1, ст. 7")),
        comment,
        "Лебедева Нина Павловна",
        false,
        null);
  }
}
