package coop.artel.publishing;

import coop.artel.values.PersonId;
import coop.artel.workflow.Variable;
import java.util.UUID;

/** The variables of the processes in processes/publishing. */
final class PublishingVariables {
  static final Variable<UUID> PROPOSAL = Variable.id("proposal", UUID::fromString);
  static final Variable<PersonId> AUTHOR = Variable.id("author", PersonId::of);

  /** Nothing stands against publishing. */
  static final Variable<Boolean> EDITION_FIT = Variable.flag("editionFit");

  /** A second lawyer publishes it. */
  static final Variable<Boolean> APPROVED = Variable.flag("approved");

  /** The author has mended it; otherwise the author withdraws it. */
  static final Variable<Boolean> RESUBMITTED = Variable.flag("resubmitted");

  private PublishingVariables() {}
}
