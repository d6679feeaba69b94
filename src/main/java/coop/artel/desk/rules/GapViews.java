package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.Contradictions;
import coop.artel.law.GapReport;
import coop.artel.law.GapReports;
import coop.artel.law.RuleDrafts;
import coop.artel.law.RuleFiles;
import coop.artel.law.RulesUnknown;
import coop.artel.values.FieldsRefused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Gaps and contradictions of a question as sentences, each with a cell to open. */
@Component
class GapViews {
  private final GapReports reports;
  private final Contradictions contradictions;
  private final RuleDrafts drafts;
  private final DraftViews draftViews;
  private final Countries countries;
  private final Names names;

  GapViews(
      GapReports reports,
      Contradictions contradictions,
      RuleDrafts drafts,
      DraftViews draftViews,
      Countries countries,
      Names names) {
    this.reports = reports;
    this.contradictions = contradictions;
    this.drafts = drafts;
    this.draftViews = draftViews;
    this.countries = countries;
    this.names = names;
  }

  /**
   * What is gone through.
   *
   * @param draft whose rules these are, absent for those in force
   */
  record Of(String country, String question, @Nullable UUID draft) {
    /** Where the rules stand. */
    String address() {
      return draft == null
          ? "/rules/%s/%s".formatted(country, question)
          : DraftsPage.address(draft) + "/questions/" + question;
    }

    /** Of the page with what is found. */
    String place() {
      var page = "/rules/%s/%s/gaps".formatted(country, question);
      return draft == null ? page : page + "?draft=" + draft;
    }
  }

  /**
   * @param draft whose rules these are, absent for those in force
   * @param address where the rules stand
   * @param place the page with what is found
   * @param day as a form sends it
   * @param way {@code each}, {@code by-parts}, {@code not-whole}
   * @param walked a sentence on how the cells were gone through
   * @param apart facts of which nothing can be said
   * @param turns days on which what holds here changes
   */
  record Whole(
      String country,
      String countryName,
      @Nullable UUID draft,
      String question,
      String address,
      String place,
      String words,
      String legalForm,
      String formName,
      String day,
      String dayName,
      List<Option> forms,
      List<Option> turns,
      long cells,
      long looked,
      String way,
      String walked,
      List<String> apart,
      List<Cut> cuts,
      List<Group> contradictions,
      List<Group> gaps,
      String edition,
      boolean mayExplain) {}

  /**
   * @param values in words, those at which a rule may change its answer
   */
  record Cut(String fact, String name, List<String> values) {}

  /**
   * Findings of one kind.
   *
   * @param lead what such findings mean
   */
  record Group(String kind, String title, String lead, List<Found> found) {}

  /**
   * @param sentence what was found
   * @param example the address of the what-if box with a cell that shows it; empty if none does
   */
  record Found(
      String id,
      String sentence,
      List<String> rules,
      List<String> facts,
      String example,
      Map<String, String> exampleFacts,
      @Nullable Explanation explanation) {}

  record Explanation(String text, String by, String on) {}

  /**
   * Refused: {@code rules-unknown}, {@code rule-draft-unknown}, {@code fields-refused}, and
   * whatever the files of a draft are refused for.
   *
   * @param form empty for the first
   * @param day empty for today
   */
  GapReport report(Caller reader, Of of, String form, String day) {
    NormViews.demandStaff(reader);
    if (of.draft() != null) {
      demandDraft(reader, of.country(), of.draft());
    }
    var files = files(of);
    var forms = reports.legalForms(files, of.question());
    return reports.of(
        files, of.question(), form.isBlank() ? forms.get(0) : form, day(day, of.country()));
  }

  private void demandDraft(Caller reader, String country, UUID draft) {
    draftViews.demandReader(reader);
    if (!drafts.find(draft).country().equals(country)) {
      throw new RulesUnknown(country, draft.toString());
    }
  }

  private RuleFiles files(Of of) {
    return of.draft() == null ? reports.inForce(of.country()) : drafts.files(of.draft());
  }

  private LocalDate day(String text, String country) {
    if (text.isBlank()) {
      return reports.today(country);
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw FieldsRefused.of(WhatIf.DAY, "day-impossible");
    }
  }

  Whole whole(Of of, GapReport report, Caller reader, Wording wording) {
    var country = countries.of(of.country());
    var explained = contradictions.explained(country.id());
    return new Whole(
        country.id(),
        RuleViews.countryName(country, wording),
        of.draft(),
        report.question(),
        of.address(),
        of.place(),
        RuleViews.words(report.question(), wording),
        report.legalForm(),
        RuleViews.form(country, report.legalForm(), wording),
        report.day().toString(),
        wording.date(report.day()),
        reports.legalForms(files(of), report.question()).stream()
            .map(form -> new Option(form, RuleViews.form(country, form, wording)))
            .toList(),
        report.turns().stream().map(day -> new Option(day.toString(), wording.date(day))).toList(),
        report.cells(),
        report.looked(),
        word(report.way()),
        walked(report, wording),
        report.apart().stream().map(it -> fact(it, wording)).toList(),
        report.axes().stream().map(it -> cut(it, wording)).toList(),
        groups(of, report, true, explained, wording),
        groups(of, report, false, explained, wording),
        report.edition(),
        reader.roles().contains(PlatformRole.LAWYER));
  }

  private static String walked(GapReport report, Wording wording) {
    return wording.say(
        "gaps.walked." + word(report.way()),
        wording.number(report.cells()),
        wording.number(report.looked()));
  }

  private static Cut cut(GapReport.Cut cut, Wording wording) {
    return new Cut(
        cut.fact(),
        fact(cut.fact(), wording),
        cut.values().stream().map(value -> value(value, wording)).toList());
  }

  private static String value(String value, Wording wording) {
    if (value.isEmpty()) {
      return wording.say("gaps.unknown");
    }
    if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return wording.date(LocalDate.parse(value));
    }
    return switch (value) {
      case "true" -> wording.word("yes");
      case "false" -> wording.word("no");
      case "other" -> wording.say("gaps.other");
      default -> wording.word(value);
    };
  }

  private static String fact(String name, Wording wording) {
    return wording.sayOr("fact." + name, name);
  }

  private List<Group> groups(
      Of of,
      GapReport report,
      boolean contradictions,
      Map<String, Contradictions.Explained> explained,
      Wording wording) {
    return Arrays.stream(GapReport.Kind.values())
        .filter(kind -> kind.contradiction() == contradictions)
        .map(kind -> group(of, report, kind, explained, wording))
        .filter(group -> !group.found.isEmpty())
        .toList();
  }

  private Group group(
      Of of,
      GapReport report,
      GapReport.Kind kind,
      Map<String, Contradictions.Explained> explained,
      Wording wording) {
    var word = word(kind);
    return new Group(
        word,
        wording.say("gaps.kind." + word),
        wording.say("gaps.lead." + word),
        report.findings().stream()
            .filter(it -> it.kind() == kind)
            .map(it -> found(of, report, it, explained.get(it.id()), wording))
            .toList());
  }

  private Found found(
      Of of,
      GapReport report,
      GapReport.Found it,
      Contradictions.@Nullable Explained explained,
      Wording wording) {
    return new Found(
        it.id(),
        sentence(it, wording),
        it.rules(),
        it.facts(),
        it.example().isEmpty() || of.draft() != null ? "" : example(of.country(), report, it),
        it.example(),
        explained == null
            ? null
            : new Explanation(
                explained.explanation(),
                names.person(explained.by(), wording),
                wording.day(explained.at(), countries.of(of.country()).zone())));
  }

  private static String sentence(GapReport.Found it, Wording wording) {
    return switch (it.kind()) {
      case FACT_UNREAD ->
          it.facts().stream().map(name -> fact(name, wording)).collect(Collectors.joining("; "));
      case TWO_ANSWERS ->
          it.outcomes().stream()
              .map(outcome -> wording.say("decision." + outcome.id()))
              .collect(Collectors.joining(" · "));
      default -> "";
    };
  }

  private static String example(String country, GapReport report, GapReport.Found it) {
    var address =
        UriComponentsBuilder.fromPath("/rules/{country}/{question}")
            .queryParam(WhatIf.BASE, "{base}")
            .queryParam(WhatIf.DAY, "{day}");
    var values = new ArrayList<Object>();
    values.addAll(
        List.of(country, report.question(), WhatIf.FORM + report.legalForm(), report.day()));
    it.example()
        .forEach(
            (name, value) -> {
              address.queryParam(name, "{" + name + "}");
              values.add(value);
            });
    return address.fragment("h-what-if").encode().buildAndExpand(values.toArray()).toUriString();
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
