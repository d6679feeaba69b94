package coop.artel.law;

import static org.mockito.Mockito.when;

import coop.artel.jurisdiction.Countries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Russia's rules as they are shipped, and once more with a figure, a sentence and a case changed.
 */
public final class PublishedTwice {
  public static final UUID DRAFT = UUID.fromString("00000000-0000-4000-8000-0000000d4af7");
  private static final RuleFiles FIRST = RuleFiles.shipped(new Countries(), "ru");

  private PublishedTwice() {}

  public static void in(RuleDrafts drafts) {
    var second = second();
    when(drafts.publications("ru"))
        .thenReturn(List.of(publication(1, null), publication(2, LocalDate.of(2026, 9, 1))));
    when(drafts.published("ru", 1)).thenReturn(FIRST);
    when(drafts.published("ru", 2)).thenReturn(second);
    when(drafts.published("ru", 3)).thenThrow(new RulesUnknown("ru", "3"));
    when(drafts.find(DRAFT))
        .thenReturn(
            new RuleDraft(
                DRAFT,
                "ru",
                "Возраст и срок",
                "Закон изменился",
                Optional.empty(),
                1,
                RuleDraft.State.OPEN,
                Instant.EPOCH));
    when(drafts.before(DRAFT)).thenReturn(FIRST);
    when(drafts.files(DRAFT)).thenReturn(second);
  }

  private static RuleFiles second() {
    return FIRST.with(
        Map.of(
            "jurisdictions/ru/norms.yaml",
            Optional.of(
                text("jurisdictions/ru/norms.yaml")
                    .replace(
                        "{forms: [consumer-society], value: 16, article: \"3085-1, ст. 7\"",
                        "{forms: [consumer-society], value: 18, article: \"3085-1, ст. 7\"")),
            "rules/ru/admission.dslr",
            Optional.of(
                text("rules/ru/admission.dslr")
                    .replace(
                        "правило admission.age\nпо закону 3085-1, ст. 7\n",
                        "правило admission.age\n"
                            + "по закону 3085-1, ст. 7\n"
                            + "действует с 2026-09-01\n")),
            "jurisdictions/ru/cases/admission.yaml",
            Optional.of(
                text("jurisdictions/ru/cases/admission.yaml")
                    .replaceFirst("born: 2009-03-03", "born: 2007-03-03")
                    .replaceFirst("outcome: refused", "outcome: human")
                    .replaceFirst("missing: \\[born]", "missing: [address]")
                    .replaceFirst("consentSeparate: true", "consentSeparate: false")),
            "rules/ru/signing.dslr",
            Optional.of(text("rules/ru/signing.dslr") + "# Проверено\n")));
  }

  private static String text(String path) {
    return FIRST.byPath().get(path);
  }

  private static Publication publication(int number, LocalDate from) {
    return new Publication(
        "ru",
        number,
        "a".repeat(64),
        "b".repeat(64),
        Optional.ofNullable(from),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
