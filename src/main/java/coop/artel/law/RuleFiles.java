package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.values.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files that an edition of a country's rules is made of.
 *
 * @param byPath texts by path: {@code rules/ru/admission.dslr}, {@code rules/vocabulary/ru.dsl},
 *     {@code jurisdictions/ru/norms.yaml}, {@code jurisdictions/ru/cases/admission.yaml}
 */
public record RuleFiles(String country, SortedMap<String, String> byPath) {
  private static final String JURISDICTIONS = "jurisdictions/";

  public RuleFiles {
    byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
  }

  /** Those that the service brings, or that stand in the folder of added countries. */
  static RuleFiles shipped(Countries countries, String country) {
    var files = new TreeMap<String, String>();
    countries.files(country).forEach((path, text) -> files.put(JURISDICTIONS + path, text));
    files.putAll(
        countries.added().contains(country)
            ? countries.addedRules(country)
            : texts("rules/%s/*.dslr".formatted(country)));
    var language = countries.shipped(country).rules();
    files.putAll(texts(vocabulary(language)));
    return new RuleFiles(country, files);
  }

  static String vocabulary(String language) {
    return "rules/vocabulary/%s.dsl".formatted(language);
  }

  private static Map<String, String> texts(String pattern) {
    var texts = new TreeMap<String, String>();
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (var resource : resolver.getResources("classpath*:" + pattern)) {
        var url = resource.getURL().toString();
        texts.put(
            url.substring(url.lastIndexOf("/rules/") + 1),
            resource.getContentAsString(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /**
   * These files with some changed, added or taken away.
   *
   * @param changes new texts by path; absent where a file goes
   */
  public RuleFiles with(Map<String, Optional<String>> changes) {
    var changed = new TreeMap<>(byPath);
    changes.forEach(
        (path, text) ->
            text.ifPresentOrElse(now -> changed.put(path, now), () -> changed.remove(path)));
    return new RuleFiles(country, changed);
  }

  /** From which changes other files come out of these: as {@link #with} takes them. */
  public SortedMap<String, Optional<String>> changesTo(RuleFiles others) {
    var changes = new TreeMap<String, Optional<String>>();
    byPath.keySet().forEach(path -> changes.put(path, Optional.empty()));
    others.byPath.forEach((path, text) -> changes.put(path, Optional.of(text)));
    byPath.forEach((path, text) -> changes.remove(path, Optional.of(text)));
    return changes;
  }

  /**
   * SHA-256 of the list of all files, hex: of each a line with the SHA-256 of its bytes, two spaces
   * and its path, sorted by path.
   */
  public String digest() {
    var listing = new StringBuilder();
    digests()
        .forEach((path, digest) -> listing.append(digest).append("  ").append(path).append('\n'));
    return sha256(listing.toString());
  }

  /** SHA-256 of each file by path, hex. */
  public SortedMap<String, String> digests() {
    var digests = new TreeMap<String, String>();
    byPath.forEach((path, text) -> digests.put(path, sha256(text)));
    return digests;
  }

  static String sha256(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the files of the jurisdiction say. Refused: {@link FileNotUnderstood}. */
  Country read() {
    return Countries.read(country, below(JURISDICTIONS));
  }

  /** The cases that lawyers wrote down. Refused: {@link FileNotUnderstood}. */
  SortedMap<String, String> cases() {
    return below(JURISDICTIONS, JURISDICTIONS + country + "/cases/");
  }

  SortedMap<String, String> rules() {
    return below("", "rules/" + country + "/");
  }

  /** Refused: {@link FileNotUnderstood} where there is none for the language of the rules. */
  Map.Entry<String, String> vocabulary(Country of) {
    var path = vocabulary(of.rules());
    @Nullable String text = byPath.get(path);
    if (text == null) {
      throw FileNotUnderstood.fileMissing(path);
    }
    return Map.entry(path, text);
  }

  private SortedMap<String, String> below(String folder) {
    return below(folder, folder);
  }

  /**
   * @param cut what the paths lose
   */
  private SortedMap<String, String> below(String cut, String folder) {
    var files = new TreeMap<String, String>();
    byPath.forEach(
        (path, text) -> {
          if (path.startsWith(folder)) {
            files.put(path.substring(cut.length()), text);
          }
        });
    return files;
  }
}
