package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Countries;
import coop.artel.values.FieldsRefused;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What lawyers write before it is published: changes of a country's files. A draft keeps what does
 * not compile too; only what is published must be sound.
 */
@UseCase
public class RuleDrafts {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_REASON = 2000;
  private static final int LARGEST = 1 << 20;

  /** The vocabulary is the program's: what a sentence means to the machine no draft says. */
  private static final Pattern FILES =
      Pattern.compile(
          "rules/(?<rules>[a-z]{2})/[a-z0-9-]{1,60}\\.dslr"
              + "|jurisdictions/(?<files>[a-z]{2})/(country|acts|norms|calendar/\\d{4}"
              + "|cases/[a-z0-9-]{1,60})\\.yaml");

  private final RuleDraftStore drafts;
  private final EditionStore store;
  private final Editions editions;
  private final Countries countries;

  RuleDrafts(RuleDraftStore drafts, EditionStore store, Editions editions, Countries countries) {
    this.drafts = drafts;
    this.store = store;
    this.editions = editions;
    this.countries = countries;
  }

  /** Refused: {@code rule-draft-not-theirs}. */
  public void demandLawyer(Caller caller) {
    if (!caller.roles().contains(PlatformRole.LAWYER)) {
      throw RuleDraftRefused.notTheirs();
    }
  }

  /**
   * Begins a draft on what was published last. Refused: {@code rule-draft-not-theirs}, {@link
   * RulesUnknown}, {@code fields-refused}.
   *
   * @param reason why it is written; goes with it into the publication
   */
  public RuleDraft open(Caller caller, String country, String title, String reason) {
    demandLawyer(caller);
    demandCountry(country);
    var check = new FieldsRefused.Check();
    check.demand(!title.isBlank(), "title", "empty");
    check.text("title", title, LONGEST_TITLE);
    check.demand(!reason.isBlank(), "reason", "empty");
    check.text("reason", reason, LONGEST_REASON);
    check.done();
    return find(
        drafts.add(country, title.strip(), reason.strip(), caller.person(), newest(country)));
  }

  /** What an upgrade of the service brought, as a draft that two persons may publish. */
  UUID ofShipment(RuleFiles shipped) {
    var base = newest(shipped.country());
    var before = files(shipped.country(), base);
    var draft = drafts.add(shipped.country(), "", "", null, base);
    before.changesTo(shipped).forEach((path, text) -> drafts.change(draft, path, text, null));
    return draft;
  }

  /** Newest first. Refused: {@link RulesUnknown}. */
  public List<RuleDraft> ofCountry(String country) {
    demandCountry(country);
    return drafts.ofCountry(country);
  }

  /** Refused: {@code rule-draft-unknown}. */
  public RuleDraft find(UUID id) {
    return drafts.find(id, false).orElseThrow(RuleDraftRefused::unknown);
  }

  /** The last change of each file that it changes, by path. */
  public List<RuleDraft.Change> changes(UUID id) {
    return drafts.changes(id);
  }

  /** Who changed what and when, in its order. */
  public List<RuleDraft.Change> history(UUID id) {
    return drafts.history(id);
  }

  /** Whoever wrote to it: none of them may publish it. */
  public Set<PersonId> writers(UUID id) {
    return drafts.writers(id);
  }

  /** All files as the draft has them. Refused: {@code rule-draft-unknown}. */
  public RuleFiles files(UUID id) {
    var changes = new HashMap<String, Optional<String>>();
    changes(id).forEach(change -> changes.put(change.path(), change.text()));
    return before(id).with(changes);
  }

  /** The files that it began with. Refused: {@code rule-draft-unknown}. */
  public RuleFiles before(UUID id) {
    var draft = find(id);
    return files(draft.country(), draft.base());
  }

  /** The files of what is in force today. Refused: {@link RulesUnknown}. */
  public RuleFiles inForce(String country) {
    demandCountry(country);
    return editions.currentFiles(country);
  }

  /** What was published, by number. Refused: {@link RulesUnknown}. */
  public List<Publication> publications(String country) {
    demandCountry(country);
    return store.publications(country);
  }

  /** The files of a publication. Refused: {@link RulesUnknown}. */
  public RuleFiles published(String country, int number) {
    demandCountry(country);
    return files(country, number);
  }

  /**
   * Writes a file of a draft. Refused: {@code rule-draft-not-theirs}, {@code rule-draft-unknown},
   * {@code rule-draft-closed}, {@code rule-draft-path}, {@code rule-draft-too-large}, and {@code
   * rule-draft-changed} where another wrote to the file since.
   *
   * @param text empty where the file goes
   * @param seen number of the last change of this file that the caller saw, 0 if none
   */
  public void change(Caller caller, UUID id, String path, Optional<String> text, int seen) {
    change(caller, id, Map.of(path, text), Map.of(path, seen));
  }

  /** The same for several files, all or none. */
  public void change(
      Caller caller, UUID id, Map<String, Optional<String>> texts, Map<String, Integer> seen) {
    demandLawyer(caller);
    var draft = writable(id);
    var before = files(id);
    var last = new HashMap<String, RuleDraft.Change>();
    changes(id).forEach(change -> last.put(change.path(), change));
    texts.forEach((path, text) -> demand(draft, path, text));
    texts.keySet().forEach(path -> demandSeen(last.get(path), seen.getOrDefault(path, 0)));
    texts.forEach(
        (path, text) -> {
          var written = text.map(RuleDrafts::normal);
          if (!written.equals(Optional.ofNullable(before.byPath().get(path)))) {
            drafts.change(id, path, written, caller.person());
          }
        });
  }

  private static void demandSeen(RuleDraft.@Nullable Change last, int seen) {
    if (last != null && last.number() != seen) {
      throw RuleDraftRefused.changed(last.path(), last.at());
    }
  }

  private static void demand(RuleDraft draft, String path, Optional<String> text) {
    var matcher = FILES.matcher(path);
    if (!matcher.matches()
        || !draft.country().equals(matcher.group("rules"))
            && !draft.country().equals(matcher.group("files"))) {
      throw RuleDraftRefused.path(path);
    }
    if (text.isPresent() && text.get().length() > LARGEST) {
      throw RuleDraftRefused.tooLarge(path);
    }
  }

  private static String normal(String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return Normalizer.normalize(lines, Normalizer.Form.NFC);
  }

  /**
   * Refused: {@code rule-draft-not-theirs}, {@code rule-draft-unknown}, {@code rule-draft-closed}.
   */
  public void withdraw(Caller caller, UUID id) {
    demandLawyer(caller);
    writable(id);
    drafts.state(id, RuleDraft.State.WITHDRAWN);
  }

  /**
   * Puts it on what was published since it was begun. Refused: as {@link #withdraw}; {@code
   * rule-draft-clash} where the same file was changed by both.
   */
  public void rebase(Caller caller, UUID id) {
    demandLawyer(caller);
    var draft = writable(id);
    int newest = newest(draft.country());
    var meanwhile = before(id).changesTo(files(draft.country(), newest)).keySet();
    for (var change : changes(id)) {
      if (meanwhile.contains(change.path())) {
        throw RuleDraftRefused.clash(change.path());
      }
    }
    drafts.base(id, newest);
  }

  /**
   * From now on it waits for its review. Refused: as {@link #withdraw}; {@code rule-draft-empty},
   * {@code rule-draft-outdated}.
   */
  public void submit(Caller caller, UUID id) {
    demandLawyer(caller);
    var draft = writable(id);
    demandNewest(draft);
    if (files(id).digest().equals(before(id).digest())) {
      throw RuleDraftRefused.empty();
    }
    drafts.state(id, RuleDraft.State.SUBMITTED);
  }

  /** It is being written again; whoever called for its review has sent it back. */
  public void reopen(UUID id) {
    drafts.state(id, RuleDraft.State.OPEN);
  }

  /**
   * Puts it in force from a day. Refused: {@code rule-draft-unknown}, {@code rule-draft-closed}
   * where it was not submitted, {@code rule-draft-outdated}, {@code rule-draft-same-person}, and
   * whatever its files are refused for.
   *
   * @param author who stands for it
   * @param approver who did not write to it
   */
  public Publication publish(
      UUID id, @Nullable LocalDate liveFrom, String caseId, PersonId author, PersonId approver) {
    var draft = drafts.find(id, true).orElseThrow(RuleDraftRefused::unknown);
    store.lock(draft.country());
    if (draft.state() != RuleDraft.State.SUBMITTED) {
      throw RuleDraftRefused.closed();
    }
    if (author.equals(approver) || writers(id).contains(approver)) {
      throw RuleDraftRefused.samePerson();
    }
    demandNewest(draft);
    var files = files(id);
    var edition = editions.of(files);
    var fileSet = store.keep(files, edition.id());
    drafts.state(id, RuleDraft.State.PUBLISHED);
    return store.publish(
        draft.country(), fileSet, liveFrom, id, caseId, new EditionStore.By(author, approver));
  }

  private void demandNewest(RuleDraft draft) {
    if (draft.base() != newest(draft.country())) {
      throw RuleDraftRefused.outdated();
    }
  }

  private RuleDraft writable(UUID id) {
    var draft = drafts.find(id, true).orElseThrow(RuleDraftRefused::unknown);
    if (draft.state() != RuleDraft.State.OPEN) {
      throw RuleDraftRefused.closed();
    }
    return draft;
  }

  private int newest(String country) {
    var all = store.publications(country);
    return all.get(all.size() - 1).number();
  }

  private RuleFiles files(String country, int number) {
    return store.publications(country).stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .map(it -> editions.files(it.fileSet()))
        .orElseThrow(() -> new RulesUnknown(country, Integer.toString(number)));
  }

  private void demandCountry(String country) {
    if (countries.find(country).isEmpty()) {
      throw new RulesUnknown(country, country);
    }
  }
}
