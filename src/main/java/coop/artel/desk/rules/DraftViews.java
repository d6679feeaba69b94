package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.Zones;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.Publication;
import coop.artel.law.RuleBench;
import coop.artel.law.RuleBench.Fault;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDraftRefused;
import coop.artel.law.RuleDrafts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What lawyers write before it is published, as they see it. */
@Component
class DraftViews {
  /** Another wrote to the file after its writer had opened it. */
  static final String CHANGED = "rule-draft-changed";

  private static final Pattern NAMED =
      Pattern.compile("(rules/..|jurisdictions/../(?<folder>cases|calendar))/(?<name>[^/.]+)\\..*");

  private final RuleDrafts drafts;
  private final Countries countries;
  private final Names names;
  private final Zones zones;
  private final Refusals refusals;

  DraftViews(RuleDrafts drafts, Countries countries, Names names, Zones zones, Refusals refusals) {
    this.drafts = drafts;
    this.countries = countries;
    this.names = names;
    this.zones = zones;
    this.refusals = refusals;
  }

  /**
   * A draft as a line of the list, and as the head of its pages.
   *
   * @param state {@code open}, {@code submitted}, {@code published}, {@code withdrawn}
   * @param language of the country's rules
   * @param outdated whether something was published since it was begun
   * @param mayWrite whether the reader may change it now
   */
  record View(
      String id,
      String country,
      String countryName,
      String language,
      String title,
      String reason,
      String author,
      String openedAt,
      String state,
      int base,
      boolean outdated,
      boolean mayWrite) {}

  /**
   * What a draft changes.
   *
   * @param gone whether it takes the file away
   */
  record ChangeView(String path, String name, String by, String at, boolean gone) {}

  /** A file of the country as the draft has it. */
  record FileView(String path, String name) {}

  /**
   * What is wrong with a file.
   *
   * @param text of the line as it stands there; empty where the message says it
   */
  record FaultView(String path, String name, int line, String text, String message) {}

  /** A question with its cases, some of which may be red. */
  record QuestionView(String name, String words, int cases, int red) {}

  /** Lawyers write drafts and read them, operators read them. Refused otherwise. */
  void demandReader(Caller caller) {
    if (!mayRead(caller)) {
      drafts.demandLawyer(caller);
    }
  }

  /** Whether {@link #demandReader} lets somebody pass. */
  static boolean mayRead(Caller caller) {
    return caller.roles().contains(PlatformRole.OPERATOR)
        || caller.roles().contains(PlatformRole.LAWYER);
  }

  View view(RuleDraft draft, Caller caller, Wording wording) {
    var country = countries.of(draft.country());
    int newest =
        drafts.publications(draft.country()).stream()
            .mapToInt(Publication::number)
            .max()
            .orElse(draft.base());
    boolean open = draft.state() == RuleDraft.State.OPEN;
    return new View(
        draft.id().toString(),
        draft.country(),
        RuleViews.countryName(country, wording),
        country.rules(),
        draft.author().isEmpty() ? wording.say("drafts.of-service") : draft.title(),
        draft.author().isEmpty() ? wording.say("drafts.of-service.reason") : draft.reason(),
        draft.author().map(by -> names.person(by, wording)).orElse(""),
        wording.moment(draft.openedAt(), zones.of(caller)),
        draft.state().name().toLowerCase(Locale.ROOT),
        draft.base(),
        open && newest > draft.base(),
        open && caller.roles().contains(PlatformRole.LAWYER));
  }

  /** A file that says again what it said when the draft was begun is not changed. */
  List<ChangeView> changes(UUID draft, Caller caller, Wording wording) {
    var changed = drafts.before(draft).changesTo(drafts.files(draft)).keySet();
    return written(draft, caller, wording).stream()
        .filter(it -> changed.contains(it.path()))
        .toList();
  }

  private List<ChangeView> written(UUID draft, Caller caller, Wording wording) {
    return drafts.changes(draft).stream()
        .sorted(Comparator.comparing(RuleDraft.Change::path))
        .map(
            it ->
                new ChangeView(
                    it.path(),
                    fileName(it.path(), wording),
                    it.by().map(by -> names.person(by, wording)).orElse(""),
                    wording.moment(it.at(), zones.of(caller)),
                    it.text().isEmpty()))
        .toList();
  }

  /** Those that a draft may change, by what they are called. */
  List<FileView> files(UUID draft, Wording wording) {
    return drafts.files(draft).byPath().keySet().stream()
        .filter(path -> !path.startsWith("rules/vocabulary/"))
        .map(path -> new FileView(path, fileName(path, wording)))
        .toList();
  }

  /** What a file is about, else its path. */
  static String fileName(String path, Wording wording) {
    var matcher = NAMED.matcher(path);
    if (!matcher.matches()) {
      return wording.sayOr("drafts.file." + path.substring(path.lastIndexOf('/') + 1), path);
    }
    var name = matcher.group("name");
    var folder = matcher.group("folder");
    return wording.say(
        "drafts.file." + (folder == null ? "rules" : folder), RuleViews.words(name, wording));
  }

  List<FaultView> faults(List<Fault> faults, SortedMap<String, String> texts, Wording wording) {
    return faults.stream()
        .map(
            it -> {
              var message = message(it, wording);
              var line = line(texts.getOrDefault(it.path(), ""), it.line());
              return new FaultView(
                  it.path(),
                  fileName(it.path(), wording),
                  it.line(),
                  message.contains(line) ? "" : line,
                  message);
            })
        .toList();
  }

  /** The sentence without the file and the line, which stand beside it. */
  String message(Fault fault, Wording wording) {
    var sentence = refusals.sentence(fault.refusal(), wording);
    var said = sentence.replaceFirst("^[^:]* " + fault.line() + ": ", "");
    return said.substring(0, 1).toUpperCase(wording.locale()) + said.substring(1);
  }

  private static String line(String text, int number) {
    return text.lines().skip(Math.max(number - 1, 0)).findFirst().orElse("").strip();
  }

  /** Why a change is not kept; who was faster where another wrote to the same file. */
  String why(RuleDraftRefused refused, UUID draft, String path, Caller caller, Wording wording) {
    var faster =
        written(draft, caller, wording).stream().filter(it -> it.path().equals(path)).findFirst();
    return refused.code().equals(CHANGED) && faster.isPresent()
        ? wording.say("drafts.conflict", faster.get().by(), faster.get().at())
        : refusals.sentence(refused, wording);
  }

  /** Those with red cases first. */
  static List<QuestionView> questions(RuleBench.Whole whole, Wording wording) {
    return whole.cases().entrySet().stream()
        .map(
            it ->
                new QuestionView(
                    it.getKey(),
                    RuleViews.words(it.getKey(), wording),
                    it.getValue().size(),
                    (int) it.getValue().stream().filter(one -> !one.asExpected()).count()))
        .sorted(Comparator.comparing(it -> it.red() == 0))
        .toList();
  }
}
