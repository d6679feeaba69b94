package coop.artel.desk.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of a form as it is drawn.
 *
 * @param kind {@code text}, {@code shown}, {@code input}, {@code area}, {@code checkbox}, {@code
 *     radio}, {@code select}, {@code file}
 * @param id of the element, {@code f-<key>}
 * @param label of a text its HTML, else plain
 * @param askedBy who or what will ask for it if it is left empty: {@code law}, {@code paper} …
 * @param document what it belongs to, if not to the form itself
 * @param type of an input element
 * @param describedBy ids of hint and error, absent if there is neither
 */
public record Field(
    String kind,
    String key,
    String id,
    String label,
    @Nullable String hint,
    boolean required,
    @Nullable String askedBy,
    String value,
    boolean checked,
    List<Choice> choices,
    @Nullable String error,
    @Nullable String type,
    @Nullable String autocomplete,
    @Nullable String inputmode,
    @Nullable Integer maxlength,
    @Nullable String describedBy,
    String width,
    @Nullable String document) {
  static final String PREFIX = "f.";

  /** Before the key of a field whose digest is made of a file; what begins so is no value. */
  static final String FILE = "_file.";

  /** One option of a radio or select. */
  public record Choice(String value, String label, String id, boolean chosen) {}

  /**
   * As the browser names what it sends. Without a prefix a field called {@code matches} or {@code
   * action} would take the place of the form's own property, and scripts would trip over it.
   */
  public String input() {
    return PREFIX + key;
  }

  /** As the browser names the file whose digest is the value. */
  public String fileInput() {
    return FILE + key;
  }

  /** The word beside the label: {@code by-law}, {@code optional}; absent where it must be given. */
  public @Nullable String mark() {
    return required ? null : askedBy == null ? "optional" : "by-" + askedBy;
  }

  /** Where a link of the error summary leads: the element, or the first of a group. */
  public String target() {
    return kind.equals("radio") && !choices.isEmpty() ? choices.get(0).id() : id;
  }
}
