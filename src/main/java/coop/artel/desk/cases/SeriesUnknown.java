package coop.artel.desk.cases;

import coop.artel.values.Refusal;

/** There is no such series of records, or the caller may not know of it. */
public class SeriesUnknown extends Refusal {
  SeriesUnknown() {
    super(Kind.NOT_FOUND, "series-unknown", "There is no such series for this caller");
  }
}
