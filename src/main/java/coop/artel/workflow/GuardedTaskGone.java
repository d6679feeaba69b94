package coop.artel.workflow;

/** A task that the law guards is done, or nobody waits for it any more. */
record GuardedTaskGone(String task) {}
