package coop.artel.access;

/** Who may do the deeds of one kind, and when; told by the module whose deeds they are. */
public interface DeedRule {
  String kind();

  /** The series of records that tells what became of such deeds: {@code models}. */
  String series(String subject);

  /** Whether this person may be the first of the two. */
  boolean mayPropose(Caller caller, String subject);

  /** Whether this person may be the second; that nobody is both is seen to by {@link Deeds}. */
  boolean mayDecide(Caller caller, Deed deed);

  /**
   * Refuses what can no longer be done as it was proposed. It is asked before anything is written,
   * since a refusal rolls nothing back, and in the transaction that will act.
   */
  void demand(Deed deed);
}
