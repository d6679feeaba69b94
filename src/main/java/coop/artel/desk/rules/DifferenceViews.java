package coop.artel.desk.rules;

import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.Norm;
import coop.artel.law.EditionDifference;
import coop.artel.law.EditionDifference.EntryChange;
import coop.artel.law.EditionDifference.Field;
import coop.artel.law.EditionDifference.Figure;
import coop.artel.law.EditionDifference.FigureChange;
import coop.artel.law.EditionDifference.FileChange;
import coop.artel.law.EditionDifference.How;
import coop.artel.law.EditionDifference.RuleChange;
import coop.artel.law.RuleFiles;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How two sets of a country's files differ, in the reader's words. The fragment {@code
 * rules/difference :: difference(d)} shows it on whichever page has such a view.
 */
@Component
public class DifferenceViews {
  private static final String FACT = "facts.";

  private final Countries countries;
  private final Refusals refusals;

  DifferenceViews(Countries countries, Refusals refusals) {
    this.countries = countries;
    this.refusals = refusals;
  }

  /**
   * @param same nothing differs
   * @param decidesAlike at most remarks and cases differ
   * @param language of the sentences
   */
  public record View(
      boolean same,
      boolean decidesAlike,
      String language,
      List<RuleView> rules,
      List<FigureView> figures,
      List<EntryView> entries,
      List<FileView> files) {}

  /**
   * A rule.
   *
   * @param words what the question asks
   * @param id empty for the head of the file
   * @param how {@code added}, {@code removed}, {@code changed}
   */
  public record RuleView(
      String file,
      String words,
      String id,
      String how,
      List<String> removed,
      List<String> added,
      boolean reordered) {}

  /**
   * A figure, of all the legal forms in which it changes alike.
   *
   * @param since empty where it has always been so
   * @param rest what else is said of it and differs
   */
  public record FigureView(
      String norm,
      String name,
      String forms,
      String since,
      String how,
      @Nullable Side before,
      @Nullable Side after,
      List<FieldView> rest) {}

  /**
   * @param to its last day; empty if there is none
   */
  public record Side(String value, String article, String confidence, String to) {}

  /**
   * @param kind {@code norm}, {@code case}, {@code act}, {@code calendar}, {@code country}
   */
  public record EntryView(
      String kind, String id, String name, String how, List<FieldView> fields) {}

  public record FieldView(String name, @Nullable String before, @Nullable String after) {}

  /**
   * @param remarks only remarks differ
   * @param fault why it cannot be told apart, absent otherwise
   */
  public record FileView(String path, String how, boolean remarks, @Nullable String fault) {}

  public View of(RuleFiles before, RuleFiles after, Wording wording) {
    var difference = EditionDifference.between(before, after);
    var country = countries.of(after.country());
    return new View(
        difference.isEmpty(),
        difference.decidesAlike(),
        country.rules(),
        difference.rules().stream().map(it -> rule(it, wording)).toList(),
        figures(country, difference.figures(), wording),
        difference.entries().stream().map(it -> entry(country, it, wording)).toList(),
        difference.files().stream().map(it -> file(it, wording)).toList());
  }

  private static RuleView rule(RuleChange it, Wording wording) {
    return new RuleView(
        it.file(),
        RuleViews.words(it.question(), wording),
        it.id(),
        how(it.how()),
        it.removed(),
        it.added(),
        it.reordered());
  }

  /** A change but for its form. */
  private record Alike(
      String norm, String since, How how, @Nullable Figure before, @Nullable Figure after) {}

  private static List<FigureView> figures(
      Country country, List<FigureChange> changes, Wording wording) {
    var forms = new LinkedHashMap<Alike, List<String>>();
    for (var it : changes) {
      forms
          .computeIfAbsent(
              new Alike(it.norm(), it.since(), it.how(), it.before(), it.after()),
              key -> new ArrayList<>())
          .add(form(country, it.form(), wording));
    }
    var views = new ArrayList<FigureView>();
    forms.forEach(
        (it, names) ->
            views.add(
                new FigureView(
                    it.norm(),
                    NormViews.name(country, it.norm(), wording),
                    String.join(", ", names),
                    it.since().isEmpty()
                        ? ""
                        : wording.say("norms.since", day(it.since(), wording)),
                    how(it.how()),
                    side(it.before(), wording),
                    side(it.after(), wording),
                    rest(it.before(), it.after(), wording))));
    return views;
  }

  private static @Nullable Side side(@Nullable Figure it, Wording wording) {
    return it == null
        ? null
        : new Side(
            wording.figure(it.value(), it.unit()),
            it.article(),
            wording.sayOr("confidence." + it.confidence(), it.confidence()),
            it.to().isEmpty() ? "" : wording.say("difference.to", day(it.to(), wording)));
  }

  private static List<FieldView> rest(
      @Nullable Figure before, @Nullable Figure after, Wording wording) {
    if (before == null || after == null) {
      return List.of();
    }
    var names = new TreeSet<String>();
    before.rest().forEach(field -> names.add(field.name()));
    after.rest().forEach(field -> names.add(field.name()));
    return names.stream()
        .map(name -> new FieldView(field(name, wording), of(before, name), of(after, name)))
        .filter(it -> !Objects.equals(it.before(), it.after()))
        .toList();
  }

  private static @Nullable String of(Figure figure, String name) {
    return figure.rest().stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst()
        .orElse(null);
  }

  private static EntryView entry(Country country, EntryChange it, Wording wording) {
    var kind = it.kind().name().toLowerCase(Locale.ROOT);
    var name =
        it.kind() == EditionDifference.Kind.NORM
            ? NormViews.name(country, it.id(), wording)
            : it.name();
    return new EntryView(
        kind,
        it.id(),
        name,
        how(it.how()),
        it.fields().stream()
            .map(
                change ->
                    new FieldView(
                        field(change.name(), wording),
                        value(country, it.kind(), change.name(), change.before(), wording),
                        value(country, it.kind(), change.name(), change.after(), wording)))
            .toList());
  }

  /** What a case says in codes is told as other pages tell it; all else as it is written. */
  private static @Nullable String value(
      Country country,
      EditionDifference.Kind kind,
      String field,
      @Nullable String written,
      Wording wording) {
    if (written == null || kind != EditionDifference.Kind.CASE) {
      return written;
    }
    return switch (field) {
      case "outcome" -> wording.sayOr("decision." + written, written);
      case "missing" -> wording.sayOr("missing." + written, written);
      case "question" -> RuleViews.words(written, wording);
      case "legal-form" -> RuleViews.form(country, written, wording);
      case "day" -> day(written, wording);
      default ->
          switch (field.startsWith(FACT) ? written : "") {
            case "true" -> wording.word("yes");
            case "false" -> wording.word("no");
            default -> written;
          };
    };
  }

  private FileView file(FileChange it, Wording wording) {
    var fault = it.fault();
    return new FileView(
        it.path(),
        how(it.how()),
        it.remarks(),
        fault == null ? null : refusals.sentence(fault, wording));
  }

  /** Facts have names that people know; other fields may have. */
  private static String field(String name, Wording wording) {
    return name.startsWith(FACT)
        ? wording.sayOr("fact." + name.substring(FACT.length()), name)
        : wording.sayOr("difference.field." + name, name);
  }

  private static String form(Country country, String id, Wording wording) {
    return id.equals(Norm.ANY_FORM)
        ? wording.say("norms.any-form")
        : country.legalForm(id).map(form -> form.abbreviation().in(wording.locale())).orElse(id);
  }

  /** A draft may say what is no day. */
  private static String day(String text, Wording wording) {
    try {
      return wording.date(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static String how(How how) {
    return how.name().toLowerCase(Locale.ROOT);
  }
}
