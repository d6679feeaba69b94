package coop.artel.people;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * A database from before there were marks of documents and of names gets them at its next start.
 */
@Component
class KnownDocuments implements ApplicationRunner {
  private final People people;

  KnownDocuments(People people) {
    this.people = people;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    people.markDocuments();
    people.indexNames();
  }
}
