package coop.artel.law.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.Countries;
import coop.artel.law.sentences.Answer.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences about organs at the figures that they name, and without any. */
class FiguresTest {
  private static final Map<String, String> FIGURES =
      Map.of("organ.from", "50", "audit.least", "3", "audit.small", "20", "staff.share", "1/3");

  @ParameterizedTest
  @CsvSource({
    "49, false, HELD",
    "50, false, FAILED",
    "51, false, FAILED",
    "49, true, HELD",
    "50, true, HELD"
  })
  void a_flag_is_required_from_the_figure_on(int members, boolean organ, State state) {
    var matter = matter(FIGURES, Map.of("members", members, "organ", organ));

    assertThat(matter.requiredFrom("organ", "members", "organ.from").state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "19, 1, HELD",
    "20, 1, FAILED",
    "21, 1, FAILED",
    "19, 0, FAILED",
    "19, 2, FAILED",
    "20, 2, FAILED",
    "19, 3, HELD",
    "20, 3, HELD",
    "20, 4, HELD"
  })
  void so_many_are_enough_or_just_one_of_a_small_whole(int members, int auditors, State state) {
    assertThat(audit(FIGURES, true, members, auditors).state()).isEqualTo(state);
  }

  @Test
  void of_what_is_not_there_no_number_is_asked() {
    assertThat(audit(FIGURES, false, 20, 0).state()).isEqualTo(State.HELD);
    assertThat(audit(Map.of(), false, 20, 0).state()).isEqualTo(State.HELD);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 9, HELD",
    "3, 9, HELD",
    "4, 9, FAILED",
    "3, 10, HELD",
    "4, 10, FAILED",
    "0, 0, HELD",
    "1, 0, FAILED"
  })
  void a_part_is_no_more_than_a_share_of_the_whole(int staff, int seats, State state) {
    var matter = matter(FIGURES, Map.of("staff", staff, "seats", seats));

    assertThat(matter.shareAtMost("staff", "seats", "staff.share").state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "chair, meeting, HELD, HELD",
    "chair, board, FAILED, HELD",
    "staff, meeting, HELD, HELD",
    "staff, board, HELD, FAILED"
  })
  void one_word_is_asked_for_where_a_list_names_another(
      String organ, String body, State named, State unnamed) {
    var figures = Map.of("organs.named", "chair, council", "organs.by", "meeting");
    var matter = matter(figures, Map.of("organ", organ, "body", body));

    assertThat(matter.sameWordIfNamed("organ", "organs.named", "body", "organs.by").state())
        .isEqualTo(named);
    assertThat(matter.sameWordUnlessNamed("organ", "organs.named", "body", "organs.by").state())
        .isEqualTo(unnamed);
  }

  @Test
  void without_the_list_or_the_word_nothing_is_told() {
    var facts = Map.<String, Object>of("organ", "chair", "body", "meeting");

    for (var figures : List.of(Map.of("named", "chair"), Map.of("by", "meeting"))) {
      assertThat(matter(figures, facts).sameWordIfNamed("organ", "named", "body", "by").state())
          .isEqualTo(State.UNKNOWN);
    }
  }

  @Test
  void without_the_figure_nothing_is_told() {
    var matter = matter(Map.of(), Map.of("members", 10, "organ", true, "staff", 1, "seats", 9));

    assertThat(matter.requiredFrom("organ", "members", "organ.from").state())
        .isEqualTo(State.UNKNOWN);
    assertThat(matter.shareAtMost("staff", "seats", "staff.share").state())
        .isEqualTo(State.UNKNOWN);
    assertThat(audit(Map.of("audit.least", "3"), true, 10, 3).state()).isEqualTo(State.UNKNOWN);
    assertThat(audit(Map.of("audit.small", "20"), true, 10, 3).state()).isEqualTo(State.UNKNOWN);
  }

  private static Answer audit(
      Map<String, String> figures, boolean audited, int members, int auditors) {
    return matter(figures, Map.of("audited", audited, "members", members, "auditors", auditors))
        .atLeastOrOneInSmall("audited", "auditors", "members", "audit.least", "audit.small");
  }

  private static Matter matter(Map<String, String> figures, Map<String, Object> facts) {
    return new Matter(
        facts::get,
        LocalDate.of(2025, 10, 1),
        (norm, day) -> {
          var value = figures.get(norm);
          var standing = value == null ? NormValue.ABSENT : NormValue.CONFIRMED;
          return new NormValue(norm, value, "persons", "§ 1", NormValue.LAW, standing);
        },
        new Countries().of("ru").calendar());
  }
}
