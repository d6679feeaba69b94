package coop.artel.access;

import coop.artel.values.PersonId;

/** Somebody has told login and password and begins a session. */
record SignedInToPages(PersonId person) {}
