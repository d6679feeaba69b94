package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.artel.House;
import coop.artel.documents.Documents;
import coop.artel.meetings.Questions;
import coop.artel.meetings.Questions.Choice;
import coop.artel.people.OldSeals;
import coop.artel.people.People;
import coop.artel.people.Remains;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.values.DataFolder;
import coop.artel.workflow.Comments;
import coop.artel.workflow.Drafts;
import coop.artel.workflow.Jobs;
import coop.artel.workflow.SavedViews;
import coop.artel.workflow.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was sealed before there were keys of persons, and what is imported. */
@House
class SealAnewTest {
  @Autowired private ApplicationContext house;
  @Autowired private JdbcClient sql;
  @Autowired private Tasks tasks;
  @Autowired private Imports imports;
  @Autowired private TransactionTemplate transaction;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @Test
  void what_lay_under_the_installations_key_is_moved_under_the_keys_of_its_subjects() {
    String admission = fullAdmission();
    enterList("Перевозов;Мирон;01.02.2019");
    String open = staff.caseOfApplicant();
    var secretary = staff.holder(Office.SECRETARY);
    var task = staff.waiting(open, "verify-identity");
    tasks.claim(secretary, task.id());
    house.getBean(Drafts.class).save(secretary, task.id(), Map.of("issuedBy", "ОВД"));
    house.getBean(Comments.class).onCase(secretary, open, "Звонил");
    house.getBean(SavedViews.class).keep(secretary, SavedViews.Listing.TASKS, "Мои", "?q=x");
    var seals = new OldSeals(house);
    assertThat(seals.left()).isEmpty();
    var before = seals.subjects();
    assertThat(before.stream().map(OldSeals.Lies::column).collect(Collectors.toSet()))
        .contains(
            "people.persons.family_name",
            "people.persons.document_number",
            "people.consents.content",
            "documents.documents.content",
            "law.decisions.content",
            "members.payments.document",
            "members.import_lines.content",
            "meetings.vote_reasons.reason",
            "workflow.comments.content",
            "workflow.drafts.content",
            "workflow.saved_views.content");

    seals.restore();
    assertThat(seals.subjects()).isEmpty();
    assertThat(seals.left()).hasSameSizeAs(before);
    assertThat(house.getBean(Documents.class).of(admission)).isNotEmpty();
    seals.sealAnew();

    assertThat(seals.left()).isEmpty();
    assertThat(seals.subjects()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(house.getBean(Documents.class).of(admission))
        .isNotEmpty()
        .noneMatch(it -> it.erased());
  }

  @Test
  void what_does_not_open_stands_in_nobodys_way() {
    var secretary = staff.holder(Office.SECRETARY);
    String open = staff.caseOfApplicant();
    var comments = house.getBean(Comments.class);
    List.of("первое", "второе", "третье").forEach(it -> comments.onCase(secretary, open, it));
    var second = comments.of(secretary, open).get(1).id();
    var seals = new OldSeals(house);
    seals.restore();
    seals.damage("workflow.comments", second);

    seals.sealAnew();

    assertThat(seals.left()).hasSize(1);
    seals.remove("workflow.comments", second);
    assertThat(comments.of(secretary, open))
        .extracting(Comments.Comment::text)
        .containsExactly("первое", "третье");
  }

  @Test
  void what_was_sealed_anew_cannot_be_changed_again() {
    fullAdmission();
    for (String column :
        List.of(
            "documents.documents.content",
            "people.consents.content",
            "law.decisions.content",
            "members.payments.document",
            "meetings.vote_reasons.reason")) {
      String table = column.substring(0, column.lastIndexOf('.'));
      String field = column.substring(column.lastIndexOf('.') + 1);
      assertThatThrownBy(
              () ->
                  sql.sql("update %s set %s = set_byte(%s, 20, 0)".formatted(table, field, field))
                      .update())
          .as(column)
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("sealed anew or stays as it is");
    }
    assertThatThrownBy(
            () ->
                sql.sql("update people.subject_keys set wrapped = '\\x01' where person is not null")
                    .update())
        .hasStackTraceContaining("destroyed or stays as it is");
    assertThatThrownBy(() -> sql.sql("delete from people.subject_keys").update())
        .hasStackTraceContaining("permission denied for table subject_keys");
  }

  @Test
  void the_line_of_a_list_goes_with_its_person() throws Exception {
    var brought = enterList("Забытов;Лукьян;01.02.2019", "Памятов;Лукьян;01.02.2019");
    var lines = imports.lines(staff.holder(Office.SECRETARY), brought.id());
    long number = Objects.requireNonNull(lines.get(0).entered());
    var person =
        house
            .getBean(Memberships.class)
            .numbered(staff.cooperative().id(), number)
            .orElseThrow()
            .person();
    assertThat(remains("Забытов")).contains("members.import_lines.content");

    transaction.executeWithoutResult(status -> house.getBean(Erasures.class).erase(person));

    assertThat(remains("Забытов")).isEmpty();
    assertThat(imports.lines(staff.holder(Office.SECRETARY), brought.id()))
        .extracting(Imports.Line::erased, Imports.Line::name)
        .containsExactly(tuple(true, ""), tuple(false, "Памятов Лукьян"));
    assertThat(house.getBean(People.class).nameOf(person)).isEmpty();
  }

  private Set<String> remains(String text) throws Exception {
    var owner = house.getBean(Flyway.class).getConfiguration().getDataSource();
    return new Remains(new JdbcTemplate(owner), house.getBean(DataFolder.class))
        .places(List.of(text));
  }

  private String fullAdmission() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    var chair = staff.council().get(0);
    house
        .getBean(Questions.class)
        .vote(chair, staff.question(admission).id(), Choice.FOR, "Знаю давно");
    staff.vote(admission, staff.council().subList(1, staff.council().size()), Choice.FOR);
    staff.sendNotice(admission);
    staff.pay(admission, "100.00", "300.00");
    return admission;
  }

  private Imports.Import enterList(String... lines) {
    var file = new ArrayList<>(List.of("Фамилия;Имя;Пайщик с"));
    file.addAll(List.of(lines));
    var brought =
        imports.bring(
            staff.holder(Office.SECRETARY),
            staff.cooperative().id(),
            Lists.csv(file.toArray(String[]::new)),
            Lists.MINUTES);
    staff.complete(
        staff.holder(Office.SECRETARY),
        brought.caseId(),
        "propose-register-import",
        Map.of("proposal", "propose"));
    staff.complete(
        staff.holder(Office.CHAIR),
        brought.caseId(),
        "approve-register-import",
        Map.of("approval", "approve"));
    house.getBean(Jobs.class).runDue(brought.caseId());
    return brought;
  }
}
