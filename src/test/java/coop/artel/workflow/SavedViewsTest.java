package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.SavedViews.Listing;
import coop.artel.workflow.SavedViews.SavedView;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people look for again and again. */
class SavedViewsTest {
  private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh().service());
  private final SavedViews views =
      new SavedViews(
          sql,
          new SubjectCipher(
              sql, FieldCipher.of(Map.of(1, new SecretKeySpec(new byte[32], "AES")))));
  private final Caller anna = caller();

  @Test
  void a_view_is_kept_renamed_and_removed_by_its_owner() {
    var week = views.keep(anna, Listing.TASKS, " На неделе ", "view=all&due=week");
    views.keep(anna, Listing.CASES, "На неделе", "outcome=open");
    assertThat(views.of(anna, Listing.TASKS)).containsExactly(week);
    assertThat(week.name()).isEqualTo("На неделе");

    views.rename(anna, week.id(), "Неделя");
    assertThat(views.of(anna, Listing.TASKS))
        .containsExactly(new SavedView(week.id(), Listing.TASKS, "Неделя", "view=all&due=week"));

    views.remove(anna, week.id());
    assertThat(views.of(anna)).extracting(SavedView::listing).containsExactly(Listing.CASES);
  }

  @Test
  void nobody_sees_renames_or_removes_a_view_of_somebody_else() {
    var week = views.keep(anna, Listing.TASKS, "На неделе", "view=all");
    var other = caller();

    assertThat(views.of(other)).isEmpty();
    refused(() -> views.rename(other, week.id(), "Моё"), "view-unknown");
    refused(() -> views.remove(other, week.id()), "view-unknown");
    assertThat(views.of(anna)).containsExactly(week);
  }

  @Test
  void two_views_of_a_list_have_two_names_and_a_name_is_a_line() {
    var week = views.keep(anna, Listing.TASKS, "На неделе", "view=all");
    var late = views.keep(anna, Listing.TASKS, "Просрочено", "view=overdue");

    refused(() -> views.keep(anna, Listing.TASKS, "на неделе", "view=mine"), "view-name-taken");
    refused(() -> views.rename(anna, late.id(), "На неделе"), "view-name-taken");
    assertThat(views.rename(anna, week.id(), "на неделе").name()).isEqualTo("на неделе");
    for (String name : new String[] {"", "  ", "а\nб", "я".repeat(61)}) {
      refused(() -> views.keep(anna, Listing.TASKS, name, "view=mine"), "view-name-malformed");
    }
  }

  @Test
  void there_are_as_many_as_one_can_look_through() {
    for (int i = 1; i <= 30; i++) {
      views.keep(anna, Listing.TASKS, "Подборка " + i, "view=all");
    }
    refused(() -> views.keep(anna, Listing.TASKS, "Ещё одна", "view=all"), "views-too-many");
    views.keep(anna, Listing.CASES, "Ещё одна", "");
  }

  @Test
  void whom_somebody_looks_for_lies_sealed() {
    views.keep(anna, Listing.CASES, "Ivanova", "q=Ivanova");

    var row = sql.sql("select content from workflow.saved_views").query(byte[].class).single();
    assertThat(new String(row, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Ivanova");
  }

  private static Caller caller() {
    return new Caller(PersonId.random(), "", Map.of(), Set.of());
  }

  private static void refused(ThrowingCallable act, String code) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
