package coop.artel.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.values.Refusal;
import org.junit.jupiter.api.Test;

/** What is said in place of a stack trace when the service cannot start with a file. */
class FilesAnalyzerTest {
  private final FilesAnalyzer analyzer = new FilesAnalyzer();

  @Test
  void file_and_line_are_told_in_russian_and_in_english() {
    var told =
        analyzer.analyze(
            new IllegalStateException(), FileNotUnderstood.keyUnknown("zz/norms.yaml", 7, "unti"));

    assertThat(told.getDescription())
        .contains("Файл zz/norms.yaml, строка 7: здесь нет такого поля: unti")
        .contains("zz/norms.yaml, line 7: the key unti is not known here");
    assertThat(told.getAction()).contains("artel.jurisdictions");
  }

  @Test
  void a_refusal_without_a_sentence_is_told_by_its_code() {
    var told = analyzer.analyze(new IllegalStateException(), new Unheard());

    assertThat(told.getDescription()).contains("unheard-of", "nobody has heard of it");
  }

  private static final class Unheard extends Refusal {
    Unheard() {
      super("unheard-of", "nobody has heard of it");
    }
  }
}
