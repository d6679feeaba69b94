package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.jurisdiction.Countries;
import coop.artel.values.PersonId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class SubjectCipherTest {
  private static final byte[] CONTEXT = FieldCipher.context("members.returns", "note", 7);
  private static final byte[] PLAIN = "Анна больна".getBytes(UTF_8);

  private final DataSource source = TestDatabase.fresh().service();
  private final JdbcClient sql = JdbcClient.create(source);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));
  private final FieldCipher fields = FieldCipher.of(Map.of(1, FieldCipherTest.key(1)));
  private final SubjectCipher cipher = new SubjectCipher(sql, fields);
  private final People people =
      new People(sql, cipher, fields, () -> Duration.ZERO, new Countries());
  private final PersonId anna = PersonId.random();

  @Test
  void what_is_sealed_for_somebody_opens_where_it_was_sealed_for_and_nowhere_else() {
    byte[] sealed = cipher.seal(anna, PLAIN, CONTEXT);

    assertThat(cipher.open(sealed, CONTEXT)).contains(PLAIN);
    assertThatThrownBy(() -> cipher.open(sealed, FieldCipher.context("members.returns", "note", 8)))
        .isInstanceOf(SealBroken.class);
    byte[] ofAnother = sealed.clone();
    ofAnother[16] ^= 1;
    assertThat(cipher.open(ofAnother, CONTEXT)).as("another person's key does not exist").isEmpty();
    assertThatThrownBy(() -> fields.open(sealed, CONTEXT)).isInstanceOf(SealBroken.class);
  }

  @Test
  void what_was_sealed_before_there_were_keys_of_persons_opens_still() {
    assertThat(cipher.open(fields.seal(PLAIN, CONTEXT), CONTEXT)).contains(PLAIN);
  }

  @Test
  void nothing_of_whoever_was_erased_opens_and_nothing_more_is_sealed() {
    byte[] sealed = cipher.seal(anna, PLAIN, CONTEXT);
    people.erase(anna);
    people.erase(anna);

    assertThat(cipher.open(sealed, CONTEXT)).isEmpty();
    assertThat(people.isErased(anna)).isTrue();
    assertThatThrownBy(() -> cipher.seal(anna, PLAIN, CONTEXT)).isInstanceOf(PersonErased.class);
    assertThatThrownBy(
            () ->
                people.register(
                    new Person(anna, "Иванова", "Анна", null, null, null, null, null, null)))
        .isInstanceOf(PersonErased.class);
  }

  @Test
  void a_key_that_another_node_has_destroyed_is_not_used_in_a_later_transaction() {
    byte[] sealed = cipher.seal(anna, PLAIN, CONTEXT);
    var otherNode =
        new People(
            sql, new SubjectCipher(sql, fields), fields, () -> Duration.ZERO, new Countries());
    transaction.executeWithoutResult(
        status -> assertThat(cipher.open(sealed, CONTEXT)).contains(PLAIN));
    otherNode.erase(anna);

    transaction.executeWithoutResult(status -> assertThat(cipher.open(sealed, CONTEXT)).isEmpty());
  }

  @Test
  void a_key_of_a_transaction_that_was_rolled_back_seals_nothing_outside() {
    var inner = new TransactionTemplate(new JdbcTransactionManager(source));
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    byte[] sealed =
        transaction.execute(
            status -> {
              inner.executeWithoutResult(
                  within -> {
                    cipher.seal(anna, PLAIN, CONTEXT);
                    within.setRollbackOnly();
                  });
              return cipher.seal(anna, PLAIN, CONTEXT);
            });

    assertThat(cipher.open(Objects.requireNonNull(sealed), CONTEXT)).contains(PLAIN);
  }
}
