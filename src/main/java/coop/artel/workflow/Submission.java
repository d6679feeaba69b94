package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent in, checked against the form's file.
 *
 * @param inPlaceOf whom the caller stands in for in this
 * @param values by the field's key: String, Boolean, Long, BigDecimal, LocalDate, List of String
 */
public record Submission(
    String taskId,
    String caseId,
    CooperativeId cooperative,
    Caller caller,
    @Nullable PersonId inPlaceOf,
    Map<String, Object> values,
    Run run) {
  public PersonId by() {
    return caller.person();
  }

  public String text(String key) {
    @Nullable Object value = values.get(key);
    if (value == null) {
      throw new IllegalStateException("Field %s was not sent".formatted(key));
    }
    return value.toString();
  }

  public boolean flag(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }
}
