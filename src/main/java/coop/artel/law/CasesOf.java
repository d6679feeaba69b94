package coop.artel.law;

import coop.artel.jurisdiction.Country;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
}
