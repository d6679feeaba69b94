package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Citation;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.law.ActCheck;
import coop.artel.law.ArticleChange;
import coop.artel.law.Citing;
import coop.artel.law.Citing.Kind;
import coop.artel.law.LawWatch;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.workflow.CaseSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What has changed in the law of a country, what rests on it here, and which acts are due. */
@Component
public class WatchViews {
  private final LawWatch watch;
  private final Countries countries;
  private final Cooperatives cooperatives;
  private final CaseSearch cases;
  private final Names names;

  WatchViews(
      LawWatch watch,
      Countries countries,
      Cooperatives cooperatives,
      CaseSearch cases,
      Names names) {
    this.watch = watch;
    this.countries = countries;
    this.cooperatives = cooperatives;
    this.cases = cases;
    this.names = names;
  }

  /**
   * A change that is not settled.
   *
   * @param place as cited
   * @param source an address; empty where none was given
   * @param cited by kind, each kind that has any
   * @param others running cases that rest on it and that the reader may not see
   */
  record ChangeView(
      String id,
      String place,
      String since,
      String note,
      String source,
      String by,
      String at,
      List<Group> cited,
      List<CaseLink> running,
      long others) {}

  /**
   * What of one kind cites it.
   *
   * @param kind {@code rule}, {@code norm}, {@code calendar}, {@code signature}, {@code case},
   *     {@code document}
   */
  record Group(String kind, List<CitingView> places) {}

  /**
   * A place of the files.
   *
   * @param words for people; empty where the id says it all
   * @param link to its page; empty where it has none
   */
  record CitingView(String id, String words, String file, String article, String link) {}

  record CaseLink(String id, String number, String cooperative) {}

  /** A change that is settled. */
  record Settled(
      String id, String place, String since, String note, String found, String by, String at) {}

  /**
   * An act.
   *
   * @param last when it was last compared with the official text, absent if never
   * @param age in words
   */
  record ActView(
      String id, String name, @Nullable String last, String age, boolean due, List<Check> checks) {}

  /**
   * A check by a lawyer here.
   *
   * @param place as cited
   */
  record Check(String place, String day, String note, String by) {}

  /**
   * All of a country.
   *
   * @param every in how many days an act is due again
   */
  record Watch(
      String country,
      String countryName,
      long every,
      long due,
      List<ActView> acts,
      List<ChangeView> open,
      List<Settled> settled) {}

  /** A change of the law as a mark beside what rests on it. */
  public record Mark(String change, String words) {}

  /** The places of an act, for a choice. */
  record Places(String act, List<String> places) {}

  Watch of(String country, Caller reader, Wording wording) {
    var acts = watch.acts(country);
    var files = countries.of(country);
    return new Watch(
        country,
        RuleViews.countryName(files, wording),
        watch.every(),
        acts.stream().filter(LawWatch.Watched::due).count(),
        acts.stream().map(it -> act(it, wording)).toList(),
        watch.flagged(country).stream().map(it -> change(files, it, reader, wording)).toList(),
        watch.changes(country).stream()
            .filter(it -> !it.open())
            .map(it -> settled(files, it, wording))
            .toList());
  }

  /** What can be marked, act by act. */
  List<Places> places(String country) {
    return countries.of(country).acts().values().stream()
        .map(
            act ->
                new Places(
                    act.id(), LawWatch.places(act).stream().map(Citation::toString).toList()))
        .toList();
  }

  /** Beside the rules and norms of a country, by {@code rule.<id>} and {@code norm.<key>}. */
  public Map<String, List<Mark>> marks(String country, Wording wording) {
    var marks = new HashMap<String, List<Mark>>();
    for (var flagged : watch.flagged(country)) {
      var mark = new Mark(flagged.change().id().toString(), words(flagged.change(), wording));
      for (var it : flagged.citings()) {
        if (it.kind() != Kind.CASE) {
          marks.computeIfAbsent(key(it), key -> new ArrayList<>()).add(mark);
        }
      }
    }
    return marks;
  }

  /** A year's transfers stand among the norms. */
  private static String key(Citing it) {
    return it.kind() == Kind.CALENDAR
        ? "norm.calendar/" + it.id()
        : kind(it.kind()) + "." + it.id();
  }

  private static String words(ArticleChange it, Wording wording) {
    return wording.say("watch.mark", it.place().toString(), wording.date(it.since()));
  }

  private ChangeView change(
      Country country, LawWatch.Flagged flagged, Caller reader, Wording wording) {
    var it = flagged.change();
    var running =
        cases.resting(
            reader,
            cooperatives.all().stream()
                .filter(one -> one.country().equals(country.id()))
                .map(Cooperative::id)
                .toList(),
            cited -> Citation.all(cited).stream().anyMatch(one -> one.isOf(it.place())));
    return new ChangeView(
        it.id().toString(),
        it.place().toString(),
        wording.date(it.since()),
        it.note(),
        it.source(),
        names.person(it.markedBy(), wording),
        wording.day(it.markedAt(), country.zone()),
        groups(country, flagged.citings(), wording),
        running.known().stream()
            .map(
                one ->
                    new CaseLink(
                        one.id(), one.number(), names.cooperative(one.cooperative()).shortName()))
            .toList(),
        running.others());
  }

  private static List<Group> groups(Country country, List<Citing> citings, Wording wording) {
    var groups = new ArrayList<Group>();
    for (var kind : Kind.values()) {
      var places =
          citings.stream()
              .filter(it -> it.kind() == kind)
              .map(it -> view(country, it, wording))
              .toList();
      if (!places.isEmpty()) {
        groups.add(new Group(kind(kind), places));
      }
    }
    return groups;
  }

  private static CitingView view(Country country, Citing it, Wording wording) {
    var rules = "/rules/" + country.id() + "/" + it.question();
    var norms = "/norms?country=" + country.id() + "#norm-";
    var article =
        String.join("; ", it.citations().stream().map(Citation::toString).distinct().toList());
    return switch (it.kind()) {
      case RULE ->
          new CitingView(
              it.id(),
              RuleViews.words(it.question(), wording),
              it.file(),
              article,
              rules + "#" + it.id());
      case NORM ->
          new CitingView(
              it.id(),
              NormViews.name(country, it.id(), wording),
              it.file(),
              article,
              norms + it.id());
      case CASE ->
          new CitingView(
              it.id(),
              it.name(),
              it.file(),
              article,
              it.question().isEmpty() ? "" : rules + "?case=" + it.id() + "#h-what-if");
      case CALENDAR ->
          new CitingView(
              it.id(), calendar(it.id(), wording), it.file(), article, year(it.id(), norms));
      case SIGNATURE ->
          new CitingView(it.id(), wording.say("watch.signature"), it.file(), article, "");
      case DOCUMENT -> new CitingView(it.id(), "", it.file(), article, "");
    };
  }

  private static String calendar(String id, Wording wording) {
    return id.equals("days") ? wording.say("watch.days") : wording.say("norms.calendar", id);
  }

  private static String year(String id, String norms) {
    return id.equals("days") ? "" : norms + "calendar/" + id;
  }

  private Settled settled(Country country, ArticleChange it, Wording wording) {
    var settlement = it.settlement();
    if (settlement == null) {
      throw new IllegalArgumentException("%s is open".formatted(it.id()));
    }
    return new Settled(
        it.id().toString(),
        it.place().toString(),
        wording.date(it.since()),
        it.note(),
        settlement.note(),
        names.person(settlement.by(), wording),
        wording.day(settlement.at(), country.zone()));
  }

  private ActView act(LawWatch.Watched it, Wording wording) {
    var last = it.last();
    var age = it.age();
    return new ActView(
        it.act().id(),
        it.act().name().in(wording.locale()),
        last == null ? null : wording.date(last),
        age == null ? wording.say("watch.never") : wording.count("watch.age", age),
        it.due(),
        it.checks().stream().map(check -> check(check, wording)).toList());
  }

  private Check check(ActCheck it, Wording wording) {
    return new Check(
        it.place().toString(), wording.date(it.day()), it.note(), names.person(it.by(), wording));
  }

  private static String kind(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
