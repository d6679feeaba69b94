/** Forms drawn by the server and read back from what was sent. */
@NullMarked
package coop.artel.desk.forms;

import org.jspecify.annotations.NullMarked;
