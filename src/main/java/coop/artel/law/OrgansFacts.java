package coop.artel.law;

/**
 * Whether there are the organs that there must be. Question {@code organs}; its reference date is
 * the day asked about.
 *
 * @param auditors members of the audit commission, one where there is an auditor in its stead
 * @param collegialMembers of the collegial organ of an organisation without members
 * @param collegialEmployees how many of those the organisation employs
 */
public record OrgansFacts(
    int cooperativeMembers,
    boolean council,
    boolean board,
    boolean supervisoryBoard,
    int auditors,
    int collegialMembers,
    int collegialEmployees)
    implements Facts {
  @Override
  public String question() {
    return "organs";
  }
}
