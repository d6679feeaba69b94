package coop.artel.meetings;

import coop.artel.values.CooperativeId;
import java.util.UUID;

/**
 * The council of a cooperative may vote on a question, or may do so again.
 *
 * @param kind of the matter
 */
public record QuestionOpened(
    UUID question, String caseId, CooperativeId cooperative, String kind) {}
