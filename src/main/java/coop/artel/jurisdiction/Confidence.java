package coop.artel.jurisdiction;

/** How sure a figure is; only a high one decides without a lawyer's verification. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW
}
