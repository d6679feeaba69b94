package coop.artel.desk.govern;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.workflow.Incidents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what stands still and why; nobody is named, since operators serve no cooperative. */
@Component
class IncidentViews {
  private final Names names;

  IncidentViews(Names names) {
    this.names = names;
  }

  /**
   * @param title of the step
   * @param caseLink for an operator who holds an office there too
   * @param attempts how often it was tried, in words
   * @param exception absent where nobody can tell any more
   * @param told what the code means, where that can be said without the words of the failure
   * @param job by which the log of the service is searched
   */
  record IncidentView(
      String id,
      String title,
      String process,
      String caseNumber,
      @Nullable String caseLink,
      String cooperative,
      String since,
      String attempts,
      @Nullable String exception,
      @Nullable String code,
      @Nullable String told,
      @Nullable String place,
      String job) {}

  IncidentView of(Incidents.Incident it, Caller reader, Wording wording) {
    var cooperative = names.cooperative(it.cooperative());
    var failure = it.failure();
    return new IncidentView(
        it.id(),
        title(it, wording),
        wording.sayOr("process." + it.process(), it.process()),
        it.caseNumber(),
        reader.serves(it.cooperative()) ? "/cases/" + it.caseId() : null,
        cooperative.shortName(),
        wording.moment(it.since(), cooperative.zone()),
        wording.count("incidents.attempts", it.attempts()),
        failure.exception().isEmpty() ? null : failure.exception(),
        failure.code(),
        failure.code() == null ? null : wording.sayOr("incidents.told." + failure.code(), ""),
        failure.place(),
        it.job());
  }

  static String title(Incidents.Incident it, Wording wording) {
    return wording.sayOr("activity." + it.activity(), it.activity());
  }
}
