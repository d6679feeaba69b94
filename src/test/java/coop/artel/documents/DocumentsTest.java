package coop.artel.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.jurisdiction.Countries;
import coop.artel.notary.Exports;
import coop.artel.people.FieldCipher;
import coop.artel.people.SealBroken;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.CooperativeUnknown;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Dawn;
import coop.artel.values.CanonicalJson;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DocumentsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T22:30:15.999Z");
  private static final LegalClock LEGAL =
      new LegalClock() {
        @Override
        public Duration offset() {
          return Duration.ZERO;
        }

        @Override
        public Instant now() {
          return NOW;
        }
      };

  private final TestDatabase database = TestDatabase.fresh();
  private final DataSource source = database.service();
  private final JdbcClient sql = JdbcClient.create(source);
  private static final PersonId ANNA = PersonId.random();

  private final FieldCipher fields =
      FieldCipher.of(Map.of(1, new SecretKeySpec(new byte[32], "AES")));
  private final SubjectCipher cipher = new SubjectCipher(sql, fields);
  private final Cooperatives cooperatives = new Cooperatives(sql, (c, f, i, v) -> true);
  private final Documents documents =
      new Documents(
          sql, cipher, cooperatives, new Countries(), LEGAL, Clock.fixed(NOW, ZoneOffset.UTC));
  private final CooperativeId dawn = CooperativeId.random();

  @BeforeEach
  void found() {
    found(dawn, "1027700132195");
  }

  @Test
  void a_document_is_canonical_json_with_its_digest() throws Exception {
    var written = documents.write(dawn, "case-1", ANNA, Samples.certificate());

    var content = CanonicalJson.read(written.canonical());
    assertThat(content)
        .containsEntry("format", 1L)
        .containsEntry("kind", "member-certificate")
        .containsEntry("number", 1L)
        .containsEntry("case", "case-1")
        .containsEntry("language", "ru")
        .containsEntry("writtenAt", "2026-11-23T22:30:15Z")
        .containsEntry("writtenOn", "2026-11-24")
        .containsEntry("decidedOn", "2026-11-23")
        .containsEntry("entranceFee", Map.of("amount", "100.00", "currency", "RUB"));
    assertThat(written.digest())
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(written.canonical())));
    var found = documents.find(written.id()).orElseThrow();
    assertThat(found.canonical()).isEqualTo(written.canonical());
    assertThat(found).usingRecursiveComparison().ignoringFields("canonical").isEqualTo(written);
  }

  @Test
  void every_kind_renders_with_russian_dates_and_sums_and_no_inline_style_or_script() {
    for (var content : Samples.all()) {
      String html = documents.html(documents.write(dawn, "case-1", ANNA, content));

      assertThat(html)
          .startsWith("<!doctype html>")
          .contains("<html lang=\"ru\">")
          .contains(Samples.APPLICANT)
          .contains("2026 г.")
          .contains("<link rel=\"stylesheet\" href=\"/css/document.css\">")
          .doesNotContain("{{")
          .doesNotContain("style=")
          .doesNotContain("<script")
          .doesNotContain("<style");
    }
    String notice = documents.html(documents.write(dawn, "case-1", ANNA, Samples.notice(true)));
    assertThat(plain(notice))
        .contains("100,00 ₽", "1 000,00 ₽", "23 ноября 2026 г.", "23 декабря 2026 г.");
  }

  @Test
  void a_decision_shows_the_votes_as_cast() {
    String html = documents.html(documents.write(dawn, "case-1", ANNA, Samples.decision()));

    assertThat(html)
        .contains("<td>2</td><td>Белов Пётр Ильич</td><td>за</td><td>20.11.2026, 12:16</td>")
        .contains("<td>Ким Ли</td><td>воздержался</td>")
        .contains(
            "<td>Соколов Иван Андреевич</td><td>против<p class=\"quoted\">Нет жилья в"
                + " районе</p></td>")
        .contains("<th scope=\"row\">За</th><td>5</td>")
        .contains("принять заявителя в пайщики")
        .contains("Устав, п. 7.5")
        .doesNotContain("разделились поровну");
  }

  @Test
  void a_document_that_is_written_anew_keeps_its_number_and_names_the_one_it_replaces() {
    var first = documents.write(dawn, "case-1", ANNA, Samples.application());
    documents.write(dawn, "case-2", ANNA, Samples.application());

    documents.rewrite(first, ANNA, Samples.application());
    var third = documents.rewrite(first, ANNA, Samples.application());

    assertThat(documents.of("case-1"))
        .extracting(it -> it.number() + "/" + it.revision() + " " + it.replaced())
        .containsExactly("1/1 true", "1/2 true", "1/3 false");
    assertThat(CanonicalJson.read(third.canonical()))
        .containsEntry("revision", 3L)
        .containsEntry("replaces", documents.of("case-1").get(1).digest());
    assertThat(documents.html(third)).contains("№ 1, редакция 3");
    assertThat(documents.html(first)).doesNotContain("редакция");
    assertThat(new DocumentAttachments(documents).of("case-1"))
        .extracting(Exports.Attachment::name)
        .containsExactly(
            "membership-application-1.json",
            "membership-application-1-r2.json",
            "membership-application-1-r3.json");
    assertThat(documents.write(dawn, "case-3", ANNA, Samples.application()).number()).isEqualTo(3);
    assertThatThrownBy(() -> documents.rewrite(first, ANNA, Samples.decision()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_notice_of_admission_names_the_sums_and_the_last_day_and_a_refusal_the_reason() {
    String admitted =
        plain(documents.html(documents.write(dawn, "case-1", ANNA, Samples.notice(true))));
    String refused =
        plain(documents.html(documents.write(dawn, "case-1", ANNA, Samples.notice(false))));

    assertThat(admitted)
        .contains("постановил принять Вас", "1 000,00 ₽", "23 декабря 2026 г.")
        .contains("предварительно: нерабочие дни этого года ещё не установлены")
        .doesNotContain("Причины");
    assertThat(refused)
        .contains("отказал Вам", "Совет считает, что заявитель не знаком с уставом.")
        .doesNotContain("предварительно")
        .doesNotContain("взнос</th>")
        .doesNotContain("₽");
  }

  @Test
  void what_a_person_allowed_is_not_said_to_be_met() {
    var late =
        new Ground(
            "council-vote.in-time",
            "решение принято не позже последнего дня срока",
            "3085-1, ст. 10(2)",
            "30 дней",
            false,
            "3085-1, ст. 10(2)",
            true,
            true,
            false);

    String notice =
        plain(documents.html(documents.write(dawn, "case-1", ANNA, Samples.notice(true, late))));

    assertThat(notice).contains("нет; допущено решением председателя");
  }

  @Test
  void what_is_not_established_of_a_charters_bounds_is_said_once_for_all_grounds() {
    var ground =
        new Ground(
            "admission.age", "условие", "ст. 7", "", false, "Устав, п. 6.1", false, false, true);
    var plain = new Ground("admission.born", "условие", "ст. 7", "", false, "ст. 7");
    var both = returned(List.of(ground, ground, plain));

    assertThat(both)
        .containsOnlyOnce("в каких границах закон оставляет эту цифру уставу, не установлено");
    assertThat(returned(List.of(plain))).doesNotContain("не установлено");
  }

  private String returned(List<Ground> grounds) {
    var letter =
        new ReturnLetterContent(
            Samples.APPLICANT,
            17,
            Samples.application().appliedOn(),
            grounds,
            null,
            null,
            false,
            null);
    return plain(documents.html(documents.write(dawn, "case-1", ANNA, letter)));
  }

  @Test
  void a_letter_after_the_chairs_no_names_the_chair_and_what_was_left_open() {
    var open =
        new Ground(
            "admission.age",
            "заявителю исполнилось не меньше лет",
            "3085-1, ст. 7",
            "18 лет",
            true,
            "Устав, п. 6.1; закон: 16 лет, 3085-1, ст. 7",
            true,
            false,
            true);
    var letter =
        new ReturnLetterContent(
            Samples.APPLICANT,
            17,
            Samples.application().appliedOn(),
            List.of(open),
            null,
            null,
            false,
            "Орлова Мария Сергеевна");

    assertThat(plain(documents.html(documents.write(dawn, "case-1", ANNA, letter))))
        .contains("Основание: Устав, п. 6.1; закон: 16 лет, 3085-1, ст. 7.")
        .contains("Решением председателя совета (Орлова Мария Сергеевна) заявление не допущено.");
  }

  @Test
  void a_letter_without_grounds_has_no_empty_list() {
    var letter =
        new ReturnLetterContent(
            Samples.APPLICANT,
            17,
            Samples.application().appliedOn(),
            List.of(),
            null,
            null,
            false,
            null);

    assertThat(documents.html(documents.write(dawn, "case-1", ANNA, letter)))
        .contains("возвращается")
        .doesNotContain("<ol", "Пояснение", "Что не выполнено");
  }

  @Test
  void whatever_a_person_wrote_is_escaped() {
    String html =
        documents.html(
            documents.write(
                dawn,
                "case-1",
                ANNA,
                Samples.returned("<script>alert('x')</script> & {{applicant}} \"q\"")));

    assertThat(html)
        .contains(
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; {{applicant}} &quot;q&quot;")
        .doesNotContain("<script");
  }

  @Test
  void a_draft_shows_the_text_without_a_number_and_stores_nothing() {
    String draft = documents.draft(dawn, Samples.consent());

    assertThat(draft)
        .startsWith("<article")
        .endsWith("</article>")
        .contains("0012 000345", "никто: обработка другому лицу не поручена")
        .doesNotContain("SHA-256")
        .doesNotContain("№ </");
    assertThat(documents.write(dawn, "case-1", ANNA, Samples.consent()).number()).isEqualTo(1);
  }

  @Test
  void numbers_run_by_cooperative_and_kind() {
    var other = CooperativeId.random();
    found(other, "1027712345100");

    assertThat(documents.write(dawn, "case-1", ANNA, Samples.decision()).number()).isEqualTo(1);
    assertThat(documents.write(dawn, "case-2", ANNA, Samples.decision()).number()).isEqualTo(2);
    assertThat(documents.write(dawn, "case-1", ANNA, Samples.certificate()).number()).isEqualTo(1);
    assertThat(documents.write(other, "case-3", ANNA, Samples.decision()).number()).isEqualTo(1);
    assertThat(documents.of("case-1"))
        .extracting(Document::kind)
        .containsExactly(Document.Kind.COUNCIL_DECISION, Document.Kind.MEMBER_CERTIFICATE);
  }

  @Test
  void many_written_at_once_get_numbers_without_gaps_even_if_some_are_rolled_back()
      throws Exception {
    var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    List<Callable<Long>> writes =
        IntStream.range(0, 24)
            .<Callable<Long>>mapToObj(
                i ->
                    () ->
                        transaction.execute(
                            status -> {
                              long number =
                                  documents
                                      .write(dawn, "case-" + i, ANNA, Samples.notice(true))
                                      .number();
                              if (i % 4 == 0) {
                                status.setRollbackOnly();
                                return 0L;
                              }
                              return number;
                            }))
            .toList();
    var pool = Executors.newFixedThreadPool(8);
    var numbers = new ArrayList<Long>();
    try {
      for (var write : pool.invokeAll(writes)) {
        numbers.add(write.get());
      }
    } finally {
      pool.shutdown();
    }
    numbers.removeIf(number -> number == 0);

    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 18).boxed().toList());
  }

  @Test
  void the_content_is_encrypted_at_rest() {
    documents.write(dawn, "case-1", ANNA, Samples.application());

    byte[] row =
        JdbcClient.create(database.superuser())
            .sql("select content from documents.documents")
            .query(byte[].class)
            .single();
    assertThat(new String(row, UTF_8)).doesNotContain("Иванова").doesNotContain("applicant");
  }

  @Test
  void content_that_was_swapped_or_changed_is_noticed() {
    var first = documents.write(dawn, "case-1", ANNA, Samples.certificate());
    var second = documents.write(dawn, "case-2", ANNA, Samples.certificate());
    var superuser = JdbcClient.create(database.superuser());
    superuser.sql("alter table documents.documents disable trigger all").update();
    superuser
        .sql(
            "update documents.documents set content = (select content from documents.documents"
                + " where id = :from) where id = :to")
        .param("from", first.id())
        .param("to", second.id())
        .update();
    superuser
        .sql("update documents.documents set digest = repeat('0', 64) where id = :id")
        .param("id", first.id())
        .update();

    assertThatThrownBy(() -> documents.find(second.id())).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> documents.find(first.id()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("digest");
  }

  @Test
  void the_service_cannot_change_or_remove_a_document() {
    documents.write(dawn, "case-1", ANNA, Samples.certificate());

    for (String change :
        new String[] {
          "update documents.documents set number = 7",
          "delete from documents.documents",
          "update documents.templates set content = ''"
        }) {
      assertThatThrownBy(() -> sql.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void an_older_document_keeps_the_wording_that_it_was_written_with() {
    var written = documents.write(dawn, "case-1", ANNA, Samples.certificate());
    String older =
        sql.sql("select content from documents.templates")
            .query(String.class)
            .single()
            .replace("Основание", "Повод");
    sql.sql(
            """
            insert into documents.templates (digest, country, kind, content, stored_at)
            values (:digest, 'ru', 5, :content, now())
            """)
        .param("digest", Digests.sha256(older.getBytes(UTF_8)))
        .param("content", older)
        .update();
    var content = new HashMap<>(CanonicalJson.read(written.canonical()));
    content.put("template", Digests.sha256(older.getBytes(UTF_8)));
    byte[] canonical = CanonicalJson.write(content);
    var before =
        new Document(
            written.id(),
            written.kind(),
            0,
            dawn,
            "case-0",
            written.writtenAt(),
            canonical,
            Digests.sha256(canonical),
            1,
            false);

    assertThat(documents.html(written)).contains("Основание").doesNotContain("Повод");
    assertThat(documents.html(before)).contains("Повод").doesNotContain("Основание");
  }

  @Test
  void a_wording_that_was_exchanged_is_noticed() {
    var written = documents.write(dawn, "case-1", ANNA, Samples.certificate());
    JdbcClient.create(database.superuser())
        .sql("update documents.templates set content = replace(content, 'Основание', 'Повод')")
        .update();

    assertThatThrownBy(() -> documents.html(written))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Template");
  }

  @Test
  void content_that_its_template_cannot_show_is_not_written() {
    var incomplete = new HashMap<>(Samples.certificate().asMap());
    incomplete.remove("membershipNumber");
    assertThatThrownBy(
            () ->
                documents.write(Document.Kind.MEMBER_CERTIFICATE, dawn, "case-1", ANNA, incomplete))
        .isInstanceOf(IllegalStateException.class)
        .hasStackTraceContaining("membershipNumber");
    var misdated = new HashMap<>(Samples.certificate().asMap());
    misdated.put("memberOn", "вчера");
    assertThatThrownBy(
            () -> documents.write(Document.Kind.MEMBER_CERTIFICATE, dawn, "case-1", ANNA, misdated))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("memberOn");
    var forged = new HashMap<>(Samples.certificate().asMap());
    forged.put("number", 7L);
    assertThatThrownBy(
            () -> documents.write(Document.Kind.MEMBER_CERTIFICATE, dawn, "case-1", ANNA, forged))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number");
    assertThat(documents.of("case-1")).isEmpty();
  }

  @Test
  void a_decision_whose_votes_do_not_add_up_cannot_be_made() {
    var decision = Samples.decision();

    assertThatThrownBy(
            () ->
                new CouncilDecisionContent(
                    decision.applicant(),
                    17,
                    decision.appliedOn(),
                    decision.decidedOn(),
                    true,
                    9,
                    decision.votes(),
                    6,
                    1,
                    1,
                    false,
                    List.of(),
                    decision.decisionDigest(),
                    "",
                    null,
                    false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_unknown_cooperative_writes_nothing() {
    assertThatThrownBy(
            () -> documents.write(CooperativeId.random(), "case-1", ANNA, Samples.certificate()))
        .isInstanceOf(CooperativeUnknown.class);
  }

  @Test
  void the_export_of_a_case_takes_the_canonical_bytes() {
    var application = documents.write(dawn, "case-1", ANNA, Samples.application());
    documents.write(dawn, "case-2", ANNA, Samples.application());
    var decision = documents.write(dawn, "case-1", ANNA, Samples.decision());

    assertThat(new DocumentAttachments(documents).of("case-1"))
        .extracting(Exports.Attachment::name, Exports.Attachment::bytes)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "membership-application-1.json", application.canonical()),
            org.assertj.core.groups.Tuple.tuple("council-decision-1.json", decision.canonical()));
  }

  @Test
  void a_template_that_could_break_out_is_refused() {
    for (String text :
        new String[] {
          "<html lang=\"ru\">{{{applicant}}}",
          "<html lang=\"ru\">{{& applicant}}",
          "<html lang=\"ru\">{{> other}}",
          "<html lang=\"ru\">{{=<% %>=}}",
          "<html>{{applicant}}"
        }) {
      assertThatThrownBy(() -> Templates.wording(text)).isInstanceOf(IllegalStateException.class);
    }
    var reflection = Templates.wording("<html lang=\"ru\">{{applicant.class.name}}");
    assertThatThrownBy(
            () -> new Templates(new Countries()).render(reflection, Map.of("applicant", "x")))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Pages to look at, in target/documents. */
  @Test
  void the_sheets_are_kept_to_be_looked_at() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/documents"));
    int page = 0;
    for (var content : Samples.all()) {
      String html = documents.html(documents.write(dawn, "case-1", ANNA, content));
      Path file = folder.resolve(++page + "-" + content.kind().id() + ".html");
      Files.writeString(file, html.replace("/css/", "../../src/main/resources/static/css/"), UTF_8);
      assertThat(file).isNotEmptyFile();
    }
  }

  /** Russian sums and dates hold spaces that do not break. */
  private static String plain(String html) {
    return html.replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private void found(CooperativeId id, String registrationNumber) {
    cooperatives.found(Dawn.of(id, registrationNumber, true));
  }
}
