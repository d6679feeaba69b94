package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.notary.Happening;
import coop.artel.values.CooperativeId;
import org.jspecify.annotations.Nullable;

/** One execution of a step, as far as a step may see it. */
public interface Run {
  /** The case: id of the root process instance. */
  String caseId();

  CooperativeId cooperative();

  /** The raw value of a variable; steps use {@link Variable} instead. */
  @Nullable Object get(String name);

  void set(String name, @Nullable Object value);

  /** Names a decision of the law in this step's record. */
  void decided(Decision decision);

  /** Names a document, by its digest, in this step's record. */
  void wrote(String documentDigest);

  /** Something besides the step itself that gets a record of its own, right after the step's. */
  void happened(Happening happening);
}
