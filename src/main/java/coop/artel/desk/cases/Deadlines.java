package coop.artel.desk.cases;

import coop.artel.desk.frame.Wording;
import coop.artel.registry.Cooperative;
import coop.artel.values.LegalClock;
import coop.artel.workflow.CaseTerms;
import coop.artel.workflow.Cases;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says how far a case's terms have run; their days come from the module whose case it is. */
@Component
public class Deadlines {
  private final List<CaseTerms> sources;
  private final LegalClock clock;

  public Deadlines(List<CaseTerms> sources, LegalClock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  public List<CaseView.Deadline> of(Cases.Case it, Cooperative cooperative, Wording wording) {
    var ended = it.endedAt();
    var zone = cooperative.zone();
    var until = ended == null ? clock.today(zone) : LocalDate.ofInstant(ended, zone);
    return sources.stream()
        .flatMap(source -> source.of(it.id()).stream())
        .flatMap(term -> deadline(term, until, ended == null, wording).stream())
        .toList();
  }

  /** Of an ended case only what was kept or missed is told: what did not fall due never ran out. */
  private static Optional<CaseView.Deadline> deadline(
      CaseTerms.Term term, LocalDate until, boolean runs, Wording wording) {
    if (term.keptOn() != null) {
      return Optional.of(kept(term, term.keptOn(), wording));
    }
    var left = ChronoUnit.DAYS.between(until, term.lastDay());
    if (runs) {
      return Optional.of(left < 0 ? over(term, -left, wording) : running(term, left, wording));
    }
    return left < 0 ? Optional.of(missed(term, wording)) : Optional.empty();
  }

  private static CaseView.Deadline kept(CaseTerms.Term term, LocalDate day, Wording wording) {
    var on = wording.date(day);
    var last = wording.date(term.lastDay());
    var late = ChronoUnit.DAYS.between(term.lastDay(), day);
    return late > 0
        ? view(term, "late", 0, wording.count("deadline.late", late, on, last, by(term)), wording)
        : view(term, "kept", 0, wording.say("deadline.kept", on, last, by(term)), wording);
  }

  private static CaseView.Deadline running(CaseTerms.Term term, long left, Wording wording) {
    var length = length(term);
    var last = wording.date(term.lastDay());
    var words =
        left == 0
            ? wording.say("deadline.today", length, last, by(term))
            : wording.count("deadline.left", left, length, last, by(term));
    return view(
        term, "running", Math.max(0, length - left), words + counted(term, wording), wording);
  }

  /** Two ways to count days stand beside one another; which is which is said. */
  private static String counted(CaseTerms.Term term, Wording wording) {
    var measure = term.measure();
    if (measure == null) {
      return "";
    }
    var space = measure.lastIndexOf(' ');
    var figure = wording.figure(measure.substring(0, space), measure.substring(space + 1));
    return ". " + wording.say("deadline.counted", figure);
  }

  private static CaseView.Deadline over(CaseTerms.Term term, long days, Wording wording) {
    var words = wording.count("deadline.over", days, wording.date(term.lastDay()), by(term));
    return view(term, "over", length(term), words, wording);
  }

  private static CaseView.Deadline missed(CaseTerms.Term term, Wording wording) {
    var words = wording.say("deadline.missed", wording.date(term.lastDay()), by(term));
    return view(term, "missed", length(term), words, wording);
  }

  private static CaseView.Deadline view(
      CaseTerms.Term term, String state, long passed, String words, Wording wording) {
    return new CaseView.Deadline(
        name(term, wording), words, state, passed, length(term), term.preliminary());
  }

  /** What has to be done in it. */
  static String name(CaseTerms.Term term, Wording wording) {
    return wording.sayOr("term." + term.norm(), wording.sayOr("norm." + term.norm(), term.norm()));
  }

  private static long length(CaseTerms.Term term) {
    return ChronoUnit.DAYS.between(term.from(), term.lastDay());
  }

  /** In brackets, or nothing where the norm names none. */
  private static String by(CaseTerms.Term term) {
    return term.article().isEmpty() ? "" : " (" + term.article() + ")";
  }
}
