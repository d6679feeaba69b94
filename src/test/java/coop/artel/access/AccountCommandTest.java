package coop.artel.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.TestDatabase;
import coop.artel.values.PersonId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountCommandTest {
  private static final String PASSWORD = "правильный конь 7";

  @TempDir Path data;

  private final TestDatabase database = TestDatabase.fresh();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void an_operator_can_sign_in_with_the_password_that_was_typed() {
    assertThat(create(PASSWORD + "\n", "--role", "operator", "--login", "Морозов"))
        .as(said())
        .isZero();

    var person = signIn("морозов", PASSWORD).orElseThrow();
    assertThat(accounts().roles(person)).containsExactly(PlatformRole.OPERATOR);
    assertThat(signIn("морозов", "другой пароль 7")).isEmpty();
    assertThat(said()).doesNotContain(PASSWORD);
  }

  @Test
  void one_person_may_be_operator_and_lawyer() {
    assertThat(create(PASSWORD, "--role", "operator,lawyer", "--login", "both")).isZero();

    assertThat(accounts().roles(signIn("both", PASSWORD).orElseThrow()))
        .containsExactlyInAnyOrder(PlatformRole.OPERATOR, PlatformRole.LAWYER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "\nправильный конь 7"})
  void a_password_that_will_not_do_is_refused_and_leaves_nobody_behind(String input) {
    assertThat(create(input, "--role", "operator", "--login", "operator")).isEqualTo(1);

    assertThat(said()).contains("10", "200");
    assertNobody();
  }

  @Test
  void a_login_that_is_taken_is_refused_and_leaves_the_first_alone() {
    create(PASSWORD, "--role", "operator", "--login", "operator");

    assertThat(create("another password", "--role", "lawyer", "--login", "Operator")).isEqualTo(1);

    assertThat(said()).contains("Логин Operator уже занят");
    assertThat(count("people.persons")).isEqualTo(1);
    assertThat(signIn("operator", PASSWORD)).isPresent();
  }

  @Test
  void a_name_that_is_none_is_refused_in_the_words_of_people() {
    assertThat(
            run(
                PASSWORD,
                arguments(
                    "--role",
                    "operator",
                    "--login",
                    "operator",
                    "--lang",
                    "en",
                    "--family-name",
                    "007",
                    "--given-name",
                    "Денис")))
        .isEqualTo(1);

    assertThat(said()).contains("does not look like a name");
    assertNobody();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create",
        "create --role operator --login operator",
        "create --role king --login operator --family-name Морозов --given-name Денис",
        "create --login operator --family-name Морозов --given-name Денис",
        "create --role operator --login operator --family-name Морозов --given-name Денис"
            + " --password x",
        "remove --role operator --login operator --family-name Морозов --given-name Денис"
      })
  void wrong_usage_opens_nothing(String line) {
    var all = new ArrayList<>(List.of(line.split(" ")));
    all.addAll(List.of(settings()));

    assertThat(run(PASSWORD, all.toArray(String[]::new))).isEqualTo(2);
    assertThat(said()).isNotBlank();
    assertNobody();
  }

  @Test
  void without_a_database_of_one_s_own_it_says_so() {
    assertThat(run(PASSWORD, somebody())).isEqualTo(2);

    assertThat(said()).contains("spring.datasource.url");
  }

  @Test
  void a_database_that_does_not_answer_is_told_in_a_line() {
    int code =
        run(
            PASSWORD,
            somebody(
                "--artel.data=" + data,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/artel"));

    assertThat(code).isEqualTo(2);
    assertThat(said().lines()).hasSize(1);
  }

  private static String[] somebody(String... more) {
    var all =
        new ArrayList<>(
            List.of(
                "create --role operator --login o-o --family-name Морозов --given-name Денис"
                    .split(" ")));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private int create(String input, String... more) {
    var all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--family-name", "Морозов", "--given-name", "Денис"));
    return run(input, arguments(all.toArray(String[]::new)));
  }

  private String[] arguments(String... more) {
    var all = new ArrayList<>(List.of("create"));
    all.addAll(List.of(more));
    all.addAll(List.of(settings()));
    return all.toArray(String[]::new);
  }

  private String[] settings() {
    var source = (PGSimpleDataSource) database.service();
    return new String[] {
      "--artel.data=" + data,
      "--spring.datasource.url=" + source.getUrl(),
      "--spring.datasource.username=" + source.getUser()
    };
  }

  private int run(String input, String... arguments) {
    var print = new PrintStream(said, true, UTF_8);
    return AccountCommand.run(
        arguments, new ByteArrayInputStream(input.getBytes(UTF_8)), print, print);
  }

  private String said() {
    return said.toString(UTF_8);
  }

  private Accounts accounts() {
    return new Accounts(JdbcClient.create(database.service()), Clock.systemUTC(), new Passwords());
  }

  private Optional<PersonId> signIn(String login, String password) {
    return accounts()
        .withLogin(login)
        .filter(it -> new Passwords().matches(password, it.hash()))
        .map(Accounts.Account::person);
  }

  private void assertNobody() {
    assertThat(count("people.persons")).isZero();
    assertThat(count("access.accounts")).isZero();
  }

  private long count(String table) {
    return JdbcClient.create(database.superuser())
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }
}
