/** The task list, a task, the questions of the council. */
@NullMarked
package coop.artel.desk.tasks;

import org.jspecify.annotations.NullMarked;
