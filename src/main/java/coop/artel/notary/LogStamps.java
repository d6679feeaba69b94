package coop.artel.notary;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest time stamp as files under the log's address: {@code stamped}, the checkpoint that it
 * is of, and {@code stamp/<S>}, the stamp of the checkpoint of that size. Only those of authorities
 * that the policy names: what a verifier with our policy refuses is not offered.
 */
@Component
class LogStamps {
  static final String CHECKPOINT = "stamped";

  private static final String STAMP = "stamp/";
  private static final Pattern SIZE = Pattern.compile(STAMP + "([1-9][0-9]{0,17})");

  private final JdbcClient database;
  private final Policies policies;

  LogStamps(JdbcClient database, Policies policies) {
    this.database = database;
    this.policies = policies;
  }

  static String path(long size) {
    return STAMP + size;
  }

  Optional<LogFiles.LogFile> find(String path) {
    if (path.equals(CHECKPOINT)) {
      return newest().map(note -> new LogFiles.LogFile(note, LogFiles.TEXT, false));
    }
    var size = SIZE.matcher(path);
    return size.matches()
        ? stamp(Long.parseLong(size.group(1)))
            .map(file -> new LogFiles.LogFile(file, "application/timestamp-reply", false))
        : Optional.empty();
  }

  private Optional<byte[]> newest() {
    return database
        .sql(
            """
            select c.note from notary.time_stamps s join notary.checkpoints c on c.size = s.size
            where encode(s.authority, 'hex') = any(:authorities)
            order by s.size desc limit 1
            """)
        .param("authorities", authorities())
        .query((row, i) -> row.getBytes(1))
        .optional();
  }

  private Optional<byte[]> stamp(long size) {
    return database
        .sql(
            """
            select answer from notary.time_stamps
            where size = :size and encode(authority, 'hex') = any(:authorities)
            order by at, authority limit 1
            """)
        .param("size", size)
        .param("authorities", authorities())
        .query((row, i) -> row.getBytes(1))
        .optional();
  }

  private String[] authorities() {
    return policies.authorities().toArray(String[]::new);
  }
}
