package coop.artel.law;

import coop.artel.jurisdiction.CountryPaths;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file that somebody brings: its name is one that a country's file has, its content is text. */
final class BroughtFile {
  private static final String VOCABULARY = "rules/vocabulary/";

  private static final Pattern NOT_OF_AN_EDITION =
      Pattern.compile("jurisdictions/[a-z]{2}/(worked|documents)/.*");

  private BroughtFile() {}

  static boolean isVocabulary(String path) {
    return path.startsWith(VOCABULARY);
  }

  /**
   * The text of a file. Refused: {@link RuleFilesRefused}.
   *
   * @param there what stands under this name now, if anything does
   */
  static String text(String country, String path, byte[] content, @Nullable String there) {
    if (isVocabulary(path)) {
      if (there == null || !Arrays.equals(there.getBytes(StandardCharsets.UTF_8), content)) {
        throw RuleFilesRefused.vocabulary(path);
      }
      return there;
    }
    if (!CountryPaths.isPath(path)) {
      throw RuleFilesRefused.unexpected(path);
    }
    if (!CountryPaths.country(path).equals(country)) {
      throw RuleFilesRefused.otherCountry(path, country);
    }
    if (NOT_OF_AN_EDITION.matcher(path).matches()) {
      throw RuleFilesRefused.ofTheService(path);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw RuleFilesRefused.notText(path);
    }
  }
}
