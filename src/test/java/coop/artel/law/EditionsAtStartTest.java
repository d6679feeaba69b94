package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.House;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@House
class EditionsAtStartTest {
  @Autowired private EditionsAtStart start;
  @Autowired private Editions editions;
  @Autowired private Records records;

  @Test
  void the_edition_that_decides_is_recorded_once() {
    start.compileAndRecord("ru");
    start.compileAndRecord("ru");

    // Others publish in this house, and mark articles as changed.
    var series =
        records.of("rules:ru").stream().filter(it -> it.members().containsKey("shipped")).toList();
    assertThat(series).hasSize(1);
    assertThat(series.get(0).kind()).isEqualTo(RecordKind.EDITION_PUBLISHED);
    assertThat(series.get(0).members())
        .containsEntry("country", "ru")
        .containsEntry("edition", Edition.id(editions.shippedFiles("ru")))
        .containsEntry("shipped", true);
  }

  @Test
  void a_country_without_rules_decides_nothing_and_records_nothing() {
    start.compileAndRecord("kg");

    assertThat(records.of("rules:kg")).isEmpty();
  }
}
