package coop.artel.access;

import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** What of the API anybody may use without a token; the description of the API says the same. */
public final class OpenDoors {
  /** Paths as they are mapped, by method. */
  public static final Map<HttpMethod, Set<String>> PATHS =
      Map.of(
          HttpMethod.POST,
          Set.of(
              "/api/applications",
              "/api/invitation/acceptance",
              "/api/invitation/content",
              "/api/tokens"),
          HttpMethod.GET,
          Set.of(
              "/api/cooperatives",
              "/api/cooperatives/{id}/application-form",
              "/api/cooperatives/{id}/consent",
              "/api/cooperatives/{id}/consent/{digest}",
              "/api/clock",
              "/api/log"));

  private OpenDoors() {}

  static String[] of(HttpMethod method) {
    return PATHS.getOrDefault(method, Set.of()).stream()
        .map(path -> path.replaceAll("\\{\\w+}", "*"))
        .toArray(String[]::new);
  }
}
