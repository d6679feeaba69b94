package coop.artel.notary;

import coop.artel.values.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a case as its own installation shows it.
 *
 * @param at real time of the recording
 * @param members the plain members of the record
 */
public record CaseRecord(
    String caseId,
    long number,
    RecordKind kind,
    Instant at,
    @Nullable PersonId actor,
    Map<String, Object> members,
    String digest,
    SealState seal) {}
