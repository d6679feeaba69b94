package coop.artel.access;

/** Nobody decides a deed any more: something newer took its place. */
public record DeedSuperseded(Deed deed) {}
