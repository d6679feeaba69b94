package coop.artel.values;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of the values that were sent cannot be taken; each is told at its own place, by the message
 * {@code fault.<code>}.
 */
public final class FieldsRefused extends Refusal {
  /** What is wrong with one value. */
  public record Fault(String field, String code, List<Object> arguments) {}

  /** Gathers what is wrong, so that all of it is told at once. */
  public static final class Check {
    private final List<Fault> faults = new ArrayList<>();

    /** Only the first fault of a field is kept: what follows from it helps nobody. */
    public Check demand(boolean holds, String field, String code, Object... arguments) {
      if (!holds && faults.stream().noneMatch(it -> it.field().equals(field))) {
        faults.add(new Fault(field, code, List.of(arguments)));
      }
      return this;
    }

    /** A line of text: not empty, not too long, and of signs that can be written. */
    public Check text(String field, String value, int longest) {
      return demand(!value.isBlank(), field, "empty")
          .demand(value.length() <= longest, field, "too-long", longest)
          .demand(value.chars().noneMatch(Characters::isHidden), field, "signs");
    }

    /** Throws {@link FieldsRefused} if anything was wrong. */
    public void done() {
      if (!faults.isEmpty()) {
        throw new FieldsRefused(faults);
      }
    }
  }

  private final transient List<Fault> faults;

  private FieldsRefused(List<Fault> faults) {
    super(
        Kind.INVALID,
        "fields-refused",
        "Some values cannot be taken: %s",
        String.join(", ", faults.stream().map(Fault::field).toList()));
    this.faults = List.copyOf(faults);
  }

  public static FieldsRefused of(String field, String code, Object... arguments) {
    return new FieldsRefused(List.of(new Fault(field, code, List.of(arguments))));
  }

  public List<Fault> faults() {
    return faults;
  }
}
