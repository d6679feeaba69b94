package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.law.PublishedTwice;
import coop.artel.law.RuleBench;
import coop.artel.law.RuleDraft;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draft for programs: what it changes at a glance, and each text by itself. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DraftsApiTest {
  private static final String HERE = "/api/rules/drafts/" + PublishedTwice.DRAFT;
  private static final String NORMS = "jurisdictions/ru/norms.yaml";
  private static final String ACTS = "jurisdictions/ru/acts.yaml";

  @LocalServerPort int port;
  @Autowired DeskScene scene;
  @Autowired RuleBench bench;
  private Browser lawyer;

  @BeforeEach
  void a_draft_that_changes_four_of_seventy_files() {
    PublishedTwice.in(scene.ruleDrafts);
    when(bench.whole(PublishedTwice.DRAFT))
        .thenReturn(new RuleBench.Whole(List.of(), Optional.of("e"), new TreeMap<>()));
    when(scene.ruleDrafts.changes(PublishedTwice.DRAFT))
        .thenReturn(
            List.of(
                new RuleDraft.Change(
                    7, NORMS, Optional.of("текст"), Optional.empty(), Instant.EPOCH)));
    lawyer = new Browser(port).with("Authorization", "Bearer token-lawyer");
  }

  @AfterEach
  void none() {
    reset(scene.ruleDrafts, bench);
  }

  private JsonNode read(String path) throws JsonProcessingException {
    var answer = lawyer.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void a_draft_names_its_files_and_which_it_changes_without_their_texts() throws Exception {
    var body = lawyer.get(HERE).body();
    var files = read(HERE).path("files");
    var changed = new HashMap<String, String>();
    for (var file : files) {
      if (file.hasNonNull("change")) {
        changed.put(file.path("path").asText(), file.path("change").asText());
      }
    }

    assertThat(changed)
        .isEqualTo(
            Map.of(
                NORMS,
                "changed",
                "rules/ru/admission.dslr",
                "changed",
                "rules/ru/signing.dslr",
                "changed",
                "jurisdictions/ru/cases/admission.yaml",
                "changed"));
    assertThat(files).hasSizeGreaterThan(60);
    assertThat(files.findValuesAsText("digest"))
        .hasSize(files.size())
        .allMatch(it -> it.length() == 64);
    assertThat(body).hasSizeLessThan(20_000).doesNotContain("правило admission.age");
    assertThat(read(HERE).path("changes").path(0).path("number").asInt()).isEqualTo(7);
  }

  @Test
  void a_file_that_goes_or_comes_is_told_as_such() throws Exception {
    var before = scene.ruleDrafts.before(PublishedTwice.DRAFT);
    when(scene.ruleDrafts.files(PublishedTwice.DRAFT))
        .thenReturn(
            before.with(
                Map.of(ACTS, Optional.empty(), "rules/ru/new.dslr", Optional.of("правило"))));
    var files = new HashMap<String, JsonNode>();
    read(HERE).path("files").forEach(file -> files.put(file.path("path").asText(), file));

    assertThat(files.get(ACTS).path("change").asText()).isEqualTo("removed");
    assertThat(files.get(ACTS).hasNonNull("digest")).isFalse();
    assertThat(files.get("rules/ru/new.dslr").path("change").asText()).isEqualTo("added");
    assertThat(lawyer.get(HERE + "/files?path=" + ACTS).statusCode()).isEqualTo(404);
  }

  @Test
  void one_file_comes_with_its_text_and_the_number_of_its_last_change() throws Exception {
    var norms = read(HERE + "/files?path=" + NORMS);
    var acts = read(HERE + "/files?path=" + ACTS);

    assertThat(norms.path("text").asText()).contains("membership.min-age");
    assertThat(norms.path("seen").asInt()).isEqualTo(7);
    assertThat(acts.path("seen").asInt()).isZero();
    assertThat(read(HERE).path("files").findValuesAsText("digest"))
        .contains(norms.path("digest").asText(), acts.path("digest").asText());
    doCallRealMethod().when(scene.ruleDrafts).demandLawyer(any());
    var secretary = new Browser(port).with("Authorization", "Bearer token-secretary");
    assertThat(secretary.get(HERE + "/files?path=" + NORMS).statusCode()).isEqualTo(403);
  }
}
