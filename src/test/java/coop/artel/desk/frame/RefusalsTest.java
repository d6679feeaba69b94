package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.workflow.ModelRefused;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private final Refusals refusals = new Refusals(mock());

  @Test
  void a_refused_model_is_told_in_the_reader_s_language_and_shortly() {
    assertThat(refusals.sentence(refused(1), wording("ru")))
        .isEqualTo(
            "В модели есть запрещённое: admit.bpmn, строка 7: элемент <scriptTask> в модели"
                + " запрещён.");
    assertThat(refusals.sentence(refused(1), wording("en")))
        .contains("admit.bpmn, line 7", "<scriptTask>")
        .doesNotContain("element-forbidden", "[");
    assertThat(refusals.sentence(refused(5), wording("ru")))
        .endsWith(" …")
        .containsPattern("^([^7]*7){3}[^7]*$");
  }

  /** With scripts in lines 7, 17, 27 and so on. */
  private static ModelRefused refused(int times) {
    ModelRefused refused = mock();
    when(refused.code()).thenReturn("model-refused");
    when(refused.faults())
        .thenReturn(IntStream.range(0, times).mapToObj(RefusalsTest::script).toList());
    return refused;
  }

  private static ModelRefused.Fault script(int i) {
    return new ModelRefused.Fault(
        "element-forbidden", "admit.bpmn", 10 * i + 7, List.of("scriptTask"));
  }

  private static Wording wording(String language) {
    return new Wording(new MessageConfiguration().messageSource(), Locale.forLanguageTag(language));
  }
}
