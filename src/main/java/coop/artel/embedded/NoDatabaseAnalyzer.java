package coop.artel.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What to do, in place of a stack trace. */
class NoDatabaseAnalyzer extends AbstractFailureAnalyzer<NoDatabase> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, NoDatabase cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Name yours: spring.datasource.url, spring.datasource.username and"
            + " spring.datasource.password for the role artel, spring.flyway.user and"
            + " spring.flyway.password for artel_owner (see docker/README.md). The jar with"
            + " a database of its own is built without the profile: mvn package.",
        cause);
  }
}
