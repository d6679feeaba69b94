package coop.artel.access;

import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.values.CommandLine;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.values.Wordbook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code account create}: opens the account of somebody who works beyond one cooperative, in the
 * house's own database. Whoever may run it holds the database's password and the field keys
 * already, so it gives nobody more than they have, and no page stands open for a first comer. The
 * password comes from the terminal or from the first line of the input, never as an argument. Exit
 * codes: 0 opened, 1 refused, 2 wrong usage or no database.
 */
public final class AccountCommand {
  private static final int GOOD = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;
  private static final Set<String> OPTIONS =
      Set.of("--role", "--login", "--family-name", "--given-name", "--patronymic", "--lang");

  /** What the command line asks for. */
  private record Wanted(Set<PlatformRole> roles, String login, Person person) {}

  /** Noticed before anything asks for a database. */
  private static final class NoDatabase extends RuntimeException {}

  private AccountCommand() {}

  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return run(arguments, System.in, out, err);
  }

  static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
    CommandLine line;
    try {
      line = CommandLine.parse(own(arguments), OPTIONS, Set.of());
    } catch (IllegalArgumentException e) {
      err.println(Wordbook.of(null, "access").say("account.unknown-argument", e.getMessage()));
      return WRONG_USAGE;
    }
    var words = Wordbook.of(line.option("--lang").orElse(null), "access", "people");
    var wanted = wanted(line);
    if (wanted == null) {
      err.println(words.say("account.usage"));
      return WRONG_USAGE;
    }
    try (var house = open(settings(arguments))) {
      return create(house, wanted, password(words, in, out), words, out, err);
    } catch (NoDatabase e) {
      err.println(words.say("account.no-database"));
      return WRONG_USAGE;
    } catch (IOException | RuntimeException e) {
      var cause = NestedExceptionUtils.getMostSpecificCause(e);
      err.println(words.say("account.not-opened", cause.getMessage()));
      return WRONG_USAGE;
    }
  }

  private static int create(
      ConfigurableApplicationContext house,
      Wanted wanted,
      String password,
      Wordbook words,
      PrintStream out,
      PrintStream err) {
    var people = house.getBean(People.class);
    var accounts = house.getBean(Accounts.class);
    try {
      house
          .getBean(TransactionTemplate.class)
          .executeWithoutResult(
              status -> {
                people.register(wanted.person);
                accounts.open(wanted.person.id(), wanted.login, password, wanted.roles);
              });
    } catch (Refusal e) {
      err.println(
          words.sayIfKnown("refusal." + e.code(), e.arguments().toArray()).orElse(e.getMessage()));
      return REFUSED;
    }
    out.println(words.say("account.created", wanted.login));
    return GOOD;
  }

  /** Nothing but what opens an account: no engine, no web server, no migration. */
  private static ConfigurableApplicationContext open(String[] settings) {
    var application = new SpringApplication(AccountTools.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(Map.of("logging.level.root", "off"));
    application.addInitializers(
        house -> {
          if (!house.getEnvironment().containsProperty("spring.datasource.url")) {
            throw new NoDatabase();
          }
        });
    return application.run(settings);
  }

  private static @Nullable Wanted wanted(CommandLine line) {
    var roles = EnumSet.noneOf(PlatformRole.class);
    try {
      for (String role : line.option("--role").orElse("").split(",", -1)) {
        roles.add(PlatformRole.valueOf(role.strip().toUpperCase(Locale.ROOT)));
      }
    } catch (IllegalArgumentException e) {
      return null;
    }
    var login = line.option("--login");
    var family = line.option("--family-name");
    var given = line.option("--given-name");
    if (!line.words().equals(List.of("create"))
        || login.isEmpty()
        || family.isEmpty()
        || given.isEmpty()) {
      return null;
    }
    return new Wanted(
        roles,
        login.get(),
        new Person(
            PersonId.random(),
            family.get(),
            given.get(),
            line.option("--patronymic").orElse(null),
            null,
            null,
            null,
            null,
            null));
  }

  private static String password(Wordbook words, InputStream in, PrintStream out)
      throws IOException {
    var console = System.console();
    if (console != null && in == System.in) {
      char[] typed = console.readPassword("%s ", words.say("account.password"));
      char[] again = console.readPassword("%s ", words.say("account.password-again"));
      if (typed == null || !Arrays.equals(typed, again)) {
        throw new IOException(words.say("account.passwords-differ"));
      }
      return new String(typed);
    }
    var line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    return line == null ? "" : line;
  }

  /** Settings of the service, which are Spring's to read. */
  private static boolean isSetting(String argument) {
    return argument.startsWith("--spring.") || argument.startsWith("--artel.");
  }

  private static String[] settings(String[] arguments) {
    return Arrays.stream(arguments).filter(AccountCommand::isSetting).toArray(String[]::new);
  }

  private static String[] own(String[] arguments) {
    return Arrays.stream(arguments).filter(it -> !isSetting(it)).toArray(String[]::new);
  }
}
