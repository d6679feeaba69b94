package coop.artel.members;

import coop.artel.documents.MembershipApplicationContent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an applicant says of own earnings and payments. The law asks only those who are without own
 * earnings or on a benefit, a pension or a stipend to say so; who says nothing has earnings.
 */
enum Income {
  /** Asked by older forms, which wanted an answer of everybody. */
  EARNS("earns", MembershipApplicationContent.Income.OWN_EARNINGS),
  NONE("noEarnings", MembershipApplicationContent.Income.NO_OWN_EARNINGS),
  BENEFIT("benefit", MembershipApplicationContent.Income.BENEFIT),
  PENSION("pension", MembershipApplicationContent.Income.PENSION),
  STIPEND("stipend", MembershipApplicationContent.Income.STIPEND);

  private final String field;
  private final MembershipApplicationContent.Income onPaper;

  Income(String field, MembershipApplicationContent.Income onPaper) {
    this.field = field;
    this.onPaper = onPaper;
  }

  /** The box of a form that says so. */
  String field() {
    return field;
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As they are kept: {@code "none,pension"}. */
  static String text(Set<Income> said) {
    return said.stream().sorted().map(Income::id).collect(Collectors.joining(","));
  }

  /** As {@link #text} keeps them, and as a choice of an older form. */
  static Set<Income> of(String text) {
    var said = EnumSet.noneOf(Income.class);
    Arrays.stream(text.split(","))
        .filter(id -> !id.isEmpty())
        .forEach(id -> said.add(valueOf(id.toUpperCase(Locale.ROOT))));
    return said;
  }

  /** The boxes that are ticked. */
  static Set<Income> ticked(Map<String, Object> values) {
    var said = EnumSet.noneOf(Income.class);
    for (var one : values()) {
      if (Boolean.TRUE.equals(values.get(one.field))) {
        said.add(one);
      }
    }
    return said;
  }

  static boolean asked(Map<String, Object> values) {
    return Arrays.stream(values()).anyMatch(one -> values.containsKey(one.field));
  }

  static Set<MembershipApplicationContent.Income> onPaper(Set<Income> said) {
    return said.stream().map(one -> one.onPaper).collect(Collectors.toSet());
  }
}
