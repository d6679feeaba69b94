package coop.artel.law;

import coop.artel.jurisdiction.Citation;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.YamlNode;
import coop.artel.law.Citing.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All places of a country's files that cite a law, in the order of the files. */
final class Citings {
  private final Edition edition;
  private final Country country;
  private final List<Citing> all = new ArrayList<>();

  private Citings(Edition edition) {
    this.edition = edition;
    this.country = edition.country();
  }

  /**
   * @param files by path: {@code jurisdictions/ru/cases/admission.yaml}; of these are looked at
   *     cases, worked ones too, and templates of documents
   */
  static List<Citing> of(Edition edition, SortedMap<String, String> files) {
    var citings = new Citings(edition);
    citings.rules();
    citings.norms();
    citings.country();
    files.forEach(citings::file);
    return List.copyOf(citings.all);
  }

  /** The same of an edition's files and of what the country has beside them. */
  static List<Citing> of(Edition edition, RuleFiles files, Countries countries) {
    var all = beside(files.country(), countries);
    all.putAll(files.byPath());
    return of(edition, all);
  }

  /** Worked cases and templates, which are in no edition. */
  private static SortedMap<String, String> beside(String country, Countries countries) {
    var files = new TreeMap<String, String>();
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      for (var folder : List.of("worked/", "documents/")) {
        var path = "jurisdictions/" + country + "/" + folder;
        files.putAll(countries.addedWithin(path));
        for (var file : resolver.getResources("classpath*:" + path + "*")) {
          files.put(path + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private void rules() {
    for (var question : edition.questions()) {
      edition.rules(question).values().stream()
          .filter(rule -> !rule.answers())
          .sorted(Comparator.comparingInt(Rule::line))
          .forEach(
              rule -> add(Kind.RULE, rule.file(), rule.id(), "", question, all(rule.article())));
    }
  }

  private void norms() {
    var file = "jurisdictions/%s/norms.yaml".formatted(country.id());
    country
        .norms()
        .forEach(
            (key, norm) ->
                add(
                    Kind.NORM,
                    file,
                    key,
                    "",
                    "",
                    Stream.concat(Stream.of(norm.article()), norm.articles().stream().sorted())
                        .flatMap(it -> all(it).stream())
                        .distinct()
                        .toList()));
  }

  private void country() {
    var file = "jurisdictions/%s/country.yaml".formatted(country.id());
    country
        .signature()
        .flatMap(Country.SignatureProfile::article)
        .ifPresent(it -> add(Kind.SIGNATURE, file, "signature", "", "", all(it)));
    add(Kind.CALENDAR, file, "days", "", "", all(country.calendar().article()));
    country
        .calendar()
        .years()
        .forEach(
            (year, moved) ->
                add(
                    Kind.CALENDAR,
                    "jurisdictions/%s/calendar/%d.yaml".formatted(country.id(), year),
                    Integer.toString(year),
                    "",
                    "",
                    all(moved.standing().article())));
  }

  private void file(String path, String text) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    if (path.contains("/documents/")) {
      add(Kind.DOCUMENT, path, name, "", "", within(text));
    } else if (path.contains("/cases/") || path.contains("/worked/")) {
      YamlNode.read(path, text).items().forEach(item -> item(path, item.entries()));
    }
  }

  private void item(String path, Map<String, YamlNode> entries) {
    add(
        Kind.CASE,
        path,
        text(entries, "id"),
        text(entries, "name"),
        text(entries, "question"),
        all(text(entries, "article")));
  }

  private static String text(Map<String, YamlNode> entries, String key) {
    return Optional.ofNullable(entries.get(key)).map(YamlNode::text).orElse("");
  }

  /** What a text names as rules do; nobody says where a citation in it ends, but the law does. */
  private List<Citation> within(String text) {
    return country.acts().values().stream()
        .flatMap(act -> Citation.places(act).stream().map(place -> new Citation(act.id(), place)))
        .filter(
            it ->
                Pattern.compile(
                        "(?<![\\p{L}\\d-])%s(?![\\p{L}\\d]|\\.\\d)"
                            .formatted(Pattern.quote(it.toString())))
                    .matcher(text)
                    .find())
        .toList();
  }

  private static List<Citation> all(String citations) {
    return Citation.all(citations);
  }

  private void add(
      Kind kind, String file, String id, String name, String question, List<Citation> citations) {
    if (!citations.isEmpty()) {
      all.add(new Citing(kind, file, id, name, question, citations));
    }
  }
}
