package coop.artel.desk;

/** A choice of a select. */
record Option(String value, String label) {}
