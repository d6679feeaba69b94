package coop.artel.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Deeds;
import coop.artel.access.PlatformRole;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.values.Sha256;
import coop.artel.workflow.ModelDraft.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;

/** Models that two operators publish, whether one of them sends them or an upgrade brings them. */
@House
@Transactional
class TwoOperatorsTest {
  private static final String NOTICE = "processes/members/send-notice.form";
  private static final String ADMISSION = "processes/members/admit-member.bpmn";

  @Autowired private Models models;
  @Autowired private Deeds deeds;
  @Autowired private Records records;
  @Autowired private People people;
  @Autowired private Accounts accounts;
  @Autowired private Callers callers;
  @Autowired private RepositoryService repository;
  @Autowired private ModelBeans beans;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcClient sql;

  private Caller operator;
  private Caller second;

  @BeforeEach
  void who_is_here() {
    operator = caller(Set.of(PlatformRole.OPERATOR));
    second = caller(Set.of(PlatformRole.OPERATOR));
  }

  @Test
  void a_model_is_deployed_once_a_second_operator_has_approved_it() {
    long deployments = deployments();
    var before = models.inUse(operator);
    var file = changed(NOTICE, "Уведом");

    var draft = models.propose(operator, NOTICE, file);
    assertThat(draft.state()).isEqualTo(State.PROPOSED);
    assertThat(draft.changes())
        .containsExactly(new ModelDraft.Change(NOTICE, before.get(NOTICE), Sha256.of(file)));
    assertThat(models.differences(operator, draft.id()).get(NOTICE))
        .extracting(LineDifference::kind)
        .contains("added", "removed", "same");
    assertThat(deployments()).isEqualTo(deployments);

    deeds.approve(draft.deed().id(), second);
    assertThat(deployments()).isEqualTo(deployments + 1);
    assertThat(models.inUse(operator)).containsEntry(NOTICE, Sha256.of(file));
    assertThat(models.draft(operator, draft.id()).state()).isEqualTo(State.PUBLISHED);
    refused("draft-published", () -> models.propose(operator, draft.id()));
  }

  @Test
  void the_record_of_a_deployment_names_both() {
    var draft = models.propose(operator, NOTICE, changed(NOTICE, "Уведом"));
    deeds.approve(draft.deed().id(), second);

    List<CaseRecord> all = records.of("models");
    var record = all.get(all.size() - 1);
    assertThat(record.kind()).isEqualTo(RecordKind.MODEL_DEPLOYED);
    assertThat(record.members()).containsEntry("deed", draft.deed().id().toString());
    assertThat(record.members().get("proposedBy").toString())
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(record.members().get("approvedBy").toString());
    assertThat(all.get(0).members()).doesNotContainKey("proposedBy");
  }

  @Test
  void one_operator_alone_or_somebody_else_publishes_nothing() {
    var nobody = caller(Set.of(PlatformRole.LAWYER));
    refused("not-allowed", () -> models.propose(nobody, NOTICE, changed(NOTICE, "Уведом")));
    refused("not-allowed", () -> models.drafts(nobody));
    var deed = models.propose(operator, NOTICE, changed(NOTICE, "Уведом")).deed();

    refused("same-person", () -> deeds.approve(deed.id(), operator));
    refused("deed-unknown", () -> deeds.approve(deed.id(), nobody));
  }

  @Test
  void what_a_model_may_not_hold_is_refused_at_once_and_leaves_nothing() {
    long deployments = deployments();
    var script =
        new String(Models.shipped().get(ADMISSION), UTF_8)
            .replaceFirst("<bpmn:serviceTask ", "<bpmn:scriptTask ");

    refused("model-refused", () -> models.propose(operator, ADMISSION, script.getBytes(UTF_8)));
    refused("model-refused", () -> models.propose(operator, "else/x.bpmn", new byte[] {'<'}));
    refused(
        "draft-unchanged", () -> models.propose(operator, NOTICE, Models.shipped().get(NOTICE)));
    assertThat(models.drafts(operator)).isEmpty();
    assertThat(deployments()).isEqualTo(deployments);
  }

  @Test
  void what_only_the_engine_finds_unreadable_is_refused_at_once_too() {
    var noTarget =
        new String(Models.shipped().get(ADMISSION), UTF_8)
            .replaceFirst("sourceRef=\"[^\"]+\"", "sourceRef=\"nowhere\"");

    refused("model-refused", () -> models.propose(operator, ADMISSION, noTarget.getBytes(UTF_8)));
    assertThat(models.drafts(operator)).isEmpty();
  }

  @Test
  void a_proposal_that_another_one_overtook_is_proposed_anew() {
    var first = models.propose(operator, NOTICE, changed(NOTICE, "Уведом"));
    var verify = "processes/members/verify-identity.form";
    var other = models.propose(operator, verify, changed(verify, "лич"));
    deeds.approve(first.deed().id(), second);

    refused("draft-outdated", () -> deeds.approve(other.deed().id(), second));
    deeds.reject(other.deed().id(), second, "Не то");
    assertThat(models.draft(operator, other.id()).state()).isEqualTo(State.REJECTED);
    deeds.approve(models.propose(second, other.id()).deed().id(), operator);
    assertThat(models.inUse(operator).get(NOTICE)).isEqualTo(digestOf(first, NOTICE));
  }

  @Test
  void an_upgrade_becomes_a_draft_with_its_difference_and_publishes_nothing() {
    long deployments = deployments();
    var upgrade = upgrade(Map.of(NOTICE, changed(NOTICE, "Уведом")));

    models.takeShipped(upgrade);
    models.takeShipped(upgrade);
    models.takeShipped();

    assertThat(deployments()).isEqualTo(deployments);
    var draft = models.drafts(operator).get(0);
    assertThat(models.drafts(operator)).hasSize(1);
    assertThat(draft.origin()).isEqualTo(ModelDraft.Origin.SHIPPED);
    assertThat(draft.state()).isEqualTo(State.DRAFTED);
    assertThat(draft.changes()).extracting(ModelDraft.Change::file).containsExactly(NOTICE);

    var proposed = models.propose(operator, draft.id());
    refused("same-person", () -> deeds.approve(proposed.deed().id(), operator));
    deeds.approve(proposed.deed().id(), second);
    assertThat(deployments()).isEqualTo(deployments + 1);
    models.takeShipped(upgrade);
    assertThat(deployments()).isEqualTo(deployments + 1);
    assertThat(models.drafts(operator)).hasSize(1);
  }

  @Test
  void an_older_service_is_told_and_puts_nothing_back() {
    models.takeShipped();
    assertThat(models.outdatedSince(operator)).isEmpty();
    var upgrade = upgrade(Map.of(NOTICE, changed(NOTICE, "Уведом")));
    models.takeShipped(upgrade);
    assertThat(models.outdatedSince(operator)).isEmpty();
    var proposed = models.propose(operator, models.drafts(operator).get(0).id());
    deeds.approve(proposed.deed().id(), second);

    models.takeShipped();

    assertThat(models.outdatedSince(operator)).isPresent();
    assertThat(models.inUse(operator)).containsEntry(NOTICE, digestOf(proposed, NOTICE));
    assertThat(models.drafts(operator)).hasSize(1);
    models.takeShipped(upgrade);
    assertThat(models.outdatedSince(operator)).isEmpty();
  }

  @Test
  void what_the_engine_cannot_read_is_refused_at_the_approval_with_place_and_line() {
    var file = unreadable();
    var shipped = upgrade(Map.of(ADMISSION, file));
    models.takeShipped(shipped);
    var draft = models.drafts(operator).get(0);
    refusedByTheEngine(() -> models.propose(operator, draft.id()));

    // As it would have been proposed by a service that did not rehearse.
    var inUse = models.inUse(operator);
    var deed =
        deeds.propose(
            Models.DEED,
            draft.id().toString(),
            Sha256.of(
                Map.of(
                    "from", ModelFiles.digest(inUse), "to", ModelFiles.digest(shipped.digests()))),
            operator);
    refusedByTheEngine(() -> deeds.approve(deed.id(), second));
    assertThat(deeds.find(second, deed.id()).open()).isTrue();
    assertThat(models.inUse(operator)).isEqualTo(inUse);
  }

  @Test
  void a_rehearsal_takes_no_second_connection() {
    var connections = new ArrayList<Integer>();
    var counting =
        new PlatformTransactionManager() {
          @Override
          public TransactionStatus getTransaction(TransactionDefinition definition) {
            return transactions.getTransaction(definition);
          }

          @Override
          public void commit(TransactionStatus status) {
            transactions.commit(status);
          }

          @Override
          public void rollback(TransactionStatus status) {
            connections.add(connection());
            transactions.rollback(status);
          }
        };
    int before = connection();

    refusedByTheEngine(
        () ->
            new Deployments(repository, beans, counting)
                .rehearse(upgrade(Map.of(ADMISSION, unreadable()))));

    assertThat(connections).containsExactly(before);
  }

  /** Which connection the transaction holds. */
  private int connection() {
    return sql.sql("select pg_backend_pid()").query(Integer.class).single();
  }

  /** Only the engine minds a second beginning. */
  private static byte[] unreadable() {
    var model = new String(Models.shipped().get(ADMISSION), UTF_8);
    return model
        .replaceFirst("<bpmn:startEvent ", "<bpmn:startEvent id=\"again\" /><bpmn:startEvent ")
        .getBytes(UTF_8);
  }

  private static void refusedByTheEngine(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ModelRefused.class,
            it -> {
              assertThat(it.kind()).isEqualTo(Refusal.Kind.INVALID);
              assertThat(it.faults())
                  .anySatisfy(
                      fault -> {
                        assertThat(fault.code()).isEqualTo("engine-refuses");
                        assertThat(fault.file()).isEqualTo(ADMISSION);
                        assertThat(fault.line()).isGreaterThan(1);
                      });
            });
  }

  @Test
  void a_later_upgrade_takes_over_what_nobody_has_decided_yet() {
    var verify = "processes/members/verify-identity.form";
    var notice = changed(NOTICE, "Уведом");
    models.takeShipped(upgrade(Map.of(NOTICE, notice)));
    var earlier = models.propose(operator, models.drafts(operator).get(0).id());
    models.takeShipped(upgrade(Map.of(NOTICE, notice, verify, changed(verify, "лич"))));

    var drafts = models.drafts(operator);
    assertThat(drafts).hasSize(2);
    assertThat(drafts.get(0).changes())
        .extracting(ModelDraft.Change::file)
        .containsExactly(NOTICE, verify);
    assertThat(drafts.get(1).state()).isEqualTo(State.SUPERSEDED);
    refused("deed-superseded", () -> deeds.approve(earlier.deed().id(), second));
    assertThat(deeds.openFor(second)).isEmpty();
    refused("draft-superseded", () -> models.propose(operator, earlier.id()));
  }

  @Test
  void an_upgrade_leaves_alone_what_operators_changed_and_it_did_not() {
    var verify = "processes/members/verify-identity.form";
    var own = models.propose(operator, verify, changed(verify, "лич"));
    deeds.approve(own.deed().id(), second);

    models.takeShipped(upgrade(Map.of(NOTICE, changed(NOTICE, "Уведом"))));

    assertThat(models.drafts(operator).get(0).changes())
        .extracting(ModelDraft.Change::file)
        .containsExactly(NOTICE);
  }

  private static String digestOf(ModelDraft draft, String file) {
    return draft.changes().stream()
        .filter(change -> change.file().equals(file))
        .findFirst()
        .orElseThrow()
        .after();
  }

  private static byte[] changed(String file, String word) {
    var text = new String(Models.shipped().get(file), UTF_8);
    assertThat(text).contains("\"label\": \"");
    return text.replaceFirst("\"label\": \"", "\"label\": \"" + word + ": ").getBytes(UTF_8);
  }

  private static ModelFiles upgrade(Map<String, byte[]> changes) {
    var files = new TreeMap<>(Models.shipped());
    files.putAll(new HashMap<>(changes));
    return new ModelFiles(files);
  }

  private long deployments() {
    return repository.createDeploymentQuery().count();
  }

  private Caller caller(Set<PlatformRole> roles) {
    var id = PersonId.random();
    people.register(
        new Person(
            id, "Юрьев", "Юрий", null, LocalDate.of(1980, 1, 1), "г. Москва", null, null, null));
    accounts.open(id, "x" + id.toString().substring(0, 8), "очень тайное слово", roles);
    return callers.of(id);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
