package coop.artel.jurisdiction;

import java.util.regex.Pattern;

/** How the files of a country are called, from the folder in which all countries are. */
public final class CountryPaths {
  private static final Pattern EXPECTED =
      Pattern.compile(
          "jurisdictions/[a-z]{2}/(country|acts|norms)\\.yaml"
              + "|jurisdictions/[a-z]{2}/calendar/\\d{4}\\.yaml"
              + "|jurisdictions/[a-z]{2}/(cases|worked)/[a-z0-9-]{1,60}\\.yaml"
              + "|jurisdictions/[a-z]{2}/documents/[a-z0-9-]{1,60}\\.mustache"
              + "|rules/[a-z]{2}/[a-z0-9-]{1,60}\\.dslr");

  private CountryPaths() {}

  /** Whether a file of a country may be called so. */
  public static boolean isPath(String path) {
    return EXPECTED.matcher(path).matches();
  }

  /** The country of such a path. */
  public static String country(String path) {
    return path.split("/", 3)[1];
  }
}
