package coop.artel.workflow;

import coop.artel.values.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model that does, or could do, what a model may not: everything that is wrong with it at once.
 */
public class ModelRefused extends Refusal {
  /**
   * One thing that is refused; the message key is {@code model.<code>}, its arguments the file, the
   * line and then these.
   *
   * @param line in the file, from 1
   */
  public record Fault(String code, String file, int line, List<Object> arguments) {}

  private final List<Fault> faults;

  ModelRefused(List<Fault> faults) {
    super(
        Kind.INVALID,
        "model-refused",
        "%s",
        faults.stream().map(ModelRefused::line).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }

  private static String line(Fault fault) {
    return "%s, line %d: %s %s"
        .formatted(fault.file(), fault.line(), fault.code(), fault.arguments());
  }
}
