package coop.artel.law;

/**
 * What a module tells the law about one matter: a record whose components are the facts, null where
 * unknown. Each kind of facts belongs to one question.
 */
public sealed interface Facts
    permits AdmissionFacts,
        SigningFacts,
        CouncilVoteFacts,
        DecisionTermFacts,
        EntryFacts,
        LapseFacts {
  /** As the file under {@code rules/<country>} is called: {@code admission}. */
  String question();
}
