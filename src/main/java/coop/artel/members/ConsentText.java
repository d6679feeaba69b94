package coop.artel.members;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The words of a consent without their look: paragraphs apart by an empty line. */
final class ConsentText {
  private static final Pattern SIGNATURES =
      Pattern.compile("<div class=\"signatures\">.*", Pattern.DOTALL);

  /** Day and number, which a wording that everybody is shown has not. */
  private static final Pattern REGISTRATION =
      Pattern.compile("<p class=\"registration\">.*?</p>", Pattern.DOTALL);

  private static final Pattern BLANK = Pattern.compile("<span class=\"blank\"></span>");
  private static final Pattern CELLS = Pattern.compile("</th>\\s*<td>");
  private static final Pattern ITEM = Pattern.compile("<li>");
  private static final Pattern BREAK = Pattern.compile("<(br|span|small)\\b[^>]*>");
  private static final Pattern BLOCK_END = Pattern.compile("</(p|h1|h2|h3|tr|li|div|header)>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00a0]+");

  private ConsentText() {}

  static String of(String html) {
    String text = html.replace("\n", " ");
    text = SIGNATURES.matcher(text).replaceAll("");
    text = REGISTRATION.matcher(text).replaceAll("");
    text = BLANK.matcher(text).replaceAll("—");
    text = CELLS.matcher(text).replaceAll(": ");
    text = ITEM.matcher(text).replaceAll("— ");
    text = BREAK.matcher(text).replaceAll(" ");
    text = BLOCK_END.matcher(text).replaceAll("\n\n");
    text = HtmlUtils.htmlUnescape(TAG.matcher(text).replaceAll(""));
    return BLANKS
        .matcher(text)
        .replaceAll(" ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }
}
