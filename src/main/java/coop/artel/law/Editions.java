package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The editions, each compiled when it is first asked. */
@Component
class Editions {
  private static final int MOST = 24;

  private final Countries countries;
  private final Published published;
  private final Function<String, RuleFiles> store;
  private final EditionShelf shelf;
  private final Map<String, Shipped> shipped = new ConcurrentHashMap<>();

  /** Files with the digest of all of them. */
  private record Shipped(RuleFiles files, String digest) {}

  /** Those that are shipped; nothing else is ever published. */
  Editions(Countries countries) {
    this(
        countries,
        Published.nothing(),
        fileSet -> {
          throw new IllegalStateException("There is no " + fileSet);
        },
        MOST);
  }

  @Autowired
  Editions(
      Countries countries,
      Published published,
      EditionStore store,
      @Value("${artel.law.editions:" + MOST + "}") int most) {
    this(countries, published, store::load, most);
    countries.follow(this::newer);
  }

  /**
   * Rules and cases of a country that is not shipped are read at once: a slip in them is told now.
   *
   * @param most how many stay compiled at once
   */
  private Editions(
      Countries countries, Published published, Function<String, RuleFiles> store, int most) {
    this.countries = countries;
    this.published = published;
    this.store = store;
    this.shelf = new EditionShelf(most);
    countries.added().forEach(this::readAtOnce);
  }

  private void readAtOnce(String country) {
    var files = shippedFiles(country);
    of(files);
    CasesOf.read(files);
  }

  /** What is in force in a country today. */
  Edition current(String country) {
    return of(currentSet(country));
  }

  /** The digest of all files of what is in force in a country today. */
  String currentSet(String country) {
    return publication(country)
        .map(Publication::fileSet)
        .orElseGet(() -> shipped(country).digest());
  }

  /** What was put in force last of what is in force; empty before the first start has ended. */
  Optional<Publication> publication(String country) {
    return published.now(country, countries.shipped(country).zone());
  }

  /** An edition by the digest of all its files. */
  Edition of(String fileSet) {
    return shelf.get(fileSet, () -> Edition.compile(files(fileSet)));
  }

  /** The edition of files that need not be kept anywhere. */
  Edition of(RuleFiles files) {
    return shelf.get(files.digest(), () -> Edition.compile(files));
  }

  RuleFiles currentFiles(String country) {
    return files(currentSet(country));
  }

  RuleFiles files(String fileSet) {
    return shipped.values().stream()
        .filter(it -> it.digest().equals(fileSet))
        .map(Shipped::files)
        .findFirst()
        .orElseGet(() -> store.apply(fileSet));
  }

  RuleFiles shippedFiles(String country) {
    return shipped(country).files();
  }

  private Shipped shipped(String country) {
    return shipped.computeIfAbsent(
        country,
        id -> {
          var files = RuleFiles.shipped(countries, id);
          return new Shipped(files, files.digest());
        });
  }

  /** Whoever asks for a country gets it as it is in force. */
  private Optional<Country> newer(String country) {
    return publication(country)
        .map(Publication::fileSet)
        .filter(fileSet -> !fileSet.equals(shipped(country).digest()))
        .map(fileSet -> of(fileSet).country());
  }
}
