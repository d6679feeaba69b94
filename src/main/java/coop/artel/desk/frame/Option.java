package coop.artel.desk.frame;

/** A choice of a select. */
public record Option(String value, String label) {}
