package coop.artel.law;

import static coop.artel.law.sentences.NormValue.ABSENT;
import static coop.artel.law.sentences.NormValue.CHARTER;
import static coop.artel.law.sentences.NormValue.CHARTER_ALONE;
import static coop.artel.law.sentences.NormValue.CONFIRMED;
import static coop.artel.law.sentences.NormValue.DEMONSTRATION;
import static coop.artel.law.sentences.NormValue.LAW;
import static coop.artel.law.sentences.NormValue.UNVERIFIED;

import coop.artel.jurisdiction.CharterMay;
import coop.artel.jurisdiction.Confidence;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.Norm;
import coop.artel.law.sentences.Matter;
import coop.artel.law.sentences.NormValue;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The norms of one cooperative: the law's figure for its form, and the charter's within what the
 * law leaves it. A charter's figure counts once a lawyer and a second person have confirmed it.
 */
final class NormsOf implements Matter.Norms {
  private final Country country;
  private final Cooperative cooperative;
  private final String legalForm;
  private final Function<LocalDate, Charter> charters;
  private final Set<String> demonstrated;
  private final Map<LocalDate, Charter> read = new HashMap<>();

  /**
   * @param legalForm whose law is asked
   * @param charters the charter in force on a day
   * @param demonstrated norms that were verified only to show the service
   */
  NormsOf(
      Country country,
      Cooperative cooperative,
      String legalForm,
      Function<LocalDate, Charter> charters,
      Set<String> demonstrated) {
    this.country = country;
    this.cooperative = cooperative;
    this.legalForm = legalForm;
    this.charters = charters;
    this.demonstrated = demonstrated;
  }

  @Override
  public NormValue on(String key, LocalDate day) {
    var norm = norm(key);
    var statutory = norm.figure(legalForm, day);
    if (norm.charter() == CharterMay.NONE) {
      return ofLaw(norm, statutory);
    }
    var figure = read.computeIfAbsent(day, charters).figure(key);
    if (figure.isEmpty()) {
      return ofLaw(norm, statutory.filter(law -> mayStandAlone(norm, law)));
    }
    return ofCharter(norm, figure.get(), statutory);
  }

  @Override
  public Optional<NormValue> general(String key, LocalDate day) {
    var norm = norm(key);
    var own = norm.figure(legalForm, day);
    return norm.general(day)
        .filter(law -> own.isPresent() && !own.get().decides() && law.decides())
        .map(law -> ofLaw(norm, Optional.of(law)));
  }

  private Norm norm(String key) {
    return country
        .norm(key)
        .orElseThrow(
            () -> new IllegalStateException("%s has no norm %s".formatted(country.id(), key)));
  }

  /** The editions of the charter that were looked into so far, by first day. */
  List<Basis.CharterEdition> charters() {
    return read.values().stream()
        .filter(charter -> !charter.figures().isEmpty())
        .map(charter -> new Basis.CharterEdition(charter.since(), charter.digest()))
        .distinct()
        .sorted(Comparator.comparing(Basis.CharterEdition::since))
        .toList();
  }

  /** Where the charter must say it and does not, only a figure that decides takes its place. */
  private static boolean mayStandAlone(Norm norm, Norm.Figure law) {
    return norm.charter() != CharterMay.REQUIRED || law.decides();
  }

  private NormValue ofLaw(Norm norm, Optional<Norm.Figure> figure) {
    if (figure.isEmpty()) {
      var source = norm.charter() == CharterMay.REQUIRED ? CHARTER : LAW;
      return new NormValue(norm.key(), null, norm.unit(), norm.article(), source, ABSENT);
    }
    var law = figure.get();
    return new NormValue(
        norm.key(), law.value(), norm.unit(), law.article(), LAW, standing(norm, law));
  }

  private NormValue ofCharter(Norm norm, Charter.Figure figure, Optional<Norm.Figure> statutory) {
    var article = statutory.filter(Norm.Figure::decides).map(Norm.Figure::article);
    if (!norm.accepts(figure.value()) || !norm.unit().equals(figure.unit())) {
      return new NormValue(
          norm.key(), null, norm.unit(), article.orElse(norm.article()), CHARTER, ABSENT);
    }
    if (statutory.isPresent() && norm.charter() != CharterMay.REQUIRED) {
      int compared =
          new BigDecimal(figure.value()).compareTo(new BigDecimal(statutory.get().value()));
      // A charter that goes against the law has no force: the law's own figure stands.
      if (compared == 0 || compared > 0 != (norm.charter() == CharterMay.MAY_RAISE)) {
        return ofLaw(norm, statutory);
      }
    }
    return new NormValue(
        norm.key(),
        figure.value(),
        norm.unit(),
        article.orElse(norm.article()),
        norm.boundEstablished() ? CHARTER : CHARTER_ALONE,
        standing(norm, figure),
        figure.paragraph(),
        statutory.filter(Norm.Figure::decides).map(Norm.Figure::value).orElse(null));
  }

  private String standing(Norm norm, Norm.Figure law) {
    if (!law.decides()) {
      return UNVERIFIED;
    }
    return law.confidence() == Confidence.MEDIUM && demonstrated.contains(norm.key())
        ? DEMONSTRATION
        : CONFIRMED;
  }

  private String standing(Norm norm, Charter.Figure figure) {
    if (!figure.confirmed() || outOfBounds(norm, figure.value())) {
      return UNVERIFIED;
    }
    return cooperative.demonstration() ? DEMONSTRATION : CONFIRMED;
  }

  private static boolean outOfBounds(Norm norm, String value) {
    var atLeast = norm.atLeast();
    var atMost = norm.atMost();
    if (atLeast == null && atMost == null) {
      return false;
    }
    var number = new BigDecimal(value);
    return (atLeast != null && number.compareTo(atLeast) < 0)
        || (atMost != null && number.compareTo(atMost) > 0);
  }
}
