package coop.artel.members;

import coop.artel.values.Refusal;
import java.util.UUID;

/** There is no such application, or the caller may not know of it. */
class ApplicationUnknown extends Refusal {
  ApplicationUnknown(UUID application) {
    super(
        Kind.NOT_FOUND,
        "application-unknown",
        "There is no application %s",
        application.toString());
  }
}
