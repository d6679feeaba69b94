package coop.artel.law;

import org.springframework.context.ApplicationContext;

/** Runs replays where a house leaves that to its test. */
public final class Replays {
  private Replays() {}

  public static void run(ApplicationContext house) {
    house.getBean(ReplayRounds.class).round();
  }
}
