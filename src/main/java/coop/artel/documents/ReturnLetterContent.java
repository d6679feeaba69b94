package coop.artel.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Returns an application that the law does not allow, with each reason and its article.
 *
 * @param comment the secretary's own words
 * @param judge the chair, who did not allow what the law left open; absent where the law refused
 */
public record ReturnLetterContent(
    String applicant,
    long applicationNumber,
    LocalDate appliedOn,
    List<Ground> grounds,
    @Nullable String comment,
    @Nullable String secretary,
    boolean demonstration,
    @Nullable String judge)
    implements DocumentContent {
  @Override
  public Document.Kind kind() {
    return Document.Kind.RETURN_LETTER;
  }

  @Override
  public Map<String, Object> asMap() {
    return Map.of(
        "applicant", applicant,
        "applicationNumber", applicationNumber,
        "appliedOn", appliedOn.toString(),
        "grounds", Ground.asMaps(grounds),
        "grounded", !grounds.isEmpty(),
        "boundsOpen", Ground.boundsOpen(grounds),
        "comment", DocumentContent.text(comment),
        "secretary", DocumentContent.text(secretary),
        "judge", DocumentContent.text(judge),
        "demonstration", demonstration);
  }
}
