/**
 * What every page and every answer to a program has in common: languages, words, errors, the shell.
 */
@NullMarked
package coop.artel.desk.frame;

import org.jspecify.annotations.NullMarked;
