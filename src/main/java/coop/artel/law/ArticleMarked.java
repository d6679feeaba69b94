package coop.artel.law;

import coop.artel.values.PersonId;
import java.util.UUID;

/**
 * A lawyer has marked an article as changed.
 *
 * @param citation of the article
 */
public record ArticleMarked(UUID change, String country, String citation, PersonId by) {}
