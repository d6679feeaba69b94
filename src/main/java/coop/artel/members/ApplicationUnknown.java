package coop.artel.members;

import coop.artel.values.Refusal;

/** There is no such application, or the caller may not know of it. */
class ApplicationUnknown extends Refusal {
  ApplicationUnknown(Object asked) {
    super(Kind.NOT_FOUND, "application-unknown", "There is no application %s", asked.toString());
  }
}
