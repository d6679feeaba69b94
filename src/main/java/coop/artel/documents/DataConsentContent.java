package coop.artel.documents;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A consent to the processing of personal data for admission and membership, with the content of
 * 152-ФЗ, art. 9(4); purposes, data, actions, term and withdrawal are the template's wording, which
 * the document names by digest.
 *
 * @param processor name and address of who processes the data on the cooperative's behalf, if any
 */
public record DataConsentContent(
    String subject,
    @Nullable String address,
    @Nullable Identity identity,
    @Nullable String processor,
    LocalDate givenOn)
    implements DocumentContent {

  /** The document that proves who gives it; absent until it was seen. */
  public record Identity(String document, String number, LocalDate issuedOn, String issuer) {}

  @Override
  public Document.Kind kind() {
    return Document.Kind.DATA_CONSENT;
  }

  @Override
  public Map<String, Object> asMap() {
    return Map.of(
        "subject",
        subject,
        "address",
        DocumentContent.text(address),
        "identity",
        identity == null
            ? ""
            : Map.of(
                "document", identity.document(),
                "number", identity.number(),
                "issuedOn", identity.issuedOn().toString(),
                "issuer", identity.issuer()),
        "processor",
        DocumentContent.text(processor),
        "givenOn",
        givenOn.toString());
  }
}
