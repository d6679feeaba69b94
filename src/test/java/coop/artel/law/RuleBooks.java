package coop.artel.law;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import coop.artel.jurisdiction.Countries;
import coop.artel.values.LegalClock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shipped rules, for tests of what shows them. */
public final class RuleBooks {
  private RuleBooks() {}

  /** Asks of cases, not for cooperatives. */
  public static RuleBook shipped(Countries countries) {
    return new RuleBook(new Editions(countries), countries, mock(Law.class));
  }

  /** Of the shipped rules. */
  public static GapReports gaps(Countries countries, LegalClock clock) {
    return new GapReports(new Editions(countries), countries, clock);
  }

  /** It has no database: nothing can be said, and who is no lawyer is refused all the same. */
  public static Contradictions nothingExplained() {
    var contradictions = spy(new Contradictions(mock(JdbcClient.class)));
    doReturn(Map.of()).when(contradictions).explained(anyString());
    return contradictions;
  }

  /** What the service brings of a country. */
  public static RuleFiles files(String country) {
    return RuleFiles.shipped(new Countries(), country);
  }

  /** Russia's files with these rules and no others, read by a vocabulary. */
  static RuleFiles files(String vocabulary, Map<String, String> rules) {
    var files = new TreeMap<>(RuleFiles.shipped(new Countries(), "ru").byPath());
    files.keySet().removeIf(path -> path.startsWith("rules/"));
    files.putAll(rules);
    files.put("rules/vocabulary/ru.dsl", SandboxTest.resource(vocabulary));
    return new RuleFiles("ru", files);
  }
}
