package coop.artel.members;

import coop.artel.access.Accounts;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.registry.Memberships;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.workflow.Cases;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Destroys the keys of somebody's data, where nothing that goes on needs them. */
@Component
class Erasures {
  private final JdbcClient sql;
  private final People people;
  private final Memberships memberships;
  private final Offices offices;
  private final Accounts accounts;
  private final Records records;
  private final Cases cases;
  private final OwnTerms own;
  private final ApplicationEventPublisher news;

  Erasures(
      JdbcClient sql,
      People people,
      Memberships memberships,
      Offices offices,
      Accounts accounts,
      Records records,
      Cases cases,
      OwnTerms own,
      ApplicationEventPublisher news) {
    this.sql = sql;
    this.people = people;
    this.memberships = memberships;
    this.offices = offices;
    this.accounts = accounts;
    this.records = records;
    this.cases = cases;
    this.own = own;
    this.news = news;
  }

  /**
   * Refused: {@link ErasureRefused}. Until the transaction ends no case is begun about this person.
   *
   * @param inCase which ends with the erasure
   * @param by whoever asks for it
   */
  void demandPossible(PersonId person, CooperativeId cooperative, String inCase, PersonId by) {
    var open = records.openAbout(person);
    var same = people.sameAs(person);
    if (same.contains(by)) {
      throw ErasureRefused.ownData();
    }
    LocalDate today = own.today(cooperative);
    // Of somebody known under several ids each is erased for itself, but a member is one under all.
    if (memberships.holds(cooperative, same, today)) {
      throw ErasureRefused.member();
    }
    if (offices.holds(person, today) || !accounts.roles(person).isEmpty()) {
      throw ErasureRefused.holdsOffice();
    }
    if (isKnownElsewhere(person, cooperative)) {
      throw ErasureRefused.elsewhere();
    }
    open.stream()
        .filter(caseId -> !caseId.equals(inCase))
        .findFirst()
        .ifPresent(
            caseId -> {
              throw ErasureRefused.openCase(cases.number(caseId));
            });
  }

  private boolean isKnownElsewhere(PersonId person, CooperativeId cooperative) {
    var there = new HashSet<>(memberships.cooperatives(Set.of(person)));
    sql.sql("select cooperative from members.applications where person = ?")
        .param(person.value())
        .query((row, n) -> new CooperativeId(row.getObject(1, UUID.class)))
        .list()
        .forEach(there::add);
    there.remove(cooperative);
    return !there.isEmpty();
  }

  /**
   * For good, and in the caller's transaction; who tells of it has asked whether it is possible.
   */
  void erase(PersonId person) {
    people.erase(person);
    records.erase(person);
    accounts.close(person);
    news.publishEvent(new DataDestroyed(person));
  }
}
