package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The editions in force, each compiled when it is first asked. */
@Component
class Editions {
  private static final int MOST = 24;

  private final Countries countries;
  private final EditionShelf shelf;

  /** Rules of a country that is not shipped are compiled at once: a slip in them is told now. */
  Editions(Countries countries) {
    this(countries, MOST);
  }

  /**
   * @param most how many stay compiled at once
   */
  @Autowired
  Editions(Countries countries, @Value("${artel.law.editions:" + MOST + "}") int most) {
    this.countries = countries;
    this.shelf = new EditionShelf(most);
    countries.added().forEach(this::current);
  }

  /** The shipped edition of a country. */
  Edition current(String country) {
    return shelf.get(country, () -> compile(countries.of(country), ""));
  }

  /**
   * @param remark written at the end of each file of rules, where a like edition is wanted
   */
  Edition compile(Country country, String remark) {
    var vocabulary = "rules/vocabulary/%s.dsl".formatted(country.rules());
    var words = texts(vocabulary);
    if (words.size() != 1) {
      throw new IllegalStateException("There is no file " + vocabulary);
    }
    var rules =
        new TreeMap<>(
            countries.added().contains(country.id())
                ? countries.addedRules(country.id())
                : texts("rules/%s/*.dslr".formatted(country.id())));
    rules.replaceAll((file, text) -> text + remark);
    return Edition.compile(country, words.entrySet().iterator().next(), rules);
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
