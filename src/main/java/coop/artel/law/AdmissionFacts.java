package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An application of a person to join, as received. Question {@code admission}; its reference date
 * is the day of receipt.
 *
 * @param addressedTo the office applied to: {@code council}, {@code board}, {@code founders}
 * @param consentSeparate whether consent to data processing is a document of its own
 * @param alreadyMember of this cooperative on the day of receipt or since
 * @param lapsedOn the day a former decision to admit this person lapsed, absent if none did
 * @param namesakeLapsedOn the same of somebody with this name and birth date who is not known to be
 *     this person; absent until the document was seen
 */
public record AdmissionFacts(
    String addressedTo,
    boolean inWriting,
    boolean nameGiven,
    @Nullable LocalDate born,
    boolean addressGiven,
    @Nullable LocalDate consentGivenOn,
    boolean consentSeparate,
    boolean alreadyMember,
    @Nullable LocalDate lapsedOn,
    @Nullable LocalDate namesakeLapsedOn)
    implements Facts {
  /** Of a person whom no decision that lapsed was made about. */
  public AdmissionFacts(
      String addressedTo,
      boolean inWriting,
      boolean nameGiven,
      @Nullable LocalDate born,
      boolean addressGiven,
      @Nullable LocalDate consentGivenOn,
      boolean consentSeparate,
      boolean alreadyMember) {
    this(
        addressedTo,
        inWriting,
        nameGiven,
        born,
        addressGiven,
        consentGivenOn,
        consentSeparate,
        alreadyMember,
        null,
        null);
  }

  @Override
  public String question() {
    return "admission";
  }
}
