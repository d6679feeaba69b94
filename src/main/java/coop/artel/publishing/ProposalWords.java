package coop.artel.publishing;

import coop.artel.law.EditionFault;
import coop.artel.law.Replay;
import coop.artel.law.RuleDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What forms say of a proposal, in the language of whoever reads. */
@Component
class ProposalWords {
  private final MessageSource messages;

  ProposalWords(MessageSource messages) {
    this.messages = messages;
  }

  /** An upgrade's draft has no title of its own. */
  String title(RuleDraft draft) {
    return draft.title().isBlank() ? say("proposal.shipped") : draft.title();
  }

  /** The way to what is to be mended, as the pages name it. */
  String where(RuleDraft draft) {
    return say("proposal.where", title(draft));
  }

  String publication(int number) {
    return say("proposal.base", Integer.toString(number));
  }

  String fault(EditionFault fault) {
    return say("edition-fault." + fault.code(), fault.arguments().toArray());
  }

  /** How far past decisions were asked about, and how many would turn out otherwise. */
  String replay(Optional<Replay.Run> run) {
    return run.map(
            it ->
                say(
                    "proposal.replay." + it.state().id(),
                    Integer.toString(it.done()),
                    Integer.toString(it.total()),
                    Integer.toString(it.flipped())))
        .orElseGet(() -> say("proposal.replay.none"));
  }

  /** What the last check found and what the last reviewer said, a line each. */
  String wrong(Proposal it) {
    List<String> lines = new ArrayList<>();
    it.faults().stream().filter(EditionFault::stands).forEach(fault -> lines.add(fault(fault)));
    it.verdict()
        .filter(verdict -> verdict.liveFrom().isEmpty())
        .flatMap(Proposal.Verdict::note)
        .ifPresent(lines::add);
    return String.join("\n", lines);
  }

  private String say(String key, Object... arguments) {
    return Objects.requireNonNullElse(
        messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale()), key);
  }
}
