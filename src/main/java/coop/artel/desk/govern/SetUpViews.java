package coop.artel.desk.govern;

import coop.artel.access.Appointments;
import coop.artel.access.Appointments.Way;
import coop.artel.access.Caller;
import coop.artel.access.Invitations;
import coop.artel.access.PlatformRole;
import coop.artel.desk.forms.Field;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Wording;
import coop.artel.law.CharterEditions;
import coop.artel.members.SetUp;
import coop.artel.members.SetUp.Item;
import coop.artel.members.SetUp.Lacks;
import coop.artel.members.SetUp.Line;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a cooperative has and what it lacks, in words, with the way to where it is seen to. */
@Component
class SetUpViews {
  private final SetUp setUp;
  private final Cooperatives cooperatives;
  private final CharterEditions editions;
  private final Appointments appointments;
  private final Invitations invitations;

  SetUpViews(
      SetUp setUp,
      Cooperatives cooperatives,
      CharterEditions editions,
      Appointments appointments,
      Invitations invitations) {
    this.setUp = setUp;
    this.cooperatives = cooperatives;
    this.editions = editions;
    this.appointments = appointments;
    this.invitations = invitations;
  }

  /**
   * How a cooperative is set up.
   *
   * @param admits whether it takes applications
   * @param apply the address to give to the public, absent until it does
   */
  record View(String cooperative, boolean admits, @Nullable String apply, List<Row> lines) {
    public long missing() {
      return lines.stream().filter(row -> row.state().equals("missing")).count();
    }
  }

  /**
   * A thing that it needs.
   *
   * @param state {@code there}, {@code missing} without which no application is taken, {@code
   *     too-many} of which some must go, {@code open} which can wait
   * @param link where it is seen to; absent if that is not on a page of the reader's
   */
  record Row(
      String item,
      String state,
      String title,
      String words,
      List<String> details,
      String who,
      @Nullable String link) {}

  /** Who sees to it or looks on: its officers, lawyers, operators. */
  static boolean mayRead(Caller caller, CooperativeId cooperative) {
    return caller.serves(cooperative)
        || caller.roles().contains(PlatformRole.OPERATOR)
        || caller.roles().contains(PlatformRole.LAWYER);
  }

  /** The cooperative, for those; others learn nothing, not even that it is. */
  Cooperative demandReader(Caller caller, CooperativeId cooperative) {
    if (!mayRead(caller, cooperative)) {
      throw new NotServed();
    }
    return cooperatives.find(cooperative);
  }

  /** Those that the caller may see, in the order of founding. */
  List<Cooperative> readable(Caller caller) {
    return cooperatives.all().stream().filter(it -> mayRead(caller, it.id())).toList();
  }

  boolean admits(CooperativeId cooperative) {
    return setUp.admits(cooperative);
  }

  View view(Caller caller, CooperativeId id, Wording wording) {
    var report = setUp.of(id);
    var missing =
        report.missing().stream().map(norm -> NormViews.name(norm.key(), wording)).toList();
    var lacking = lacking(report.lacks(), wording);
    return new View(
        id.toString(),
        report.admits(),
        report.admits() ? "/apply/" + id : null,
        report.lines().stream()
            .map(
                line ->
                    row(
                        line,
                        switch (line.item()) {
                          case CHARTER -> missing;
                          case RULES -> lacking;
                          default -> List.<String>of();
                        },
                        caller,
                        id,
                        wording))
            .toList());
  }

  /** What the files of the country do not say, where they have a council decide at all. */
  private static List<String> lacking(Lacks lacks, Wording wording) {
    if (!lacks.decidedInCouncil()) {
      return List.of();
    }
    var lacking = new ArrayList<String>();
    lacks.questions().stream()
        .map(it -> wording.say("set-up.lacks.rules", wording.say("question." + it)))
        .forEach(lacking::add);
    lacks.terms().stream()
        .map(it -> wording.say("set-up.lacks.term", NormViews.name(it, wording)))
        .forEach(lacking::add);
    lacks.templates().stream()
        .map(it -> wording.say("set-up.lacks.template", wording.say("document." + it)))
        .forEach(lacking::add);
    return lacking;
  }

  private Row row(
      Line line, List<String> details, Caller caller, CooperativeId id, Wording wording) {
    var item = line.item().name().toLowerCase(Locale.ROOT);
    var state = state(line);
    return new Row(
        item,
        state,
        wording.say("set-up.item." + item),
        line.item() == Item.RULES && !details.isEmpty()
            ? wording.say("set-up.rules.lacking")
            : words(line, id, wording),
        details,
        line.there() ? "" : who(line, item, details, wording),
        link(line.item(), caller, id));
  }

  private static String who(Line line, String item, List<String> details, Wording wording) {
    if (line.item() == Item.RULES && !details.isEmpty()) {
      return wording.say("set-up.who.rules.lacking");
    }
    return wording.say("set-up.who." + item + (line.tooMany() ? ".over" : ""));
  }

  private static String state(Line line) {
    if (line.there()) {
      return "there";
    }
    return line.needed() ? "missing" : line.tooMany() ? "too-many" : "open";
  }

  private String words(Line line, CooperativeId id, Wording wording) {
    return switch (line.item()) {
      case RULES, MODELS -> flag(line, wording);
      case CHARTER -> charter(line, id, wording);
      case COUNCIL -> council(line, wording);
      case REGISTER ->
          line.there()
              ? wording.count("set-up.members", line.count())
              : wording.say("set-up.members.none");
      case CHAIR, SECRETARY, ACCOUNTANT, AUDITOR, LAWYER ->
          line.there()
              ? wording.count("set-up.held", line.count()) + waiting(line, wording)
              : wording.say("set-up.nobody");
    };
  }

  private static String council(Line line, Wording wording) {
    var seated = wording.count("set-up.seated", line.count());
    if (line.wanted() == 0) {
      return seated + waiting(line, wording);
    }
    var measured = wording.say("set-up.seated-of", seated, line.wanted());
    return measured
        + (line.tooMany() ? wording.say("set-up.seated-over") : "")
        + waiting(line, wording);
  }

  private String charter(Line line, CooperativeId id, Wording wording) {
    if (line.there()) {
      return wording.say("set-up.charter.there");
    }
    return editions.waiting(id) == null
        ? wording.count("set-up.charter.missing", line.count())
        : wording.say("set-up.charter.waits");
  }

  private static String flag(Line line, Wording wording) {
    var item = line.item().name().toLowerCase(Locale.ROOT);
    return wording.say("set-up." + item + (line.there() ? ".there" : ".missing"));
  }

  private static String waiting(Line line, Wording wording) {
    return line.waiting() == 0 ? "" : "; " + wording.count("set-up.no-account", line.waiting());
  }

  private @Nullable String link(Item item, Caller caller, CooperativeId id) {
    var here = "/cooperatives/" + id;
    return switch (item) {
      case RULES -> null;
      case CHARTER -> charterLink(caller, id, here);
      case LAWYER -> caller.roles().contains(PlatformRole.OPERATOR) ? here + "/invitations" : null;
      case CHAIR, SECRETARY, COUNCIL, ACCOUNTANT, AUDITOR -> officeLink(caller, id, here);
      case MODELS -> caller.roles().contains(PlatformRole.OPERATOR) ? "/models" : null;
      case REGISTER ->
          caller.holds(id, Office.SECRETARY) ? "/members/import?cooperative=" + id : null;
    };
  }

  private @Nullable String charterLink(Caller caller, CooperativeId id, String here) {
    var waiting = editions.waiting(id);
    boolean author = caller.roles().contains(PlatformRole.LAWYER) || caller.holds(id, Office.CHAIR);
    if (!author) {
      return null;
    }
    return waiting == null ? here + "/charter" : "/deeds/" + waiting.id();
  }

  private @Nullable String officeLink(Caller caller, CooperativeId id, String here) {
    if (appointments.way(caller, id) == Way.NONE) {
      return null;
    }
    // Who is known already is appointed; while hardly anybody is, people are invited.
    return invitations.mayInvite(caller, id) && appointments.known(id).size() < 2
        ? here + "/invitations"
        : here + "/offices";
  }

  /** The offices that can be given, in words. */
  static List<Field.Choice> offices(Sent sent, Wording wording) {
    return List.of(Office.values()).stream()
        .map(
            it ->
                new Field.Choice(
                    it.id(),
                    wording.say("office." + it.id()),
                    "office-" + it.id(),
                    sent.has("office", it.id())))
        .collect(Collectors.toList());
  }
}
