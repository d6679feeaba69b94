package coop.artel.documents;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import coop.artel.jurisdiction.Countries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The wording of documents: {@code jurisdictions/<country>/documents/<kind>.mustache}. A template
 * sees maps, lists and text and reaches no class, file or other template; every value is escaped,
 * and one that is missing is an error, not a gap.
 */
final class Templates {
  /** A template's whole text with its SHA-256, hex, and the language that it is written in. */
  record Wording(String text, String digest, Locale language) {}

  private static final Pattern LANGUAGE = Pattern.compile("<html lang=\"([a-z]{2})\">");

  /** Unescaped values, partials and other delimiters. */
  private static final Pattern FORBIDDEN = Pattern.compile("\\{\\{\\s*[{&>=]");

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .escapeHTML(true)
          .strictSections(true)
          .emptyStringIsFalse(true)
          .withCollector(
              new BasicCollector() {
                @Override
                public <K, V> Map<K, V> createFetcherCache() {
                  return new ConcurrentHashMap<>();
                }
              });

  private final Countries countries;
  private final Map<String, Optional<Wording>> shipped = new ConcurrentHashMap<>();
  private final Map<String, Template> compiled = new ConcurrentHashMap<>();

  Templates(Countries countries) {
    this.countries = countries;
  }

  /**
   * As this version of the service brings it, or the folder of a country that it does not bring.
   */
  Wording shipped(String country, Document.Kind kind) {
    return find(country, kind)
        .orElseThrow(() -> new TemplateMissing(countries.of(country), kind.id()));
  }

  /** The same, empty where the country's files have none. */
  Optional<Wording> find(String country, Document.Kind kind) {
    var path = "jurisdictions/%s/documents/%s.mustache".formatted(country, kind.id());
    return shipped.computeIfAbsent(path, this::load);
  }

  static Wording wording(String text) {
    var language = LANGUAGE.matcher(text);
    if (!language.find()) {
      throw new IllegalStateException("A template says its language in <html lang=…>");
    }
    if (FORBIDDEN.matcher(text).find()) {
      throw new IllegalStateException("A template neither leaves values unescaped nor includes");
    }
    return new Wording(
        text,
        Digests.sha256(text.getBytes(StandardCharsets.UTF_8)),
        Locale.forLanguageTag(language.group(1)));
  }

  String render(Wording wording, Map<String, Object> view) {
    try {
      return compiled
          .computeIfAbsent(wording.digest(), digest -> COMPILER.compile(wording.text()))
          .execute(view);
    } catch (MustacheException e) {
      throw new IllegalStateException("The document does not fit its template", e);
    }
  }

  private Optional<Wording> load(String path) {
    return countries
        .addedFile(path)
        .map(Templates::wording)
        .or(() -> shippedText(path).map(Templates::wording));
  }

  private static Optional<String> shippedText(String path) {
    try (var in = Templates.class.getClassLoader().getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
