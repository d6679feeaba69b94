package coop.artel.registry;

import coop.artel.values.CooperativeId;

/** Somebody was made a member or the chair of a council, or ceases to be, from some day on. */
public record CouncilChanged(CooperativeId cooperative) {}
