package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Wording;
import coop.artel.law.Publication;
import coop.artel.law.RuleDrafts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which two sets of files somebody compares. */
@Component
class Comparisons {
  private final RuleDrafts drafts;
  private final DifferenceViews views;

  Comparisons(RuleDrafts drafts, DifferenceViews views) {
    this.drafts = drafts;
    this.views = views;
  }

  /**
   * @param from number of the publication before
   * @param to number of the publication after; of a draft, of the one that it began with
   * @param draft its title, absent where two publications are compared
   */
  record Told(int from, int to, @Nullable String draft, DifferenceViews.View difference) {}

  /**
   * Refused: {@code not-served}, {@code rules-unknown}, and of a draft {@code
   * rule-draft-not-theirs}, {@code rule-draft-unknown}.
   */
  Told of(
      Caller caller,
      String country,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable UUID draft,
      Wording wording) {
    NormViews.demandStaff(caller);
    if (draft != null) {
      return ofDraft(caller, country, draft, wording);
    }
    int newest = publications(country).get(0).number();
    int after = to == null ? newest : to;
    int before = from == null ? Math.max(1, after - 1) : from;
    return new Told(
        before,
        after,
        null,
        views.of(drafts.published(country, before), drafts.published(country, after), wording));
  }

  private Told ofDraft(Caller caller, String country, UUID id, Wording wording) {
    drafts.demandLawyer(caller);
    var draft = drafts.find(id);
    if (!draft.country().equals(country)) {
      throw new BadParameter("draft");
    }
    var title = draft.title().isEmpty() ? wording.say("difference.shipment") : draft.title();
    return new Told(
        draft.base(), draft.base(), title, views.of(drafts.before(id), drafts.files(id), wording));
  }

  /** The newest first. */
  List<Publication> publications(String country) {
    return drafts.publications(country).stream()
        .sorted((a, b) -> Integer.compare(b.number(), a.number()))
        .toList();
  }

  /** {@code № 2, с 1 сентября 2026}. */
  static String name(Publication it, Wording wording) {
    return it.liveFrom()
        .map(day -> wording.say("difference.publication-from", it.number(), wording.date(day)))
        .orElseGet(() -> wording.say("difference.publication", it.number()));
  }
}
