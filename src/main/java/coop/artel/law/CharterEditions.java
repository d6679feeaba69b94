package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Deed;
import coop.artel.access.DeedApproved;
import coop.artel.access.Deeds;
import coop.artel.jurisdiction.CharterMay;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Norm;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Charter;
import coop.artel.registry.Charter.Figure;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/**
 * Editions of charters: one person enters all figures with their paragraphs, a second adopts them;
 * one of the two is a lawyer. Until then nothing counts.
 */
@UseCase
public class CharterEditions {
  public static final String DEED = "adopt-charter";

  private static final int LONGEST_PARAGRAPH = 40;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2100;

  private final CharterDrafts drafts;
  private final Cooperatives cooperatives;
  private final Countries countries;
  private final Deeds deeds;
  private final Callers callers;
  private final Records records;
  private final Clock clock;

  CharterEditions(
      CharterDrafts drafts,
      Cooperatives cooperatives,
      Countries countries,
      Deeds deeds,
      Callers callers,
      Records records,
      Clock clock) {
    this.drafts = drafts;
    this.cooperatives = cooperatives;
    this.countries = countries;
    this.deeds = deeds;
    this.callers = callers;
    this.records = records;
    this.clock = clock;
  }

  /** A figure as it was entered; both empty where the charter leaves it to the law. */
  public record Entered(String value, String paragraph) {
    boolean empty() {
      return value.isBlank() && paragraph.isBlank();
    }
  }

  /** What a charter may say, by key; what it must say are those that are required. */
  public List<Norm> norms(CooperativeId cooperative) {
    var its = cooperatives.find(cooperative);
    return List.copyOf(
        new TreeMap<>(countries.of(its.country()).norms())
            .values().stream()
                .filter(norm -> norm.charter() != CharterMay.NONE)
                .filter(norm -> concerns(norm, its.legalForm()))
                .toList());
  }

  /** What the law leaves to the charters of certain forms no other charter must say. */
  private static boolean concerns(Norm norm, String legalForm) {
    var forms = norm.byLegalForm().keySet();
    return norm.charter() != CharterMay.REQUIRED
        || forms.isEmpty()
        || forms.contains(legalForm)
        || forms.contains(Norm.ANY_FORM);
  }

  /** What a charter must say and the one in force on a day does not, by key. */
  public List<Norm> missing(CooperativeId cooperative, LocalDate day) {
    var charter = cooperatives.charter(cooperative, day);
    return norms(cooperative).stream()
        .filter(norm -> norm.charter() == CharterMay.REQUIRED)
        .filter(norm -> charter.figure(norm.key()).isEmpty())
        .toList();
  }

  /** Refused: {@code deed-not-theirs} but for lawyers and the chair. */
  public void demandAuthor(Caller caller, CooperativeId cooperative) {
    deeds.demandProposer(DEED, cooperative + "/", caller);
  }

  /**
   * Proposes an edition. Refused: as {@link #demandAuthor}, {@code fields-refused} under {@code
   * since}, {@code value.<norm>} and {@code paragraph.<norm>}, {@code deed-waiting}.
   *
   * @param figures by the norm's key
   */
  public Deed propose(
      Caller caller,
      CooperativeId cooperative,
      @Nullable LocalDate since,
      Map<String, Entered> figures) {
    demandAuthor(caller, cooperative);
    var check = new FieldsRefused.Check();
    check.demand(since != null, "since", "day-empty");
    if (since != null) {
      check
          .demand(
              since.getYear() >= EARLIEST_YEAR && since.getYear() <= LATEST_YEAR,
              "since",
              "day-impossible")
          .demand(!exists(cooperatives, cooperative, since), "since", "edition-exists");
    }
    var form = cooperatives.find(cooperative).legalForm();
    var day = since == null ? LocalDate.now(clock) : since;
    var read = new LinkedHashMap<String, Figure>();
    for (var norm : norms(cooperative)) {
      var entered = figures.getOrDefault(norm.key(), new Entered("", ""));
      if (norm.charter() == CharterMay.REQUIRED || !entered.empty()) {
        var figure = figure(norm, entered);
        check(check, norm, norm.figure(form, day).orElse(null), figure);
        read.put(norm.key(), figure);
      }
    }
    check.done();
    var charter = new Charter(cooperative, day, read);
    var deed = deeds.propose(DEED, cooperative + "/" + day, charter.digest(), caller);
    drafts.add(charter, caller.person(), clock.instant(), deed.id());
    return deed;
  }

  private static Figure figure(Norm norm, Entered entered) {
    var value = entered.value().strip().replace(" ", "").replace("\u00a0", "").replace(',', '.');
    return new Figure(norm.key(), value, norm.unit(), entered.paragraph().strip(), null, null);
  }

  private static void check(
      FieldsRefused.Check check, Norm norm, Norm.@Nullable Figure law, Figure figure) {
    var field = "value." + norm.key();
    check
        .demand(!figure.value().isEmpty(), field, "empty")
        .demand(norm.accepts(figure.value()), field, "figure-" + kind(norm))
        .demand(!norm.unit().equals("fraction") || isPart(figure), field, "figure-fraction");
    var paragraph = "paragraph." + norm.key();
    check
        .demand(!figure.paragraph().isEmpty(), paragraph, "paragraph-empty")
        .text(paragraph, figure.paragraph(), LONGEST_PARAGRAPH);
    if (norm.accepts(figure.value()) && figure.value().matches("[\\d.]+")) {
      bounds(check, norm, law, new BigDecimal(figure.value()));
    }
  }

  /** More than all of the votes nobody can have. */
  private static boolean isPart(Figure figure) {
    var parts = figure.value().split("/", 2);
    return parts.length == 2
        && figure.value().matches("\\d{1,3}/\\d{1,3}")
        && Integer.parseInt(parts[0]) < Integer.parseInt(parts[1]);
  }

  private static void bounds(
      FieldsRefused.Check check, Norm norm, Norm.@Nullable Figure law, BigDecimal value) {
    var field = "value." + norm.key();
    var atLeast = norm.atLeast();
    var atMost = norm.atMost();
    if (atLeast != null) {
      check.demand(value.compareTo(atLeast) >= 0, field, "too-small", atLeast.toPlainString());
    }
    if (atMost != null) {
      check.demand(value.compareTo(atMost) <= 0, field, "too-large", atMost.toPlainString());
    }
    if (law != null && norm.charter() == CharterMay.MAY_RAISE) {
      check.demand(
          value.compareTo(new BigDecimal(law.value())) >= 0, field, "below-bound", law.value());
    }
    if (law != null && norm.charter() == CharterMay.MAY_LOWER) {
      check.demand(
          value.compareTo(new BigDecimal(law.value())) <= 0, field, "above-bound", law.value());
    }
  }

  /** How a value of the unit is written, for what is said of one that is not. */
  private static String kind(Norm norm) {
    if (Norm.WHOLE.contains(norm.unit())) {
      return "whole";
    }
    return switch (norm.unit()) {
      case "fraction" -> "fraction";
      case "flag", "word", "words" -> "choice";
      default -> "money";
    };
  }

  /** The edition that a deed of {@link #DEED} is about. */
  public Charter of(Deed deed) {
    return drafts.ofDeed(deed.id()).orElseThrow();
  }

  /** The proposal of an edition that waits in a cooperative, if one does. */
  public @Nullable Deed waiting(CooperativeId cooperative) {
    return deeds.waiting(DEED).stream()
        .filter(deed -> cooperative(deed.subject()).equals(cooperative))
        .findFirst()
        .orElse(null);
  }

  static CooperativeId cooperative(String deedSubject) {
    return CooperativeId.of(deedSubject.substring(0, deedSubject.indexOf('/')));
  }

  /** Refused if an edition of the same first day was adopted meanwhile. */
  static void demandNew(Cooperatives cooperatives, Charter draft) {
    if (exists(cooperatives, draft.cooperative(), draft.since())) {
      throw VerificationRefused.changed();
    }
  }

  private static boolean exists(
      Cooperatives cooperatives, CooperativeId cooperative, LocalDate since) {
    var charter = cooperatives.charter(cooperative, since);
    return charter.since().equals(since) && !charter.figures().isEmpty();
  }

  /** The second person has approved: the edition is adopted, and each figure counts. */
  @EventListener
  void on(DeedApproved approved) {
    if (!approved.kind().equals(DEED)) {
      return;
    }
    var draft = drafts.ofDeed(approved.deed()).orElseThrow();
    boolean lawyerFirst = ConfirmFigureRule.isLawyer(callers.of(approved.proposedBy()));
    PersonId lawyer = lawyerFirst ? approved.proposedBy() : approved.approvedBy();
    PersonId second = lawyerFirst ? approved.approvedBy() : approved.proposedBy();
    var figures = new LinkedHashMap<String, Figure>();
    draft.figures().forEach((norm, it) -> figures.put(norm, confirmed(it, lawyer, second)));
    var charter = new Charter(draft.cooperative(), draft.since(), figures);
    cooperatives.adopt(charter);
    records.append(
        CharterConfirmations.series(charter.cooperative()),
        List.of(
            Happening.of(RecordKind.CHARTER_ADOPTED)
                .with("cooperative", charter.cooperative().toString())
                .with("since", charter.since().toString())
                .with("figures", figures.values().stream().map(CharterEditions::plain).toList())
                .with("digest", approved.digest())
                .with("charter", charter.digest())
                .with("deed", approved.deed().toString())
                .with("lawyer", lawyer)
                .with("second", second)
                .with("proposedBy", approved.proposedBy())
                .with("approvedBy", approved.approvedBy())));
  }

  private static Figure confirmed(Figure it, PersonId lawyer, PersonId second) {
    return new Figure(it.norm(), it.value(), it.unit(), it.paragraph(), lawyer, second);
  }

  private static Map<String, String> plain(Figure it) {
    return Map.of(
        "figure", it.norm(),
        "value", it.value(),
        "unit", it.unit(),
        "paragraph", it.paragraph());
  }
}
