package coop.artel.bench;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records of 1 KB with their entries, as the service writes them, put straight into the sequencer's
 * queue. They belong to no case, so nothing but the log knows them.
 */
final class FilledQueue {
  /** The records of one transaction, by their first and last. */
  record Ids(long first, long last) {}

  private FilledQueue() {}

  static Ids fill(JdbcClient sql, int records) {
    return sql.sql(
            """
            with made as (
              select g as n, convert_to(format(
                '{"at":"2026-01-01T00:00Z","case":"%s","commitment":"%s","kind":"completed",'
                  || '"n":%s,"prev":"%s","v":1}',
                repeat(md5(:case), 2), repeat(md5(g::text), 2), g, repeat(md5((g - 1)::text), 2)),
                'UTF8') as entry
              from generate_series(1, :records) as g),
            added as (
              insert into notary.records
                (case_id, n, kind, at, entry, record, leaf, subject_key)
              select :case, n, 'completed', now(), entry, decode(repeat(md5(n::text), 64), 'hex'),
                sha256(decode('00', 'hex') || entry), :subject
              from made order by n returning id, leaf),
            queued as (
              insert into notary.queue (record, leaf) select id, leaf from added returning record)
            select min(record), max(record) from queued
            """)
        .param("case", "bench-" + UUID.randomUUID())
        .param("records", records)
        .param("subject", UUID.randomUUID())
        .query((row, i) -> new Ids(row.getLong(1), row.getLong(2)))
        .single();
  }
}
