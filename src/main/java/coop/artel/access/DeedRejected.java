package coop.artel.access;

/** A deed will not be done: a second person has rejected it, or its author has taken it back. */
public record DeedRejected(Deed deed) {}
