package coop.artel.desk.cases;

import org.jspecify.annotations.Nullable;

/**
 * A task as a line of the list.
 *
 * @param away how far its last day is, in words
 * @param holder who has claimed it
 * @param returnable the reader has it and may give it back to those whose task it is
 * @param claimable nobody holds it and the reader may
 * @param barred why the reader may not take what is theirs by office, absent if they may
 * @param open the reader may see its form
 * @param givenOut by the reader, to whoever holds its office
 * @param inPlaceOf whom the reader would do it for
 * @param ofPrincipal held by the one whom the reader stands in for
 */
public record TaskRow(
    String id,
    String activity,
    String title,
    String caseId,
    String caseNumber,
    String subject,
    String cooperative,
    @Nullable String due,
    @Nullable String away,
    boolean overdue,
    boolean today,
    @Nullable String holder,
    boolean mine,
    boolean returnable,
    boolean claimable,
    @Nullable String barred,
    boolean open,
    boolean givenOut,
    @Nullable String inPlaceOf,
    boolean ofPrincipal) {}
