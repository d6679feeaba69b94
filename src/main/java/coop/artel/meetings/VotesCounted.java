package coop.artel.meetings;

import coop.artel.law.Outcome;

/** The law has said what the votes of a case's question amount to; a person may still have to. */
public record VotesCounted(String caseId, Outcome outcome) {}
