package coop.artel.law;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * All past decisions were asked about again with exactly these files. Whoever proposes them need
 * not wait for that: it is enough that it has begun.
 */
@Component
@Order(3)
class PastReplayed implements EditionCheck {
  private final Replay replay;

  PastReplayed(Replay replay) {
    this.replay = replay;
  }

  @Override
  public List<EditionFault> faults(Candidate candidate) {
    boolean asked =
        replay
            .of(candidate.files().digest())
            .filter(it -> it.state() == Replay.State.DONE || !candidate.atOnce() && isUnderWay(it))
            .isPresent();
    return asked ? List.of() : List.of(EditionFault.of("past-not-asked"));
  }

  private static boolean isUnderWay(Replay.Run it) {
    return !it.state().ended();
  }
}
