package coop.artel.access;

import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.UseCase;
import java.util.List;
import org.springframework.context.event.EventListener;

/**
 * Records when an operator comes in, who can change what holds for everybody: by password each
 * time, by a token the first time on each day.
 */
@UseCase
public class OperatorSignIns {
  /** Of the log. */
  public static final String SERIES = "operators";

  private final Accounts accounts;
  private final Records records;

  OperatorSignIns(Accounts accounts, Records records) {
    this.accounts = accounts;
    this.records = records;
  }

  /** A sign-in that cannot be recorded fails. */
  @EventListener
  public void on(SignedInByPassword event) {
    if (accounts.roles(event.person()).contains(PlatformRole.OPERATOR)) {
      records.append(
          SERIES, List.of(Happening.of(RecordKind.OPERATOR_SIGNED_IN).by(event.person())));
    }
  }

  /** A day's first request that cannot be recorded fails. */
  @EventListener
  void on(OperatorCame event) {
    accounts
        .firstUseToday(event.token())
        .ifPresent(
            token ->
                records.append(
                    SERIES,
                    List.of(
                        Happening.of(RecordKind.OPERATOR_SIGNED_IN)
                            .by(event.person())
                            .with("token", token.toString()))));
  }
}
