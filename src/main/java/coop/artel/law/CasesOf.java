package coop.artel.law;

import coop.artel.jurisdiction.Country;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The cases that stand beside a country's rules. */
final class CasesOf {
  private CasesOf() {}

  /** In the order of the files' names and, in a file, as they stand there. */
  static List<Case> read(Country country) {
    var cases = new ArrayList<Case>();
    var folder = country.id() + "/cases/";
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (var file : resolver.getResources("classpath*:jurisdictions/" + folder + "*.yaml")) {
        cases.addAll(
            Case.read(
                folder + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(cases);
  }

  /** What else of a country cites the law: cases, worked ones too, and templates, by path. */
  static SortedMap<String, String> files(Country country) {
    var files = new TreeMap<String, String>();
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (var folder : List.of("cases", "worked", "documents")) {
        var path = "jurisdictions/%s/%s/".formatted(country.id(), folder);
        for (var file : resolver.getResources("classpath*:" + path + "*")) {
          files.put(path + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
