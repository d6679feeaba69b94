/** The bell, the stream of notices and letters. */
@NullMarked
package coop.artel.desk.notices;

import org.jspecify.annotations.NullMarked;
