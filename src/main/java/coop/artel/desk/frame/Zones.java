package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By which clock times are told that belong to no one cooperative: deeds, notices, the log. */
@Component
public class Zones {
  private final Cooperatives cooperatives;

  Zones(Cooperatives cooperatives) {
    this.cooperatives = cooperatives;
  }

  /** That of the cooperative that the reader serves, else of the first that lives here. */
  public ZoneId of(@Nullable Caller reader) {
    return of(reader, cooperatives.all());
  }

  public static ZoneId of(@Nullable Caller reader, List<Cooperative> all) {
    return all.stream()
        .filter(it -> reader != null && reader.serves(it.id()))
        .min(Comparator.comparing(it -> it.id().toString()))
        .or(() -> all.stream().findFirst())
        .map(Cooperative::zone)
        .orElse(ZoneOffset.UTC);
  }
}
