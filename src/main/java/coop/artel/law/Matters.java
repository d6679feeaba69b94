package coop.artel.law;

import java.util.Set;

/** What a meeting decides on, as its facts name it. */
public final class Matters {
  public static final String ORDINARY = "ordinary";
  public static final String EXCLUSION = "exclusion";

  /** Creating, joining and leaving unions. */
  public static final String UNION = "union";

  public static final String REAL_ESTATE = "real-estate";
  public static final String CHARTER = "charter-change";
  public static final String REORGANISATION = "reorganisation";
  public static final String LIQUIDATION = "liquidation";

  /** Of a cooperative into a partnership, a company or another legal form. */
  public static final String TRANSFORMATION = "transformation";

  /** For which the charter asks for a majority of its own. */
  public static final String NAMED_IN_CHARTER = "named-in-charter";

  static final Set<String> ALL =
      Set.of(
          ORDINARY,
          EXCLUSION,
          UNION,
          REAL_ESTATE,
          CHARTER,
          REORGANISATION,
          LIQUIDATION,
          TRANSFORMATION,
          NAMED_IN_CHARTER);

  /** Of which rules of their own tell whether delegates may decide them. */
  static final Set<String> NOT_OF_DELEGATES = Set.of(UNION, TRANSFORMATION);

  private Matters() {}
}
