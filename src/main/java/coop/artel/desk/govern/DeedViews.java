package coop.artel.desk.govern;

import coop.artel.access.Appointment;
import coop.artel.access.Appointments;
import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.Deeds;
import coop.artel.access.Substitution;
import coop.artel.access.Substitutions;
import coop.artel.desk.frame.Moved;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.Zones;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.CharterConfirmations;
import coop.artel.law.CharterConfirmations.CharterFigure;
import coop.artel.law.CharterEditions;
import coop.artel.law.Verifications;
import coop.artel.law.Verifications.FigureId;
import coop.artel.publishing.Moves;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperatives;
import coop.artel.workflow.DraftRefused;
import coop.artel.workflow.Models;
import coop.artel.workflow.Overrides;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what two persons do, and shows exactly what the second of them approves. */
@Component
public class DeedViews {
  private final Deeds deeds;
  private final Models models;
  private final Cooperatives cooperatives;
  private final NormViews norms;
  private final Countries countries;
  private final Appointments appointments;
  private final OfficeViews offices;
  private final Substitutions substitutions;
  private final DeputyViews deputies;
  private final CharterEditions editions;
  private final Moves moves;
  private final OverrideViews overrides;
  private final Names names;
  private final Zones zones;

  DeedViews(
      Deeds deeds,
      Models models,
      Cooperatives cooperatives,
      NormViews norms,
      Countries countries,
      Appointments appointments,
      OfficeViews offices,
      Substitutions substitutions,
      DeputyViews deputies,
      CharterEditions editions,
      Moves moves,
      OverrideViews overrides,
      Names names,
      Zones zones) {
    this.deeds = deeds;
    this.models = models;
    this.cooperatives = cooperatives;
    this.norms = norms;
    this.countries = countries;
    this.appointments = appointments;
    this.offices = offices;
    this.substitutions = substitutions;
    this.deputies = deputies;
    this.editions = editions;
    this.moves = moves;
    this.overrides = overrides;
    this.names = names;
    this.zones = zones;
  }

  /** Those that wait for the caller, and those that the caller has proposed, oldest first. */
  public List<DeedView> open(Caller caller, Wording wording) {
    return deeds.openFor(caller).stream()
        .filter(deed -> deeds.mayApprove(caller, deed) || deed.proposedBy().equals(caller.person()))
        .map(deed -> view(deed, caller, wording))
        .toList();
  }

  DeedView one(Caller caller, UUID id, Wording wording) {
    return view(deeds.find(caller, id), caller, wording);
  }

  public DeedView view(Deed deed, Caller caller, Wording wording) {
    var zone = zones.of(caller);
    var decidedBy = deed.decidedBy();
    var superseded = deed.supersededAt();
    var decidedAt = superseded == null ? deed.decidedAt() : superseded;
    return new DeedView(
        deed.id().toString(),
        deed.kind(),
        deed.subject(),
        title(deed, wording),
        link(deed),
        about(deed, caller, wording),
        deed.digest(),
        names.acting(deed.proposedBy(), deed.proposedFor(), wording),
        wording.moment(deed.proposedAt(), zone),
        decidedBy == null ? null : names.acting(decidedBy, deed.decidedFor(), wording),
        decidedAt == null ? null : wording.moment(decidedAt, zone),
        deed.reason(),
        state(deed),
        deed.proposedBy().equals(caller.person()),
        deeds.mayApprove(caller, deed));
  }

  static String state(Deed deed) {
    if (deed.open()) {
      return "waiting";
    }
    if (deed.supersededAt() != null) {
      return "superseded";
    }
    return Boolean.TRUE.equals(deed.approved()) ? "approved" : "rejected";
  }

  private String title(Deed deed, Wording wording) {
    return switch (deed.kind()) {
      case Verifications.DEED ->
          wording.say("deed.verify-figure", figureName(FigureId.of(deed), wording));
      case CharterConfirmations.DEED ->
          wording.say(
              "deed.confirm-charter-figure",
              NormViews.name(CharterFigure.of(deed).norm(), wording));
      case Models.DEED -> wording.say("deed.publish-models");
      case Appointments.DEED -> offices.words(appointments.of(deed), wording);
      case Substitutions.DEED -> deputies.words(substitutions.of(deed), wording);
      case CharterEditions.DEED ->
          wording.say("deed.adopt-charter", wording.date(editions.of(deed).since()));
      case Moves.DEED -> wording.say("deed.move-case");
      case Overrides.DEED -> overrides.title(deed, wording);
      default -> deed.kind();
    };
  }

  /** Where more is told of it; an edition that is not adopted stands nowhere but in its deed. */
  private @Nullable String link(Deed deed) {
    return switch (deed.kind()) {
      case Verifications.DEED -> "/norms?country=" + FigureId.of(deed).country();
      case CharterConfirmations.DEED -> {
        var figure = CharterFigure.of(deed);
        yield "/charter?cooperative=%s&on=%s".formatted(figure.cooperative(), figure.since());
      }
      case Models.DEED -> "/models/drafts/" + deed.subject();
      case Appointments.DEED ->
          "/cooperatives/%s/offices".formatted(appointments.of(deed).change().cooperative());
      case Substitutions.DEED ->
          "/cooperatives/%s/deputies".formatted(substitutions.of(deed).change().cooperative());
      case CharterEditions.DEED -> {
        var edition = editions.of(deed);
        yield Boolean.TRUE.equals(deed.approved())
            ? "/charter?cooperative=%s&on=%s".formatted(edition.cooperative(), edition.since())
            : null;
      }
      case Moves.DEED -> moves.of(deed).map(it -> "/cases/" + it.of().id()).orElse("/tasks");
      case Overrides.DEED -> overrides.link(deed);
      default -> "/tasks";
    };
  }

  private List<DeedView.Fact> about(Deed deed, Caller caller, Wording wording) {
    return switch (deed.kind()) {
      case Verifications.DEED -> figure(FigureId.of(deed), wording);
      case CharterConfirmations.DEED -> charter(CharterFigure.of(deed), wording);
      case Models.DEED -> files(deed, caller, wording);
      case Appointments.DEED -> office(appointments.of(deed), wording);
      case Substitutions.DEED -> deputy(substitutions.of(deed), wording);
      case CharterEditions.DEED -> edition(editions.of(deed), wording);
      case Moves.DEED -> moves.of(deed).map(it -> move(it, wording)).orElse(List.of());
      case Overrides.DEED -> overrides.about(deed, wording);
      default -> List.of();
    };
  }

  private List<DeedView.Fact> move(Moves.Move it, Wording wording) {
    var facts = new ArrayList<DeedView.Fact>();
    facts.add(
        new DeedView.Fact(
            wording.say("charter.whose"), names.cooperative(it.of().cooperative()).shortName()));
    facts.add(
        new DeedView.Fact(wording.say("moves.case"), wording.say("case.number", it.of().number())));
    it.steps()
        .forEach(
            step ->
                facts.add(
                    new DeedView.Fact(
                        wording.sayOr("question." + step.question(), step.question()),
                        Moved.words(step, wording))));
    return facts;
  }

  private String figureName(FigureId id, Wording wording) {
    return countries
        .find(id.country())
        .map(country -> NormViews.name(country, id.subject(), wording))
        .orElse(id.subject());
  }

  private List<DeedView.Fact> figure(FigureId id, Wording wording) {
    var facts = new ArrayList<DeedView.Fact>();
    countries
        .find(id.country())
        .map(country -> norms.lines(country, id.subject(), wording))
        .orElse(List.of())
        .stream()
        .filter(line -> line.confidence().equals("medium"))
        .forEach(
            line ->
                facts.add(new DeedView.Fact(line.forms(), line.value() + " — " + line.article())));
    return facts;
  }

  private List<DeedView.Fact> charter(CharterFigure id, Wording wording) {
    var cooperative = names.cooperative(id.cooperative());
    var figure = cooperatives.charter(id.cooperative(), id.since()).figure(id.norm());
    var facts = new ArrayList<DeedView.Fact>();
    facts.add(new DeedView.Fact(wording.say("charter.whose"), cooperative.shortName()));
    facts.add(new DeedView.Fact(wording.say("charter.edition"), wording.date(id.since())));
    figure.ifPresent(
        it -> {
          facts.add(
              new DeedView.Fact(
                  wording.say("charter.col.value"), wording.figure(it.value(), it.unit())));
          facts.add(new DeedView.Fact(wording.say("charter.col.paragraph"), it.paragraph()));
        });
    return facts;
  }

  private List<DeedView.Fact> office(Appointment it, Wording wording) {
    var facts = new ArrayList<DeedView.Fact>();
    facts.add(
        new DeedView.Fact(
            wording.say("charter.whose"),
            names.cooperative(it.change().cooperative()).shortName()));
    facts.add(new DeedView.Fact(wording.say("offices.what"), offices.words(it, wording)));
    facts.add(new DeedView.Fact(wording.say("offices.ground.name"), offices.ground(it, wording)));
    if (offices.wouldAuditThemselves(it)) {
      facts.add(
          new DeedView.Fact(
              wording.say("offices.doubtful.name"), wording.say("offices.doubtful.deed")));
    }
    return facts;
  }

  private List<DeedView.Fact> deputy(Substitution it, Wording wording) {
    return List.of(
        new DeedView.Fact(
            wording.say("charter.whose"), names.cooperative(it.change().cooperative()).shortName()),
        new DeedView.Fact(wording.say("offices.what"), deputies.words(it, wording)),
        new DeedView.Fact(wording.say("offices.ground.name"), deputies.ground(it, wording)));
  }

  private List<DeedView.Fact> edition(Charter it, Wording wording) {
    var facts = new ArrayList<DeedView.Fact>();
    facts.add(
        new DeedView.Fact(
            wording.say("charter.whose"), names.cooperative(it.cooperative()).shortName()));
    facts.add(new DeedView.Fact(wording.say("charter.edition"), wording.date(it.since())));
    it.figures()
        .values()
        .forEach(
            figure ->
                facts.add(
                    new DeedView.Fact(
                        NormViews.name(figure.norm(), wording),
                        wording.figure(figure.value(), figure.unit())
                            + " — "
                            + figure.paragraph())));
    return facts;
  }

  private List<DeedView.Fact> files(Deed deed, Caller caller, Wording wording) {
    try {
      return models.draft(caller, UUID.fromString(deed.subject())).changes().stream()
          .map(change -> new DeedView.Fact(wording.say("models." + change.kind()), change.file()))
          .toList();
    } catch (DraftRefused e) {
      return List.of();
    }
  }
}
