package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.Person.IdentityDocument;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Marks of identity documents: the same document has the same mark however its number is written,
 * with spaces, a dash or №, in small letters, or in Cyrillic letters that look like Latin ones.
 */
final class DocumentMarks {
  private static final byte[] CONTEXT = FieldCipher.context("people.persons", "document_mark", "*");

  /** Two states may give the same number, so such a number alone says nothing of who it is. */
  private static final String OF_ANY_STATE = "passport-foreign";

  private static final String CYRILLIC = "АВЕКМНОРСТУХ";
  private static final String LATIN = "ABEKMHOPCTYX";

  private DocumentMarks() {}

  static byte @Nullable [] of(@Nullable IdentityDocument document, FieldCipher cipher) {
    return document == null || document.kind().equals(OF_ANY_STATE)
        ? null
        : cipher.mark((document.kind() + "/" + plain(document.number())).getBytes(UTF_8), CONTEXT);
  }

  private static String plain(String number) {
    var plain = new StringBuilder();
    // NFKC would turn № into the letters "No".
    String folded =
        Normalizer.normalize(number.replace("№", ""), Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT);
    folded
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(
            letter ->
                CYRILLIC.indexOf(letter) < 0 ? letter : LATIN.charAt(CYRILLIC.indexOf(letter)))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
