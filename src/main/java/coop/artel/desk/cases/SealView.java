package coop.artel.desk.cases;

import coop.artel.desk.frame.Wording;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.SealState;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a record has come, as it is shown: three marks, of which some are filled.
 *
 * @param stage {@code recorded}, {@code sealed}, {@code anchored}
 */
public record SealView(
    long number,
    String kind,
    String digest,
    String stage,
    @Nullable Long index,
    @Nullable String transaction,
    @Nullable Long block,
    @Nullable String when,
    String at) {

  public static SealView of(CaseRecord record, Wording wording, ZoneId zone) {
    SealState seal = record.seal();
    var when = seal.anchoredAt() == null ? seal.sealedAt() : seal.anchoredAt();
    return new SealView(
        record.number(),
        record.kind().id(),
        record.digest(),
        seal.stage().name().toLowerCase(Locale.ROOT),
        seal.index(),
        seal.transaction(),
        seal.block(),
        when == null ? null : wording.moment(when, zone),
        wording.moment(record.at(), zone));
  }

  public boolean sealed() {
    return !stage.equals("recorded");
  }

  public boolean anchored() {
    return stage.equals("anchored");
  }
}
