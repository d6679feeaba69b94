package coop.artel.sheets;

import coop.artel.values.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some cells of a spreadsheet cannot be taken, and so none is; each is told at its own place, by
 * the message {@code cell-fault.<code>}.
 */
public final class CellsRefused extends Refusal {
  /**
   * What is wrong with one cell.
   *
   * @param row as the person counts, from 1; 0 where the whole sheet is meant
   * @param column as people call it, A and so on; empty where the whole row is meant
   */
  public record Fault(String sheet, int row, String column, String code, List<Object> arguments) {
    /** As people write it: B12, or the row alone. */
    public String place() {
      return row == 0 ? "" : column + row;
    }
  }

  /** Gathers what is wrong, so that all of it is told at once. */
  public static final class Check {
    private static final int MOST = 100;

    private final List<Fault> faults = new ArrayList<>();

    /**
     * Only the first fault of a cell is kept: what follows from it helps nobody.
     *
     * @param column from 0; below it the whole row is meant
     */
    public void tell(String sheet, int row, int column, String code, Object... arguments) {
      var name = column < 0 ? "" : Workbook.column(column);
      boolean first =
          column < 0
              || faults.stream()
                  .noneMatch(
                      it ->
                          it.sheet().equals(sheet) && it.row() == row && it.column().equals(name));
      if (first && faults.size() < MOST) {
        // Numbers of rows are names: nothing stands between their thousands.
        var said = Stream.of(arguments).map(it -> (Object) it.toString()).toList();
        faults.add(new Fault(sheet, row, name, code, said));
      }
    }

    public boolean isClean() {
      return faults.isEmpty();
    }

    /** Throws {@link CellsRefused} if anything was wrong. */
    public void done() {
      if (!faults.isEmpty()) {
        throw new CellsRefused(faults);
      }
    }
  }

  private final transient List<Fault> faults;

  private CellsRefused(List<Fault> faults) {
    super(
        Kind.INVALID,
        "cells-refused",
        "Some cells cannot be taken, so nothing is: %s",
        String.join("; ", faults.stream().map(it -> it.sheet() + " " + it.place()).toList()));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
