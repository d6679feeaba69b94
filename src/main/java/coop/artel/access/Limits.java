package coop.artel.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much anybody may do at the doors that stand open.
 *
 * @param applications applications from one address
 * @param signInAddress failed sign-ins from one address, whatever the login
 * @param signInLogin failed sign-ins with one login from everywhere; beyond it each address has one
 *     attempt before it waits, and not three
 */
@ConfigurationProperties("artel.limits")
record Limits(
    @DefaultValue Applications applications,
    @DefaultValue SignInAddress signInAddress,
    @DefaultValue SignInLogin signInLogin) {

  /** As many as sit in one hall and sign up on an evening. */
  record Applications(@DefaultValue("30") int burst, @DefaultValue("2m") Duration every) {
    Budget budget() {
      return new Budget("applications", burst, every);
    }
  }

  /** An office behind one address mistypes now and then; nobody reaches a hundred by that. */
  record SignInAddress(@DefaultValue("100") int burst, @DefaultValue("30s") Duration every) {
    Budget budget() {
      return new Budget("sign-in-address", burst, every);
    }
  }

  record SignInLogin(@DefaultValue("50") int burst, @DefaultValue("5m") Duration every) {
    Budget budget() {
      return new Budget("sign-in-login", burst, every);
    }
  }

  /**
   * A bucket: {@code burst} at once, and one more {@code every} so often.
   *
   * @param name as it stands in the table
   */
  record Budget(String name, int burst, Duration every) {
    Budget {
      if (burst < 1 || every.toMillis() < 1) {
        throw new IllegalArgumentException(
            "artel.limits.%s: burst and every must be more than nothing".formatted(name));
      }
    }

    /** How long an empty bucket takes to be full again. */
    Duration whole() {
      return every.multipliedBy(burst);
    }
  }
}
