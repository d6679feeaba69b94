package coop.artel.members;

import coop.artel.members.Imports.Fault;
import coop.artel.people.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line as it would be entered, or what is wrong with it.
 *
 * @param person as it would be kept, absent where it cannot
 * @param known is here already, holding an office or having been a member, and is not made anew
 * @param number the number to be kept, absent where the next one is to be given
 */
record CheckedLine(
    ImportLine line,
    @Nullable Person person,
    boolean known,
    @Nullable Long number,
    @Nullable LocalDate since,
    List<Fault> faults) {

  /** What a proposal commits to: the line as it would be entered. */
  Map<String, Object> content() {
    var content = new TreeMap<String, Object>();
    line.cells().forEach((column, text) -> content.put(column.key(), text));
    content.put("line", (long) line.line());
    return content;
  }
}
