package coop.artel.workflow;

/** A step {@code known}, and a guard of the user task {@code u} that asks about the entry. */
final class KnownBeans implements ModelCheck.Beans {
  @Override
  public boolean isStep(String name) {
    return name.equals("known");
  }

  @Override
  public boolean isGuard(String task, String question) {
    return task.equals("u") && question.equals("entry");
  }
}
