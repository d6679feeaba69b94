package coop.artel.workflow;

/**
 * A failure as the engine keeps it, with the job and with its history: where it came from, and none
 * of its words. The whole of it stands in the service's log, under the id of the job.
 */
final class WordlessFailure extends RuntimeException {
  private WordlessFailure(Throwable failure) {
    super(Failure.of(failure).text());
    setStackTrace(failure.getStackTrace());
  }

  static Throwable of(Throwable failure) {
    return failure instanceof WordlessFailure ? failure : new WordlessFailure(failure);
  }
}
