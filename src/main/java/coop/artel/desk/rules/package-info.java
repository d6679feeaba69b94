/** The lawyer's bench: the rules of a country, its cases, and what would be if. */
@NullMarked
package coop.artel.desk.rules;

import org.jspecify.annotations.NullMarked;
