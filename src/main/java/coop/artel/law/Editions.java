package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The editions in force, each compiled when it is first asked. */
@Component
class Editions {
  private final Countries countries;
  private final Map<String, Edition> byCountry = new ConcurrentHashMap<>();

  /** Rules of a country that is not shipped are compiled at once: a slip in them is told now. */
  Editions(Countries countries) {
    this.countries = countries;
    countries.added().forEach(this::current);
  }

  /** The shipped edition of a country. */
  Edition current(String country) {
    return byCountry.computeIfAbsent(country, id -> compile(countries.of(id)));
  }

  private Edition compile(Country country) {
    var vocabulary = "rules/vocabulary/%s.dsl".formatted(country.rules());
    var words = texts(vocabulary);
    if (words.size() != 1) {
      throw new IllegalStateException("There is no file " + vocabulary);
    }
    return Edition.compile(
        country,
        words.entrySet().iterator().next(),
        countries.added().contains(country.id())
            ? countries.addedRules(country.id())
            : texts("rules/%s/*.dslr".formatted(country.id())));
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
}
