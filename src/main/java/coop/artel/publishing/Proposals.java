package coop.artel.publishing;

import coop.artel.access.Caller;
import coop.artel.law.Publications;
import coop.artel.law.Replay;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDrafts;
import coop.artel.values.CooperativeId;
import coop.artel.values.UseCase;
import coop.artel.workflow.LineDifference;
import coop.artel.workflow.Processes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Editions that lawyers want to have put in force; each is a case of its country. */
@UseCase
public class Proposals {
  private static final String PROCESS = "publish-edition";
  private static final String RECALL = "recall-edition";

  private final ProposalRows rows;
  private final RuleDrafts drafts;
  private final Publications publications;
  private final Replay replay;
  private final Processes processes;
  private final MessageSource messages;

  Proposals(
      ProposalRows rows,
      RuleDrafts drafts,
      Publications publications,
      Replay replay,
      Processes processes,
      MessageSource messages) {
    this.rows = rows;
    this.drafts = drafts;
    this.publications = publications;
    this.replay = replay;
    this.processes = processes;
    this.messages = messages;
  }

  /** A file that a proposal changes, line by line. */
  public record FileDifference(String path, List<LineDifference> lines) {}

  /**
   * From now on the draft waits for its check and a second lawyer, and does not change. Refused:
   * {@code rules-lawyer-only}, {@code lawyer-of-the-demonstration}, {@code draft-proposed-already}
   * even while its author mends it, what {@link RuleDrafts#submit} refuses, and files that cannot
   * be read or understood.
   */
  public Proposal propose(Caller caller, UUID draft) {
    return propose(caller, drafts.find(draft), null);
  }

  /**
   * Proposes to put in force again what a publication says; what sentences mean to the machine
   * stays as the program has it. Refused: as {@link #propose}, {@code publication-unknown}, and
   * {@code edition-as-in-force} where nothing would change.
   */
  public Proposal restore(Caller caller, String country, int number) {
    publications.demandLawyer(caller, country);
    var earlier = publications.find(country, number);
    var changes = changes(country, earlier.number());
    if (changes.isEmpty()) {
      throw ProposalRefused.asInForce(number);
    }
    var draft =
        drafts.open(
            caller,
            country,
            say("proposal.restores", number),
            say("proposal.restores.reason", number));
    drafts.change(caller, draft.id(), changes, Map.of());
    return propose(caller, drafts.find(draft.id()), number);
  }

  private Map<String, Optional<String>> changes(String country, int number) {
    var newest = drafts.published(country, publications.newest(country));
    var changes = newest.changesTo(drafts.published(country, number));
    changes.keySet().removeIf(path -> path.startsWith("rules/vocabulary/"));
    return changes;
  }

  private Proposal propose(Caller caller, RuleDraft draft, @Nullable Integer restores) {
    publications.demandLawyer(caller, draft.country());
    publications.lock(draft.country());
    if (rows.openOf(draft.id()).isPresent()) {
      throw ProposalRefused.proposedAlready();
    }
    var fileSet = publications.keep(draft.id());
    replay.begun(caller, draft.id());
    drafts.submit(caller, draft.id());
    var id = UUID.randomUUID();
    String caseId =
        processes.start(
            PROCESS,
            CooperativeId.ofCountry(draft.country()),
            caller.person(),
            caller.person(),
            PublishingVariables.PROPOSAL.with(id),
            PublishingVariables.AUTHOR.with(caller.person()));
    rows.add(id, draft.country(), caseId, draft.id(), restores, caller.person(), fileSet);
    return rows.find(id).orElseThrow();
  }

  /**
   * The author takes back what waits for its review; the draft is open again. Refused: {@code
   * proposal-unknown}, {@code proposal-not-theirs}, {@code not-awaited} while nobody reviews it.
   */
  public void recall(Caller caller, UUID id) {
    var it = find(id);
    if (!it.author().equals(caller.person())) {
      throw ProposalRefused.notTheirs();
    }
    processes.tell(RECALL, it.caseId(), caller.person());
    rows.ended(id, null);
    drafts.reopen(it.draft());
  }

  /** Refused: {@code proposal-unknown}. */
  public Proposal find(UUID id) {
    return rows.find(id).orElseThrow(ProposalRefused::unknown);
  }

  /** The one of a draft that waits for something. */
  public Optional<Proposal> openOf(UUID draft) {
    return rows.openOf(draft);
  }

  /**
   * Gives a draft up. Refused: {@code draft-proposed-already}, since its author then gives the
   * proposal up, and as {@link RuleDrafts#withdraw} refuses.
   */
  public void withdraw(Caller caller, UUID draft) {
    drafts.demandLawyer(caller);
    publications.lock(drafts.find(draft).country());
    if (rows.openOf(draft).isPresent()) {
      throw ProposalRefused.proposedAlready();
    }
    drafts.withdraw(caller, draft);
  }

  /** Those of a country that wait for something, oldest first. */
  public List<Proposal> open(String country) {
    return rows.open(country);
  }

  /** What a case is to publish, or has. */
  public Optional<Proposal> ofCase(String caseId) {
    return rows.ofCase(caseId);
  }

  /** What its files would have said to past decisions; empty before anybody asked. */
  public Optional<Replay.Run> replay(Proposal it) {
    return replay.of(it.fileSet());
  }

  /** What its files change, by path, against those that they were made from. */
  public List<FileDifference> differences(Proposal it) {
    var base = publications.find(it.country(), drafts.find(it.draft()).base());
    return differences(base.fileSet(), it.fileSet());
  }

  /** What differs between two sets of files, by path. */
  public List<FileDifference> differences(String from, String to) {
    return publications.changes(from, to).stream()
        .map(
            it ->
                new FileDifference(
                    it.path(), LineDifference.between(bytes(it.before()), bytes(it.after()))))
        .toList();
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private String say(String key, int number) {
    return messages.getMessage(
        key, new Object[] {Integer.toString(number)}, LocaleContextHolder.getLocale());
  }
}
