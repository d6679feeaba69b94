package coop.artel.demo;

import coop.artel.access.Accounts;
import coop.artel.law.DemonstrationLawyers;
import coop.artel.people.People;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.DataFolder;
import coop.artel.values.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up the demonstration cooperative in an empty database of our own. */
@Component
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
public class Demonstration {
  private static final Logger log = LoggerFactory.getLogger(Demonstration.class);
  private static final Duration TOKEN_LIFE = Duration.ofDays(3650);
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LENGTH = 16;

  private final Cooperatives cooperatives;
  private final Offices offices;
  private final People people;
  private final Accounts accounts;
  private final DemonstrationLawyers demonstrationLawyers;
  private final DataFolder data;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  Demonstration(
      Cooperatives cooperatives,
      Offices offices,
      People people,
      Accounts accounts,
      DemonstrationLawyers demonstrationLawyers,
      DataFolder data,
      TransactionTemplate transaction) {
    this.cooperatives = cooperatives;
    this.offices = offices;
    this.people = people;
    this.accounts = accounts;
    this.demonstrationLawyers = demonstrationLawyers;
    this.data = data;
    this.transaction = transaction;
  }

  /** Does nothing where a cooperative lives already. */
  public void setUp() {
    if (cooperatives.all().isEmpty()) {
      transaction.executeWithoutResult(status -> write(settle()));
      log.info("The demonstration accounts are in {}", AccountsFile.in(data.path()));
    }
  }

  /** Before the commit: a cooperative whose passwords nobody knows would be there for ever. */
  private void write(AccountsFile file) {
    try {
      file.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AccountsFile settle() {
    var cooperative = DemonstrationCooperative.cooperative();
    cooperatives.found(cooperative);
    var entries = new ArrayList<AccountsFile.Entry>();
    var lawyers = new ArrayList<PersonId>();
    for (DemonstrationPeople.Figure figure : DemonstrationPeople.all()) {
      entries.add(open(cooperative.id(), figure));
      if (figure.role().equals("lawyer")) {
        lawyers.add(figure.person().id());
        demonstrationLawyers.add(figure.person().id());
      }
    }
    cooperatives.adopt(
        DemonstrationCooperative.charter(cooperative.id(), lawyers.get(0), lawyers.get(1)));
    return new AccountsFile(cooperative.id().toString(), cooperative.name(), List.copyOf(entries));
  }

  private AccountsFile.Entry open(CooperativeId cooperative, DemonstrationPeople.Figure figure) {
    PersonId id = figure.person().id();
    String password = password();
    people.register(figure.person());
    accounts.open(id, figure.login(), password, figure.roles());
    figure
        .offices()
        .forEach(
            office ->
                offices.entrust(cooperative, office, id, DemonstrationCooperative.FOUNDED, null));
    return new AccountsFile.Entry(
        figure.role(),
        figure.person().fullName(),
        figure.login(),
        password,
        accounts.issueToken(id, "demonstration", TOKEN_LIFE));
  }

  private String password() {
    var text = new StringBuilder();
    random.ints(PASSWORD_LENGTH, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
    return text.toString();
  }
}
