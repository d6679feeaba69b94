package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Confidence;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.LegalForm;
import coop.artel.jurisdiction.Norm;
import coop.artel.law.Verifications;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The norms of a country as a table for those who work with its law. */
@Component
public class NormViews {
  private static final String CALENDAR = "calendar/";

  private final Verifications verifications;
  private final Names names;

  NormViews(Verifications verifications, Names names) {
    this.verifications = verifications;
    this.names = names;
  }

  /**
   * A norm, or a year of the calendar.
   *
   * @param lines none where only a charter says it
   * @param standing {@code certain}, {@code verified}, {@code proposed}, {@code unverified}, {@code
   *     never}, {@code charter}
   * @param waiting id of the proposal that waits
   */
  public record Row(
      String key,
      String name,
      List<Line> lines,
      String standing,
      @Nullable Verified verified,
      @Nullable String waiting,
      @Nullable String proposedBy,
      boolean mayPropose) {}

  /**
   * A figure of it.
   *
   * @param since empty where it has always been so
   * @param confidence {@code high}, {@code medium}, {@code low}
   * @param note what the law adds to it; empty where it adds nothing
   */
  public record Line(
      String forms, String since, String value, String article, String confidence, String note) {}

  public record Verified(String by, String second, String on, boolean demonstration) {}

  /** The law is read by whoever works here: applicants and strangers have no business with it. */
  public static void demandStaff(Caller caller) {
    if (caller.offices().isEmpty() && caller.roles().isEmpty()) {
      throw new NotServed();
    }
  }

  public static String name(String key, Wording wording) {
    return key.startsWith(CALENDAR)
        ? wording.say("norms.calendar", key.substring(CALENDAR.length()))
        : wording.sayOr("norm." + key, key);
  }

  /** As the messages call it, else as the country's file does. */
  public static String name(Country country, String key, Wording wording) {
    var said = name(key, wording);
    return said.equals(key)
        ? country.norm(key).flatMap(Norm::name).map(name -> name.in(wording.locale())).orElse(key)
        : said;
  }

  public List<Row> rows(Country country, Caller caller, Wording wording) {
    var verifiable = verifications.of(country.id(), caller);
    var keys = new ArrayList<String>(country.norms().keySet());
    country.calendar().years().keySet().forEach(year -> keys.add(CALENDAR + year));
    return keys.stream()
        .map(key -> row(country, key, verifiable.get(key), caller, wording))
        .toList();
  }

  private Row row(
      Country country,
      String key,
      Verifications.@Nullable Verifiable verifiable,
      Caller caller,
      Wording wording) {
    var lines = lines(country, key, wording);
    var verified = verifiable == null ? null : verifiable.verified();
    var waiting = verifiable == null ? null : verifiable.waiting();
    var standing = standing(lines, verifiable);
    return new Row(
        key,
        name(country, key, wording),
        lines,
        standing,
        verified == null
            ? null
            : new Verified(
                names.person(verified.verifiedBy(), wording),
                names.person(verified.secondedBy(), wording),
                wording.day(verified.at(), country.zone()),
                verified.demonstration()),
        waiting == null ? null : waiting.id().toString(),
        waiting == null ? null : names.person(waiting.proposedBy(), wording),
        standing.equals("unverified") && caller.roles().contains(PlatformRole.LAWYER));
  }

  private static String standing(List<Line> lines, Verifications.@Nullable Verifiable verifiable) {
    if (verifiable != null) {
      if (verifiable.verified() != null) {
        return "verified";
      }
      return verifiable.waiting() == null ? "unverified" : "proposed";
    }
    if (lines.isEmpty()) {
      return "charter";
    }
    return lines.stream().anyMatch(line -> line.confidence().equals("high")) ? "certain" : "never";
  }

  /** The figures of a norm, equal ones of several legal forms in one line. */
  public List<Line> lines(Country country, String key, Wording wording) {
    if (key.startsWith(CALENDAR)) {
      var year = country.calendar().years().get(Integer.parseInt(key.substring(CALENDAR.length())));
      return year == null
          ? List.of()
          : List.of(
              new Line(
                  year.act(),
                  "",
                  wording.count("norms.moved", year.moved().size()),
                  year.standing().article(),
                  word(year.standing().confidence()),
                  ""));
    }
    return lines(country, key, form -> true, wording);
  }

  /**
   * The same of some legal forms.
   *
   * @param which {@link Norm#ANY_FORM} or the form's id
   */
  public List<Line> lines(Country country, String key, Predicate<String> which, Wording wording) {
    var forms = new LinkedHashMap<Norm.Figure, List<String>>();
    country
        .norm(key)
        .ifPresent(
            norm ->
                norm.byLegalForm().keySet().stream()
                    .filter(which)
                    .sorted()
                    .forEach(form -> gather(norm, form, form(country, form, wording), forms)));
    var norm = country.norm(key);
    return forms.entrySet().stream()
        .map(
            entry ->
                new Line(
                    entry.getValue().stream().collect(Collectors.joining("; ")),
                    entry.getKey().since().map(day -> since(day, wording)).orElse(""),
                    norm.map(it -> value(it, entry.getKey().value(), wording)).orElse(""),
                    entry.getKey().article(),
                    word(entry.getKey().confidence()),
                    entry.getKey().note().map(note -> note.in(wording.locale())).orElse("")))
        .toList();
  }

  private static void gather(
      Norm norm, String form, String name, Map<Norm.Figure, List<String>> forms) {
    var figures = norm.byLegalForm().get(form);
    if (figures != null) {
      figures
          .byFirstDay()
          .values()
          .forEach(
              figure ->
                  figure.ifPresent(
                      it -> forms.computeIfAbsent(it, f -> new ArrayList<>()).add(name)));
    }
  }

  /** Words as the country's file calls them, else as the messages do. */
  private static String value(Norm norm, String value, Wording wording) {
    if (!norm.unit().startsWith("word")) {
      return wording.figure(value, norm.unit());
    }
    return Stream.of(value.split(", "))
        .map(
            word -> {
              var name = norm.wordNames().get(word);
              return name == null ? wording.word(word) : name.in(wording.locale());
            })
        .collect(Collectors.joining(", "));
  }

  private static String since(LocalDate day, Wording wording) {
    return wording.say("norms.since", wording.date(day));
  }

  private static String word(Confidence confidence) {
    return confidence.name().toLowerCase(Locale.ROOT);
  }

  private static String form(Country country, String id, Wording wording) {
    return id.equals(Norm.ANY_FORM)
        ? wording.say("norms.any-form")
        : country
            .legalForm(id)
            .map(LegalForm::name)
            .map(name -> name.in(wording.locale()))
            .orElse(id);
  }
}
