package coop.artel.desk.frame;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * What a file is called when it is saved: in people's words, and in plain letters for whatever
 * reads no others (RFC 6266, appendix D).
 *
 * @param ending without its dot
 */
public record FileName(String words, String ending) {
  private static final String RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
  private static final String[] LATIN =
      "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" ", -1);

  /** Some systems allow these in no name. */
  private static final String UNUSABLE = "[\\\\/:*?\"<>|\\p{Cntrl}]";

  /** To be kept. */
  public String attached() {
    return "attachment; " + parameters();
  }

  /** To be looked at, and perhaps kept from there. */
  public String shown() {
    return "inline; " + parameters();
  }

  private String parameters() {
    return "filename=\"%s.%s\"; filename*=UTF-8''%s"
        .formatted(
            plain(),
            ending,
            UriUtils.encode(
                words.replace('\u00a0', ' ').replaceAll(UNUSABLE, "").strip() + "." + ending,
                StandardCharsets.UTF_8));
  }

  private String plain() {
    return words
        .toLowerCase(Locale.ROOT)
        .chars()
        .mapToObj(FileName::latin)
        .collect(Collectors.joining())
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static String latin(int letter) {
    int place = RUSSIAN.indexOf(letter);
    return place < 0 ? Character.toString(letter) : LATIN[place];
  }
}
