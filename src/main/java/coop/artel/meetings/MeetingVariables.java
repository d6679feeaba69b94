package coop.artel.meetings;

import coop.artel.workflow.Variable;
import java.time.LocalDate;
import java.util.UUID;

/** The variables of the processes in processes/meetings and of those that call them. */
public final class MeetingVariables {
  /** The question put to the council. */
  public static final Variable<UUID> QUESTION = Variable.id("question", UUID::fromString);

  /** What the council decided. */
  public static final Variable<Boolean> ADOPTED = Variable.flag("adopted");

  /** Last day of the term in which a decision is due. */
  public static final Variable<LocalDate> DECIDE_BY = Variable.date("decideBy");

  /** What the law answered last: granted, refused, missing, human. */
  public static final Variable<String> OUTCOME = Variable.word("outcome");

  /** The law's answer that {@link #OUTCOME} tells. */
  public static final Variable<UUID> DECISION = Variable.id("decision", UUID::fromString);

  /** Whether everybody who has a vote has cast it. */
  static final Variable<Boolean> ALL_VOTED = Variable.flag("allVoted");

  /** A person's answer to what the law's last answer left open. */
  static final Variable<UUID> JUDGEMENT = Variable.id("judgement", UUID::fromString);

  private MeetingVariables() {}
}
