package coop.artel.members;

import coop.artel.documents.MembershipApplicationContent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an applicant says of own earnings, as the forms spell it. */
enum Income {
  EARNS(MembershipApplicationContent.Income.OWN_EARNINGS),
  NONE(MembershipApplicationContent.Income.NO_OWN_EARNINGS),
  BENEFIT(MembershipApplicationContent.Income.BENEFIT),
  PENSION(MembershipApplicationContent.Income.PENSION),
  STIPEND(MembershipApplicationContent.Income.STIPEND);

  private final MembershipApplicationContent.Income onPaper;

  Income(MembershipApplicationContent.Income onPaper) {
    this.onPaper = onPaper;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Income of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  static MembershipApplicationContent.Income onPaper(@Nullable Income income) {
    return income == null ? MembershipApplicationContent.Income.NOT_STATED : income.onPaper;
  }
}
