package coop.artel.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** One number with its bound, printed on one line: {@code name value unit bound ok|missed}. */
record Measurement(
    String name, double value, String unit, Bound bound, double limit, String spread) {
  enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }
  }

  static Measurement atLeast(String name, double value, String unit, double limit, String spread) {
    return new Measurement(name, value, unit, Bound.AT_LEAST, limit, spread);
  }

  static Measurement atMost(String name, double value, String unit, double limit, String spread) {
    return new Measurement(name, value, unit, Bound.AT_MOST, limit, spread);
  }

  boolean ok() {
    return bound == Bound.AT_LEAST ? value >= limit : value <= limit;
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s %.3f %s %s%s %s%s%n",
        name,
        value,
        unit,
        bound.sign,
        number(limit),
        ok() ? "ok" : "missed",
        spread.isEmpty() ? "" : " (" + spread + ")");
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The least value that so large a part of the values does not exceed. */
  static double quantile(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * part) - 1)];
  }

  /** Block by block. */
  static double[] ratios(double[] over, double[] under) {
    double[] ratios = new double[over.length];
    for (int i = 0; i < over.length; i++) {
      ratios[i] = over[i] / under[i];
    }
    return ratios;
  }

  /** Lowest and highest of the blocks. */
  static String spread(double[] values) {
    return String.format(
        Locale.ROOT,
        "%d blocks, %.3f to %.3f",
        values.length,
        Arrays.stream(values).min().orElse(Double.NaN),
        Arrays.stream(values).max().orElse(Double.NaN));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
