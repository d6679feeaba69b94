package coop.artel.jurisdiction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The countries whose files the service carries, and those of a folder that a setting names. */
@Component
public class Countries {
  private static final String ROOT = "jurisdictions/";
  private static final Pattern READ = Pattern.compile("[a-z]{2}/([a-z]+|calendar/\\d{4})\\.yaml");
  private static final Pattern KEPT =
      Pattern.compile(READ.pattern() + "|[a-z]{2}/cases/[a-z0-9-]+\\.yaml");

  private final SortedMap<String, Country> byId;
  private final SortedMap<String, SortedMap<String, String>> texts;
  private final AddedFiles added;
  private volatile Function<String, Optional<Country>> newer = country -> Optional.empty();

  /**
   * Reads what stands on the class path, and in a folder.
   *
   * @param folder with folders {@code jurisdictions/<country>} and {@code rules/<country>}; empty
   *     if there is none
   */
  @Autowired
  Countries(@Value("${artel.jurisdictions:}") String folder) {
    this(shipped(), folder.isBlank() ? AddedFiles.NONE : AddedFiles.read(Path.of(folder)));
  }

  /** Reads what stands on the class path. */
  public Countries() {
    this(shipped(), AddedFiles.NONE);
  }

  private Countries(SortedMap<String, SortedMap<String, String>> files, AddedFiles added) {
    var countries = new TreeMap<String, Country>();
    var all = new TreeMap<>(files);
    for (var id : added.countries()) {
      if (all.put(id, added.jurisdiction(id)) != null) {
        throw FileNotUnderstood.countryShipped(added.anyFile(id), id);
      }
    }
    all.forEach((id, own) -> countries.put(id, read(id, own)));
    byId = Collections.unmodifiableSortedMap(countries);
    texts = Collections.unmodifiableSortedMap(all);
    this.added = added;
  }

  /** Those shipped and those of a folder as the setting {@code artel.jurisdictions} names it. */
  public static Countries with(Path folder) {
    return new Countries(shipped(), AddedFiles.read(folder));
  }

  /** Reads a folder that holds a folder a country. */
  public static Countries in(Path folder) {
    var files = new TreeMap<String, SortedMap<String, String>>();
    try (var paths = Files.walk(folder)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        put(files, name, Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Countries(files, AddedFiles.NONE);
  }

  /** As its files are in force. */
  public Optional<Country> find(String id) {
    return byId.containsKey(id)
        ? newer.apply(id).or(() -> Optional.of(shipped(id)))
        : Optional.empty();
  }

  /**
   * @param newer what is in force in place of what was shipped; empty where that is still so
   */
  public void follow(Function<String, Optional<Country>> newer) {
    this.newer = newer;
  }

  /** As the service brought it, or as the folder has it. */
  public Country shipped(String id) {
    var country = byId.get(id);
    if (country == null) {
      throw new IllegalStateException("No files of the country %s".formatted(id));
    }
    return country;
  }

  /** The texts of its files with its cases, by path: {@code ru/norms.yaml}. */
  public SortedMap<String, String> files(String id) {
    var files = texts.get(id);
    if (files == null) {
      throw new IllegalStateException("No files of the country %s".formatted(id));
    }
    return files;
  }

  /**
   * What a country's files say. Refused: {@link FileNotUnderstood}.
   *
   * @param files by path: {@code ru/norms.yaml}; cases among them are not read
   */
  public static Country read(String id, Map<String, String> files) {
    var own = new TreeMap<>(files);
    own.keySet().removeIf(name -> !READ.matcher(name).matches());
    return Country.read(id, own);
  }

  /** A country that a cooperative is registered in; the files must be there. */
  public Country of(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalStateException("No files of the country %s".formatted(id)));
  }

  public Set<String> ids() {
    return byId.keySet();
  }

  /** The countries that are not shipped. */
  public Set<String> added() {
    return added.countries();
  }

  /** The rules of such a country by path: {@code rules/zz/admission.dslr}. */
  public SortedMap<String, String> addedRules(String country) {
    return added.rules(country);
  }

  /** Files in a folder of such a country: {@code jurisdictions/zz/documents/}. */
  public SortedMap<String, String> addedWithin(String folder) {
    return added.within(folder);
  }

  /** A file of such a country: {@code jurisdictions/zz/documents/member-letter.mustache}. */
  public Optional<String> addedFile(String path) {
    return added.file(path);
  }

  private static SortedMap<String, SortedMap<String, String>> shipped() {
    var files = new TreeMap<String, SortedMap<String, String>>();
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      for (var pattern : new String[] {"*/*.yaml", "*/calendar/*.yaml", "*/cases/*.yaml"}) {
        for (var resource : resolver.getResources("classpath*:" + ROOT + pattern)) {
          var url = resource.getURL().toString();
          put(
              files,
              url.substring(url.lastIndexOf(ROOT) + ROOT.length()),
              resource.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static void put(
      SortedMap<String, SortedMap<String, String>> files, String name, byte[] content) {
    if (KEPT.matcher(name).matches()) {
      files
          .computeIfAbsent(name.substring(0, 2), id -> new TreeMap<>())
          .put(name, new String(content, StandardCharsets.UTF_8));
    }
  }
}
