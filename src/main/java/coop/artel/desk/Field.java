package coop.artel.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of a form as it is drawn.
 *
 * @param kind {@code text}, {@code shown}, {@code input}, {@code area}, {@code checkbox}, {@code
 *     radio}, {@code select}
 * @param id of the element, {@code f-<key>}
 * @param label of a text its HTML, else plain
 * @param askedByLaw may be left empty, but the law will ask for it
 * @param document what it belongs to, if not to the form itself
 * @param type of an input element
 * @param describedBy ids of hint and error, absent if there is neither
 */
record Field(
    String kind,
    String key,
    String id,
    String label,
    @Nullable String hint,
    boolean required,
    boolean askedByLaw,
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

  /** One option of a radio or select. */
  record Choice(String value, String label, String id, boolean chosen) {}

  /**
   * As the browser names what it sends. Without a prefix a field called {@code matches} or {@code
   * action} would take the place of the form's own property, and scripts would trip over it.
   */
  public String input() {
    return PREFIX + key;
  }

  /** The word beside the label: {@code by-law}, {@code optional}; absent where it must be given. */
  public @Nullable String mark() {
    return required ? null : askedByLaw ? "by-law" : "optional";
  }

  /** Where a link of the error summary leads: the element, or the first of a group. */
  public String target() {
    return kind.equals("radio") && !choices.isEmpty() ? choices.get(0).id() : id;
  }
}
