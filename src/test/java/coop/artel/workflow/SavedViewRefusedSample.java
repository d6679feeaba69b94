package coop.artel.workflow;

/** A refusal that only its module can make, for tests of others. */
public final class SavedViewRefusedSample {
  private SavedViewRefusedSample() {}

  public static SavedViewRefused taken(String name) {
    return SavedViewRefused.taken(name);
  }
}
