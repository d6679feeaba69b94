/** A country's files as tables: out of them, and what was changed in a table back into them. */
@NullMarked
package coop.artel.law.tables;

import org.jspecify.annotations.NullMarked;
