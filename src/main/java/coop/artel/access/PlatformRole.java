package coop.artel.access;

/** What somebody may do beyond one cooperative. */
public enum PlatformRole {
  /** Runs the installation: clocks, chain, models. */
  OPERATOR,
  /** Юрист: confirms charter figures, judges norms. */
  LAWYER
}
