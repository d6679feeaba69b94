package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSetTest {
  private static final ModelCheck.Beans ALL =
      new ModelCheck.Beans() {
        @Override
        public boolean isStep(String name) {
          return true;
        }

        @Override
        public boolean isGuard(String task, String question) {
          return true;
        }
      };

  private final TreeMap<String, byte[]> files = Models.shipped();

  @Test
  void what_is_shipped_holds_together() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void a_process_stands_in_the_file_of_its_name() {
    files.put("processes/members/x.bpmn", files.get("processes/members/admit-member.bpmn"));

    assertThatThrownBy(this::check).hasMessageContaining("process-elsewhere [x]");
  }

  @Test
  void a_task_s_form_is_among_the_files() {
    files.remove("processes/members/verify-identity.form");

    assertThatThrownBy(this::check).hasMessageContaining("file-missing [verify-identity.form]");
  }

  @Test
  void a_called_process_is_among_the_files() {
    files.remove("processes/meetings/decide-in-council.bpmn");

    assertThatThrownBy(this::check).hasMessageContaining("file-missing [decide-in-council.bpmn]");
  }

  @Test
  void a_form_that_is_no_form_is_refused() {
    files.put("processes/members/send-notice.form", "{not json".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(this::check).hasMessageContaining("form-unreadable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "",
        "{\"id\":\"send-notice\"}",
        "{\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"validate\":{\"pattern\":\"(\"}}]}",
        "{\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"validate\":{\"min\":\"x\"}}]}"
      })
  void a_form_that_would_break_later_is_refused_now(String form) {
    files.put("processes/members/send-notice.form", form.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(this::check).hasMessageContaining("form-unreadable");
  }

  @Test
  void elements_nested_without_end_do_not_reach_the_engine() {
    String deep =
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"x\">"
            + "<subProcess>".repeat(12_000)
            + "</subProcess>".repeat(12_000)
            + "</process></definitions>";
    files.put("processes/members/x.bpmn", deep.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(this::check).hasMessageContaining("too-deep");
  }

  private void check() {
    ModelSet.check(files, ALL);
  }
}
