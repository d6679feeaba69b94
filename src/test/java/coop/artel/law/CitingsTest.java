package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.Citation;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.Citing.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever cites an article is found, and nothing else: against a plain search of the files. */
class CitingsTest {
  private static final Countries COUNTRIES = new Countries();
  private static final Editions EDITIONS = new Editions(COUNTRIES);
  private static final Path FILES = Path.of("jurisdictions/ru");
  private static final Pattern QUOTED = Pattern.compile("article: *\"?([^\"},\n]+, [^\"},\n]+)");

  private final List<Citing> citings =
      Citings.of(EDITIONS.current("ru"), EDITIONS.currentFiles("ru"), COUNTRIES);

  @Test
  void for_drawn_articles_the_flagged_are_what_a_search_of_the_files_finds() throws IOException {
    var random = new Random();
    var acts = List.copyOf(COUNTRIES.of("ru").acts().values());
    for (int i = 0; i < 40; i++) {
      var act = acts.get(random.nextInt(acts.size()));
      var places = List.copyOf(Citation.places(act));
      if (!places.isEmpty()) {
        sameAsBySearch(new Citation(act.id(), places.get(random.nextInt(places.size()))));
      }
    }
  }

  @Test
  void for_the_articles_that_much_rests_on_too() throws IOException {
    for (var place : List.of("ст. 10", "ст. 10(1)", "ст. 1", "ст. 17", "ст. 7", "")) {
      sameAsBySearch(new Citation("3085-1", place));
    }
    sameAsBySearch(new Citation("ГК", "ст. 181.2"));
    assertThat(flagged(Kind.RULE, new Citation("3085-1", "ст. 10"))).contains("admission.born");
    assertThat(flagged(Kind.RULE, new Citation("3085-1", "ст. 1"))).isEmpty();
    assertThat(flagged(Kind.NORM, new Citation("3085-1", "ст. 7"))).contains("membership.min-age");
    assertThat(flagged(Kind.CASE, new Citation("3085-1", "ст. 7"))).contains("A2");
    assertThat(flagged(Kind.CALENDAR, new Citation("ТК", "ст. 112"))).contains("2025");
  }

  @Test
  void a_template_that_names_an_article_is_flagged_with_it() {
    var files = new TreeMap<String, String>();
    files.put("jurisdictions/ru/documents/a.mustache", "<p>По 3085-1, ст. 10(1).</p>");
    files.put("jurisdictions/ru/documents/b.mustache", "<p>По 3085-1, ст. 101</p>");
    var cited = Citings.of(EDITIONS.current("ru"), files);

    assertThat(flagged(cited, Kind.DOCUMENT, new Citation("3085-1", "ст. 10")))
        .containsExactly("a.mustache");
    assertThat(flagged(cited, Kind.DOCUMENT, new Citation("3085-1", "ст. 1"))).isEmpty();
  }

  private void sameAsBySearch(Citation place) throws IOException {
    assertThat(flagged(Kind.RULE, place)).as("%s: rules", place).isEqualTo(rules(place));
    assertThat(flagged(Kind.NORM, place)).as("%s: norms", place).isEqualTo(norms(place));
    assertThat(flagged(Kind.CASE, place)).as("%s: cases", place).isEqualTo(cases(place));
  }

  private TreeSet<String> flagged(Kind kind, Citation place) {
    return flagged(citings, kind, place);
  }

  private static TreeSet<String> flagged(List<Citing> citings, Kind kind, Citation place) {
    return citings.stream()
        .filter(it -> it.kind() == kind && it.cites(place))
        .map(Citing::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> rules(Citation place) throws IOException {
    var found = new TreeSet<String>();
    for (var file : texts(Path.of("rules/ru")).values()) {
      for (var rule : blocks(file, "правило ")) {
        for (var line : rule.lines().filter(it -> it.startsWith("по закону ")).toList()) {
          if (named(line.substring("по закону ".length()), place)) {
            found.add(rule.lines().findFirst().orElseThrow());
          }
        }
      }
    }
    return found;
  }

  private static TreeSet<String> norms(Citation place) throws IOException {
    var found = new TreeSet<String>();
    for (var norm : blocks(Files.readString(FILES.resolve("norms.yaml")), "- key: ")) {
      if (quoted(norm, place)) {
        found.add(norm.lines().findFirst().orElseThrow());
      }
    }
    return found;
  }

  private static TreeSet<String> cases(Citation place) throws IOException {
    var found = new TreeSet<String>();
    for (var folder : List.of("cases", "worked")) {
      for (var file : texts(FILES.resolve(folder)).values()) {
        for (var one : blocks(file, "- id: ")) {
          if (quoted(one, place)) {
            found.add(one.lines().findFirst().orElseThrow());
          }
        }
      }
    }
    return found;
  }

  /** What stands after each line that begins so, up to the next one. */
  private static List<String> blocks(String text, String beginning) {
    var parts = ("\n" + text.replaceAll("(?m)^ *#.*", "")).split("\n" + beginning, -1);
    return List.of(parts).subList(1, parts.length);
  }

  private static boolean quoted(String block, Citation place) {
    return QUOTED.matcher(block).results().map(MatchResult::group).anyMatch(it -> named(it, place));
  }

  /** Where the article ends there is no further digit, and no point with one. */
  private static boolean named(String text, Citation place) {
    var wanted = place.article().isEmpty() ? place.act() + ", " : place.toString();
    return Pattern.compile("(^|[ \"])%s%s".formatted(Pattern.quote(wanted), ending(place)))
        .matcher(text)
        .find();
  }

  private static String ending(Citation place) {
    return place.article().isEmpty() ? "" : "(?![0-9.])";
  }

  private static SortedMap<String, String> texts(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var paths = Files.list(folder)) {
      for (var path : paths.toList()) {
        texts.put(path.toString(), Files.readString(path));
      }
    }
    return texts;
  }
}
