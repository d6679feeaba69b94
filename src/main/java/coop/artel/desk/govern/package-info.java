/** What a cooperative and the house are governed by: set-up, offices, charter, norms, models. */
@NullMarked
package coop.artel.desk.govern;

import org.jspecify.annotations.NullMarked;
