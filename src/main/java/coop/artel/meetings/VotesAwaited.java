package coop.artel.meetings;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.List;
import java.util.UUID;

/**
 * The last day of a question comes near and these have not voted.
 *
 * @param kind of the matter
 */
public record VotesAwaited(
    UUID question, String caseId, CooperativeId cooperative, String kind, List<PersonId> from) {}
