package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.documents.TemplateMissing;
import coop.artel.jurisdiction.LegalForm;
import coop.artel.law.NormUndecided;
import coop.artel.law.QuestionWithoutRules;
import coop.artel.workflow.ModelRefused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  @Test
  void what_the_files_of_a_country_lack_is_told_with_its_name() {
    var atlantis = new LegalForm.Names("Атлантида", "Atlantis", Optional.empty());
    QuestionWithoutRules question = mock();
    when(question.code()).thenReturn("question-without-rules");
    when(question.country()).thenReturn(atlantis);
    when(question.question()).thenReturn("council-vote");
    TemplateMissing template = mock();
    when(template.code()).thenReturn("template-missing");
    when(template.country()).thenReturn(atlantis);
    when(template.kindOfDocument()).thenReturn("return-letter");
    NormUndecided term = mock();
    when(term.code()).thenReturn("norm-undecided");
    when(term.norm()).thenReturn("admission.notice-days");

    assertThat(refusals.sentence(question, wording("ru")))
        .startsWith("В файлах страны «Атлантида» нет правил о вопросе «Принял ли совет решение».");
    assertThat(refusals.sentence(question, wording("en")))
        .startsWith(
            "The files of Atlantis have no rules on the question “Whether the council has taken the"
                + " decision”.");
    assertThat(refusals.sentence(template, wording("ru")))
        .startsWith(
            "В файлах страны «Атлантида» нет образца документа «Письмо о возврате заявления»");
    assertThat(refusals.sentence(template, wording("en")))
        .contains("of Atlantis", "“Letter returning an application”");
    assertThat(refusals.sentence(term, wording("ru")))
        .isEqualTo("Ни закон, ни устав не устанавливает: срок уведомления заявителя");
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
