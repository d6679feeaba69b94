/**
 * What sentences may speak of. Compiled rules have a class loader of their own, so these types are
 * public; no other module may use them.
 */
@NullMarked
package coop.artel.law.sentences;

import org.jspecify.annotations.NullMarked;
