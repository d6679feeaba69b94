package coop.artel.jurisdiction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A place of a law as rules, figures and cases cite it: {@code 3085-1, ст. 10(1)}.
 *
 * @param act as in acts.yaml
 * @param article as in acts.yaml; empty for the whole act
 */
public record Citation(String act, String article) {
  private static final String BETWEEN_CITATIONS = "; ";
  private static final String BETWEEN_PLACES = ", ";

  /** Several are parted by a semicolon; an empty text cites nothing. */
  public static List<Citation> all(String text) {
    return text.isBlank()
        ? List.of()
        : List.of(text.split(BETWEEN_CITATIONS, -1)).stream().map(Citation::of).toList();
  }

  static Citation of(String text) {
    int comma = text.indexOf(BETWEEN_PLACES);
    return comma < 0
        ? new Citation(text, "")
        : new Citation(text.substring(0, comma), text.substring(comma + BETWEEN_PLACES.length()));
  }

  /** The places of an act that can change: each that is cited, and the whole articles of parts. */
  public static Set<String> places(Act act) {
    var places = new LinkedHashSet<String>();
    for (var article : act.articles()) {
      for (var place : places(article)) {
        int part = place.indexOf('(');
        if (part > 0) {
          places.add(place.substring(0, part));
        }
        places.add(place);
      }
    }
    return places;
  }

  /**
   * Whether it is, or is a part of, a place: {@code ст. 10(1)} is of {@code ст. 10} and {@code ст.
   * 10} is not of {@code ст. 1}; of an act as a whole is each of its articles.
   */
  public boolean isOf(Citation place) {
    return act.equals(place.act)
        && (place.article.isEmpty()
            || places(article).stream().anyMatch(it -> isOf(it, place.article)));
  }

  private static boolean isOf(String cited, String place) {
    return cited.equals(place)
        || (cited.startsWith(place) && "( ".indexOf(cited.charAt(place.length())) >= 0);
  }

  /** {@code s. 2, 3, 14} is three places: what stands before the first number goes for all. */
  private static List<String> places(String article) {
    var places = new ArrayList<String>();
    var before = article.replaceFirst("\\d.*", "");
    for (var place : article.split(BETWEEN_PLACES, -1)) {
      places.add(!place.isEmpty() && Character.isDigit(place.charAt(0)) ? before + place : place);
    }
    return places;
  }

  @Override
  public String toString() {
    return article.isEmpty() ? act : act + BETWEEN_PLACES + article;
  }
}
