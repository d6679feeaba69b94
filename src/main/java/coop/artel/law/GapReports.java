package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.values.LegalClock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gaps and contradictions of a country's rules, of those in force and of any others. Going through
 * a question may take seconds.
 */
@Component
public class GapReports {
  private static final int KEPT = 200;

  private final Editions editions;
  private final Countries countries;
  private final LegalClock clock;
  private final Map<Key, GapReport> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, GapReport> eldest) {
              return size() > KEPT;
            }
          });

  /** One question is gone through at a time, so that the law still answers meanwhile. */
  private final Object walking = new Object();

  private record Key(String files, String question, String legalForm, LocalDate day) {}

  GapReports(Editions editions, Countries countries, LegalClock clock) {
    this.editions = editions;
    this.countries = countries;
    this.clock = clock;
  }

  /** The files of what is in force. Refused: {@link RulesUnknown}. */
  public RuleFiles inForce(String country) {
    if (countries.find(country).isEmpty()) {
      throw new RulesUnknown(country, country);
    }
    return editions.currentFiles(country);
  }

  /** Today in the country, by the legal clock. */
  public LocalDate today(String country) {
    return clock.today(countries.of(country).zone());
  }

  /** Those that the rules on a question were written for. Refused: {@link RulesUnknown}. */
  public List<String> legalForms(RuleFiles files, String question) {
    return List.copyOf(edition(files, question).legalForms(question));
  }

  /**
   * Refused: {@link RulesUnknown}.
   *
   * @param legalForm one of {@link #legalForms}
   */
  public GapReport of(RuleFiles files, String question, String legalForm, LocalDate day) {
    if (!legalForms(files, question).contains(legalForm)) {
      throw new RulesUnknown(files.country(), legalForm);
    }
    var key = new Key(files.digest(), question, legalForm, day);
    @Nullable GapReport known = kept.get(key);
    return known == null ? walk(key, files) : known;
  }

  private GapReport walk(Key key, RuleFiles files) {
    synchronized (walking) {
      @Nullable GapReport known = kept.get(key);
      if (known != null) {
        return known;
      }
      var ground = Ground.of(key.question, key.legalForm, CasesOf.read(files));
      var report = Gaps.of(edition(files, key.question), key.question, ground, key.day);
      kept.put(key, report);
      return report;
    }
  }

  private Edition edition(RuleFiles files, String question) {
    var edition = editions.of(files);
    if (!edition.answers(question)) {
      throw new RulesUnknown(files.country(), question);
    }
    return edition;
  }
}
