/** Cases as people and programs look at them: history, diagram, changes, documents, who looked. */
@NullMarked
package coop.artel.desk.cases;

import org.jspecify.annotations.NullMarked;
