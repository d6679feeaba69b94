package coop.artel.meetings;

import coop.artel.meetings.Questions.Voter;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has a vote on a question: whoever sits on the council that day, and whoever voted while
 * sitting on it. The chair is the chair of that day.
 */
@Component
class Seats {
  private static final Comparator<Voter> CHAIR_FIRST =
      Comparator.comparing(Voter::chair).reversed().thenComparing(it -> it.person().toString());

  private final JdbcClient sql;
  private final Offices offices;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  Seats(JdbcClient sql, Offices offices, Cooperatives cooperatives, LegalClock clock) {
    this.sql = sql;
    this.offices = offices;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  /** As of today; the chair first. */
  List<Voter> today(CooperativeId cooperative, Collection<PersonId> voted) {
    return on(clock.now(), cooperative, voted);
  }

  /** As of a moment; the chair first. */
  List<Voter> on(Instant moment, CooperativeId cooperative, Collection<PersonId> voted) {
    LocalDate day = LocalDate.ofInstant(moment, cooperatives.find(cooperative).zone());
    var chairs = offices.holders(cooperative, Office.CHAIR, day);
    var seated = new TreeSet<>(Comparator.comparing(PersonId::toString));
    seated.addAll(offices.holders(cooperative, Office.COUNCIL, day));
    seated.addAll(voted);
    return seated.stream()
        .map(person -> new Voter(person, chairs.contains(person)))
        .sorted(CHAIR_FIRST)
        .toList();
  }

  /** Keeps who had a vote when the law gave this answer. */
  void keep(UUID question, UUID decision, List<Voter> voters) {
    for (Voter voter : voters) {
      sql.sql(
              """
              insert into meetings.counted_seats (decision, question, person, chair)
              values (:decision, :question, :person, :chair)
              """)
          .param("decision", decision)
          .param("question", question)
          .param("person", voter.person().value())
          .param("chair", voter.chair())
          .update();
    }
  }

  /** Who had a vote when the law gave this answer; nobody where it was not asked yet. */
  List<Voter> counted(@Nullable UUID decision) {
    if (decision == null) {
      return List.of();
    }
    return sql
        .sql("select person, chair from meetings.counted_seats where decision = :decision")
        .param("decision", decision)
        .query(
            (row, n) ->
                new Voter(
                    new PersonId(row.getObject("person", UUID.class)), row.getBoolean("chair")))
        .list()
        .stream()
        .sorted(CHAIR_FIRST)
        .toList();
  }
}
