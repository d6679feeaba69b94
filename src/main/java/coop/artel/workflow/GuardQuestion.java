package coop.artel.workflow;

/**
 * What the law is asked before a task is completed.
 *
 * @param question as the model names it
 * @param answered there are rules on it for the cooperative's country and legal form; without any
 *     the task is completed unasked
 */
public record GuardQuestion(String question, boolean answered) {}
