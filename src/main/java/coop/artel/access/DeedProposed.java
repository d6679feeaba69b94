package coop.artel.access;

/** A deed begins to wait for its second person. */
public record DeedProposed(Deed deed) {}
