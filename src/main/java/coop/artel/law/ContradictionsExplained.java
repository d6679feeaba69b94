package coop.artel.law;

import coop.artel.law.GapReport.Found;
import coop.artel.law.GapReport.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * In every question that the change touches, a lawyer has said of each contradiction why it is
 * none: of those of today, and of those that begin on a later day. A question that is too large to
 * be gone through is told and does not stand in the way.
 */
@Component
@Order(4)
class ContradictionsExplained implements EditionCheck {
  private final GapReports reports;
  private final Contradictions contradictions;

  ContradictionsExplained(GapReports reports, Contradictions contradictions) {
    this.reports = reports;
    this.contradictions = contradictions;
  }

  @Override
  public List<EditionFault> faults(Candidate candidate) {
    var faults = new ArrayList<EditionFault>();
    for (var question :
        Touched.questions(candidate.before(), candidate.files(), candidate.edition())) {
      for (var form : reports.legalForms(candidate.files(), question)) {
        faults.addAll(faults(candidate.files().country(), reports(candidate, question, form)));
      }
    }
    return faults;
  }

  /** Of today and of each later day on which something begins or ends. */
  private List<GapReport> reports(Candidate candidate, String question, String form) {
    var all = new ArrayList<GapReport>();
    all.add(reports.of(candidate.files(), question, form, candidate.today()));
    all.get(0).turns().stream()
        .filter(day -> day.isAfter(candidate.today()))
        .forEach(day -> all.add(reports.of(candidate.files(), question, form, day)));
    return all;
  }

  /** Each contradiction once, at the first day that shows it. */
  private List<EditionFault> faults(String country, List<GapReport> ofForm) {
    var faults = new ArrayList<EditionFault>();
    var told = new HashSet<String>();
    for (var report : ofForm) {
      for (var found : contradictions.unexplained(country, List.of(report))) {
        if (told.add(found.id())) {
          faults.add(fault(EditionFault.CONTRADICTION, report, names(found)));
        }
      }
      if (report.way() == Way.NOT_WHOLE && told.add(EditionFault.NOT_WHOLE)) {
        faults.add(fault(EditionFault.NOT_WHOLE, report, String.join(", ", report.apart())));
      }
    }
    return faults;
  }

  private static EditionFault fault(String code, GapReport report, String names) {
    return EditionFault.at(
        code, report.question(), names, report.legalForm(), report.day().toString());
  }

  private static String names(Found it) {
    return String.join(", ", it.rules().isEmpty() ? it.facts() : it.rules());
  }
}
