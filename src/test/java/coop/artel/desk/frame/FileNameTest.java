package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;

class FileNameTest {
  @Test
  void a_file_is_called_in_words_and_in_plain_letters() {
    var name = new FileName("Решение совета 12, дело\u00a02026-0005", "html");

    assertThat(name.shown())
        .startsWith("inline; filename=\"reshenie-soveta-12-delo-2026-0005.html\"; ");
    assertThat(ContentDisposition.parse(name.attached()))
        .satisfies(
            it -> {
              assertThat(it.isAttachment()).isTrue();
              assertThat(it.getFilename()).isEqualTo("Решение совета 12, дело 2026-0005.html");
            });
  }

  @Test
  void every_letter_of_the_alphabet_has_a_plain_one() {
    assertThat(
            new FileName("Съешь ещё этих мягких французских булок, да выпей же чаю", "x").shown())
        .contains(
            "filename=\"sesh-eshche-etikh-myagkikh-frantsuzskikh-bulok-da-vypey-zhe-chayu.x\"");
  }

  @Test
  void nothing_in_a_name_leaves_its_place() {
    var header = new FileName("../ПО \"Заря\"\r\nX: y; a=b", "zip").attached();

    assertThat(header).doesNotContain("\r", "\n").matches("[\\x20-\\x7e]+");
    assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo("..ПО ЗаряX y; a=b.zip");
  }
}
