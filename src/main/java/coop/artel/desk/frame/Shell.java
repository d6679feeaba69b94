package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param theme {@code light}, {@code dark}, or {@code auto}: as the system is set
 * @param path of this page
 * @param back where a switch of language or theme leads back to, with what was asked for
 * @param deputising for whom the reader stands in, and where that is told
 * @param clock words for a legal clock that is not the real one, absent otherwise
 * @param logWords how far the log has come and what waits
 * @param zone by whose clock times are told where a page says nothing else
 * @param registers where the reader may see a register of members
 * @param demonstration all that the reader sees here is made up
 */
record Shell(
    String language,
    String theme,
    String path,
    String back,
    @Nullable Caller caller,
    List<Register> registers,
    List<Deputising> deputising,
    @Nullable String clock,
    String chainPhase,
    String chainWords,
    String logWords,
    String zone,
    boolean demonstration) {
  /** A cooperative whose register the reader may open. */
  record Register(String cooperative, String name) {}

  /** An office that the reader exercises in another's place. */
  record Deputising(String cooperative, String words) {}

  public boolean signedIn() {
    return caller != null;
  }

  public boolean lawyer() {
    return caller != null && caller.roles().contains(PlatformRole.LAWYER);
  }

  public boolean operator() {
    return caller != null && caller.roles().contains(PlatformRole.OPERATOR);
  }

  /** Where cooperatives are set up, for whoever sees to it: to the one, or to all of them. */
  public @Nullable String setUp() {
    if (lawyer() || operator() || registers.size() > 1) {
      return "/cooperatives";
    }
    return registers.isEmpty()
        ? null
        : "/cooperatives/%s/set-up".formatted(registers.get(0).cooperative());
  }

  /** Officers read their cooperative's charter, lawyers every one. */
  public boolean charters() {
    return lawyer() || !registers.isEmpty();
  }
}
