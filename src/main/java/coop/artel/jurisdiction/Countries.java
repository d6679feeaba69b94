package coop.artel.jurisdiction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The countries whose files the service carries, and those of a folder that a setting names. */
@Component
public class Countries {
  private static final String ROOT = "jurisdictions/";

  private final SortedMap<String, Country> byId;
  private final AddedFiles added;

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
    files.forEach((id, texts) -> countries.put(id, Country.read(id, texts)));
    for (var id : added.countries()) {
      if (countries.containsKey(id)) {
        throw FileNotUnderstood.countryShipped(added.anyFile(id), id);
      }
      countries.put(id, Country.read(id, added.jurisdiction(id)));
    }
    byId = Collections.unmodifiableSortedMap(countries);
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

  public Optional<Country> find(String id) {
    return Optional.ofNullable(byId.get(id));
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

  /** A file of such a country: {@code jurisdictions/zz/documents/member-letter.mustache}. */
  public Optional<String> addedFile(String path) {
    return added.file(path);
  }

  private static SortedMap<String, SortedMap<String, String>> shipped() {
    var files = new TreeMap<String, SortedMap<String, String>>();
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      for (var pattern : new String[] {"*/*.yaml", "*/calendar/*.yaml"}) {
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
    if (name.matches("[a-z]{2}/([a-z]+|calendar/\\d{4})\\.yaml")) {
      files
          .computeIfAbsent(name.substring(0, 2), id -> new TreeMap<>())
          .put(name, new String(content, StandardCharsets.UTF_8));
    }
  }
}
