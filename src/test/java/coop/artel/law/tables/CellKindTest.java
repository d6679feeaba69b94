package coop.artel.law.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.law.tables.CellKind.Wrong;
import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellKindTest {
  @ParameterizedTest
  @EnumSource(CellKind.class)
  void what_a_program_reckoned_or_could_not_is_no_cell_of_any_column(CellKind column) {
    refused("formula", column, new Cell(Kind.FORMULA, "2026-03-02"));
    refused("error", column, new Cell(Kind.ERROR, "#REF!"));
  }

  private static void refused(String code, CellKind column, Cell cell) {
    assertThatThrownBy(() -> column.read(cell))
        .isInstanceOfSatisfying(Wrong.class, wrong -> assertThat(wrong.code()).isEqualTo(code));
  }
}
