package coop.artel.notices;

import coop.artel.access.Caller;
import coop.artel.notices.Notice.Kind;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which notices somebody is written to about, and when. */
@UseCase
public class Ways {
  private final JdbcClient sql;

  Ways(JdbcClient sql) {
    this.sql = sql;
  }

  /** Of every kind, chosen or usual. */
  public Map<Kind, Way> of(PersonId person) {
    var ways = new EnumMap<Kind, Way>(Kind.class);
    for (Kind kind : Kind.values()) {
      ways.put(kind, Way.usual(kind));
    }
    sql.sql("select kind, way from notices.ways where person = ?")
        .param(person.value())
        .query((row, number) -> Map.entry(Kind.of(row.getString(1)), Way.of(row.getString(2))))
        .list()
        .forEach(it -> ways.put(it.getKey(), it.getValue()));
    return ways;
  }

  public void choose(Caller caller, Map<Kind, Way> chosen) {
    chosen.forEach(
        (kind, way) ->
            sql.sql(
                    """
                    insert into notices.ways (person, kind, way) values (?, ?, ?)
                    on conflict (person, kind) do update set way = excluded.way
                    """)
                .params(caller.person().value(), kind.id(), way.id())
                .update());
  }
}
