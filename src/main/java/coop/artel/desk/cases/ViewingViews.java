package coop.artel.desk.cases;

import coop.artel.access.Caller;
import coop.artel.access.Viewings;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.Zones;
import coop.artel.people.NameIndex;
import coop.artel.workflow.Cases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells who looked at what. */
@Component
public class ViewingViews {
  private static final int OF_ONE_CASE = 50;

  private final Viewings viewings;
  private final Cases cases;
  private final NameIndex index;
  private final Names names;
  private final Zones zones;

  ViewingViews(Viewings viewings, Cases cases, NameIndex index, Names names, Zones zones) {
    this.viewings = viewings;
    this.cases = cases;
    this.index = index;
    this.names = names;
    this.zones = zones;
  }

  /** A look as a line. */
  public record Row(
      Instant at,
      String when,
      String viewer,
      String kind,
      String kindWords,
      @Nullable String caseId,
      @Nullable String caseNumber,
      @Nullable String about,
      String cooperative) {}

  boolean mayList(Caller caller) {
    return viewings.mayList(caller);
  }

  public List<Row> list(Caller caller, ViewingQuery query, int offset, int limit, Wording wording) {
    return viewings.list(caller, filter(caller, query), offset, limit).stream()
        .map(it -> row(it, wording))
        .toList();
  }

  long count(Caller caller, ViewingQuery query) {
    return viewings.count(caller, filter(caller, query));
  }

  /** The newest looks at a case, for whoever may see it. */
  public List<Row> ofCase(String caseId, Wording wording) {
    return viewings.ofCase(caseId, OF_ONE_CASE).stream().map(it -> row(it, wording)).toList();
  }

  private Row row(Viewings.Viewing it, Wording wording) {
    var cooperative = names.cooperative(it.cooperative());
    var caseId = it.caseId();
    return new Row(
        it.at(),
        wording.moment(it.at(), cooperative.zone()),
        names.acting(it.viewer(), it.viewedFor(), wording),
        it.kind().id(),
        wording.say("viewing." + it.kind().id()),
        caseId,
        caseId == null ? null : cases.number(caseId),
        names.personOrNull(it.about(), wording),
        cooperative.shortName());
  }

  private Viewings.Filter filter(Caller caller, ViewingQuery query) {
    if (!viewings.mayList(caller)) {
      throw new ViewingsNotYours();
    }
    query.demandBounds();
    var q = query.q();
    var caseId = query.caseId();
    var to = query.to();
    return new Viewings.Filter(
        caseId == null || caseId.isBlank() ? null : caseId,
        q == null || q.isBlank() ? null : index.find(q),
        kind(query.kind()),
        start(query.from(), caller),
        start(to == null ? null : to.plusDays(1), caller));
  }

  private static Viewings.@Nullable Kind kind(@Nullable String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    for (var kind : Viewings.Kind.values()) {
      if (kind.id().equals(id)) {
        return kind;
      }
    }
    throw new BadParameter("kind");
  }

  private @Nullable Instant start(@Nullable LocalDate day, Caller caller) {
    return day == null ? null : day.atStartOfDay(zones.of(caller)).toInstant();
  }
}
