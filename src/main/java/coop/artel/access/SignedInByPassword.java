package coop.artel.access;

import coop.artel.values.PersonId;

/** Somebody was let in with login and password: to a session of the pages, or to a token. */
record SignedInByPassword(PersonId person) {}
