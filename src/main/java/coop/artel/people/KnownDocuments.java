package coop.artel.people;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * A database from before there were keys of persons, marks of documents or marks of names gets them
 * at its next start.
 */
@Component
class KnownDocuments implements ApplicationRunner {
  private final People people;
  private final SealAnew sealAnew;

  KnownDocuments(People people, SealAnew sealAnew) {
    this.people = people;
    this.sealAnew = sealAnew;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    sealAnew.all();
    people.markDocuments();
    people.indexNames();
  }
}
