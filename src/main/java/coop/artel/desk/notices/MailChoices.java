package coop.artel.desk.notices;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Languages;
import coop.artel.notices.Notice.Kind;
import coop.artel.notices.Way;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What somebody chooses about letters, as forms and requests spell it. */
final class MailChoices {
  private MailChoices() {}

  /** Of the kinds that are named; {@link BadParameter} for a way that there is not. */
  static Map<Kind, Way> ways(Map<String, String> typed) {
    var chosen = new EnumMap<Kind, Way>(Kind.class);
    for (Kind kind : Kind.values()) {
      var way = typed.get(kind.id());
      if (way != null) {
        chosen.put(kind, way(way, kind.id()));
      }
    }
    return chosen;
  }

  private static Way way(String id, String parameter) {
    try {
      return Way.of(id);
    } catch (IllegalArgumentException e) {
      throw new BadParameter(parameter);
    }
  }

  static Locale language(String language) {
    if (!Languages.spoken(language)) {
      throw new BadParameter("language");
    }
    return Locale.forLanguageTag(language);
  }
}
