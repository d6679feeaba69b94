package coop.artel.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import coop.artel.notary.Corpus;
import coop.artel.notary.Corpus.Sample;
import coop.artel.notary.PolicyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page that shares no code with {@code verify}, opened from the disk without a network. It
 * comes to the verdicts of the corpus as {@code CorpusTest} shows that {@code verify} does.
 */
class SecondVerifierTest {
  private static final Path PAGE = Path.of("target", "classes", "notary", "verifier.html");
  private static final Path PICTURES = Path.of("target", "tour");
  private static final int BATCH = 40;
  private static final int TELEPHONE = 390;

  private static final String VERIFY =
      """
      async (samples) => {
        const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const said = [];
        for (const { file, policy, requireAnchor, digest } of samples) {
          const trusted = policy ? artel.readPolicy(policy) : null;
          const wanted = { requireAnchor, digest };
          const { result, failed, anchoring } = await artel.verify(bytes(file), trusted, wanted);
          said.push(failed > 0 ? `${result} ${failed}` : `${result}, ${anchoring}`);
        }
        return said;
      }
      """;

  private final List<String> asked = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void open() {
    context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale("ru")
                    .setTimezoneId("Asia/Vladivostok")
                    .setViewportSize(1280, 800));
    context.setOffline(true);
    page = context.newPage();
    page.onRequest(request -> asked.add(request.url()));
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate(PAGE.toAbsolutePath().toUri().toString());
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(complaints).isEmpty();
    assertThat(asked).hasSize(1).allMatch(url -> url.startsWith("file:"));
  }

  @Test
  void every_file_of_the_corpus_gets_its_verdict_and_the_number_of_its_check() {
    var found = new SoftAssertions();
    var all = Corpus.all();
    for (int from = 0; from < all.size(); from += BATCH) {
      var samples = all.subList(from, Math.min(from + BATCH, all.size()));
      var said =
          (List<?>) page.evaluate(VERIFY, samples.stream().map(SecondVerifierTest::told).toList());
      for (int i = 0; i < samples.size(); i++) {
        var sample = samples.get(i);
        found.assertThat(said.get(i)).as("%s", sample).isEqualTo(expected(sample));
      }
    }
    found.assertAll();
  }

  private static String expected(Sample sample) {
    String result = spelled(sample.result());
    return sample.check() > 0
        ? result + " " + sample.check()
        : result + ", " + spelled(Corpus.verdict(sample).anchoring());
  }

  private static String spelled(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, Object> told(Sample sample) {
    var told = new HashMap<String, Object>();
    told.put("file", Base64.getEncoder().encodeToString(sample.file()));
    told.put("policy", sample.policy());
    told.put("requireAnchor", sample.requireAnchor());
    told.put("digest", sample.digest());
    return told;
  }

  @Test
  void somebody_chooses_a_file_and_a_policy_and_reads_the_verdict_and_the_story() {
    var sample = sample("good: values withheld");
    choose(sample);
    page.locator("#check").click();

    assertThat(page.locator("#verdict"))
        .hasText("ВЕРНО, НО ЗАКРЕПЛЕНИЕ НЕ ДОКАЗАНО: выгрузка подлинна");
    assertThat(page.locator("#verdict")).isFocused();
    assertThat(page.locator(".check.is-ok")).hasCount(12);
    assertThat(page.locator(".story > li").first()).containsText("Согласие дано");
    assertThat(page.locator(".story")).containsText("не открыто");
    assertThat(page.locator("#answer")).containsText("Значений, которые не открыты: 3");
    look("verifier-good");
  }

  @Test
  void an_anchor_is_proved_by_the_seals_of_the_policy_s_validators() {
    choose(sample("good: proved by two thirds of them"));
    page.locator(".more summary").click();
    page.locator("#anchor").check();
    page.locator("#check").click();

    assertThat(page.locator("#verdict")).hasText("ВЕРНО: выгрузка подлинна");
    assertThat(page.locator(".check.is-ok")).hasCount(16);
    assertThat(page.locator("#answer")).containsText("печатей валидаторов 3 из 4");
    look("verifier-proved");
  }

  @Test
  void a_time_stamp_is_told_in_the_reader_s_own_time() {
    choose(sample("good: stamped and proved"));
    page.locator("#check").click();

    assertThat(page.locator("#verdict")).hasText("ВЕРНО: выгрузка подлинна");
    assertThat(page.locator(".check.is-ok")).hasCount(17);
    assertThat(page.locator("#answer"))
        .containsText("Метка времени: 2 марта 2026 г. в 20:30:05 GMT+10");
    look("verifier-stamped");

    page.locator("[data-speak=en]").click();
    assertThat(page.locator("#answer"))
        .containsText("Time stamp: March 2, 2026 at 8:30:05 PM GMT+10");
  }

  @Test
  void a_stamp_of_openssl_holds(@TempDir Path folder) throws Exception {
    var sample = Corpus.stampedByOpenssl(folder);

    assertThat(Corpus.verdict(sample).result()).isEqualTo(sample.result());
    assertThat((List<?>) page.evaluate(VERIFY, List.of(told(sample))))
        .isEqualTo(List.of("good, stated"));
  }

  @Test
  void what_is_wrong_is_named_with_the_number_of_its_check() {
    choose(sample("actor swapped: in a record 1"));
    page.locator("#check").click();

    assertThat(page.locator("#verdict")).hasText("НЕВЕРНО: выгрузка не подтверждается");
    assertThat(page.locator(".verdict"))
        .containsText("4. records/000003.json: не та запись, к которой обязывает журнал");
    assertThat(page.locator(".check.is-failed")).hasCount(1);
    assertThat(page.locator(".check.is-unreached")).hasCount(13);
    assertThat(page.locator(".story")).hasCount(0);
    look("verifier-bad");

    page.locator("[data-speak=en]").click();
    assertThat(page.locator("#verdict")).hasText("BAD: the export does not hold");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    look("verifier-bad-english");
  }

  @Test
  void without_a_policy_the_signer_is_unknown() {
    choose(sample("good: closed and anchored"));
    page.locator("#policy").fill("");
    page.locator("#check").click();

    assertThat(page.locator("#verdict"))
        .hasText("СОГЛАСОВАНО САМО С СОБОЙ, ПОДПИСАВШИЙ НЕИЗВЕСТЕН");
    assertThat(page.locator(".check.is-skipped")).hasCount(7);
    look("verifier-unknown");
  }

  @Test
  void a_policy_that_is_not_understood_is_told_at_its_field_and_nothing_is_verified() {
    choose(sample("good: closed and anchored"));
    page.locator("#policy").fill("artel-policy 1\nlog x\n");
    page.locator("#check").click();

    assertThat(page.locator("#policy-error"))
        .hasText("Политику не удаётся понять: строка 2: это не ключ журнала: x");
    assertThat(page.locator("#policy")).isFocused();
    assertThat(page.locator("#answer")).isEmpty();
  }

  @Test
  void every_policy_file_gets_its_verdict_or_the_line_that_is_wrong() {
    page.locator("#file")
        .setInputFiles(new FilePayload("case.zip", "application/zip", PolicyFiles.export()));
    var found = new SoftAssertions();
    for (var sample : PolicyFiles.samples()) {
      found
          .assertThat(said(sample))
          .as("%s", sample)
          .isEqualTo(
              sample.exit() == 2
                  ? "Политику не удаётся понять: " + sample.told()
                  : sample.check() == 0
                      ? "ВЕРНО: выгрузка подлинна"
                      : "НЕВЕРНО: выгрузка не подтверждается " + sample.check() + ".");
    }
    found.assertAll();
  }

  /** What stands on the page after the file is chosen and the button is pressed. */
  private Object said(PolicyFiles.Sample sample) {
    page.evaluate(
        """
        () => {
          document.getElementById('policy').value = '';
          document.getElementById('answer').replaceChildren();
          document.querySelectorAll('.error').forEach((error) => { error.hidden = true; });
        }
        """);
    page.locator("#policy-file")
        .setInputFiles(new FilePayload("policy.txt", "text/plain", sample.policy()));
    page.waitForFunction(
        """
        () => document.getElementById('policy').value !== ''
            || !document.getElementById('policy-file-error').hidden
        """);
    page.locator("#check").click();
    return page.waitForFunction(
            """
            () => {
              const error = document.querySelector('.error:not([hidden])');
              const verdict = document.getElementById('verdict');
              const failed = document.querySelector('.check.is-failed .check-number');
              return error?.textContent
                  ?? (verdict && [verdict.textContent, failed?.textContent ?? ''].join(' ').trim());
            }
            """)
        .jsonValue();
  }

  @Test
  void a_policy_file_is_shown_as_text_before_it_is_trusted() {
    var sample = sample("good: closed and anchored");
    page.locator("#policy-file")
        .setInputFiles(
            new FilePayload(
                "policy.txt", "text/plain", sample.policy().getBytes(StandardCharsets.UTF_8)));

    assertThat(page.locator("#policy")).hasValue(sample.policy());
  }

  @Test
  void an_export_and_a_policy_are_dropped_anywhere_on_the_page() {
    var sample = sample("good: proved by all validators");
    page.evaluate(
        """
        ({ file, policy }) => {
          const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([bytes], 'case.zip'));
          dataTransfer.items.add(new File([policy], 'policy.txt'));
          document.querySelector('h1').dispatchEvent(
              new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        }
        """,
        told(sample));

    assertThat(page.locator("#policy")).hasValue(sample.policy());
    page.locator("#check").click();
    assertThat(page.locator("#verdict")).hasText("ВЕРНО: выгрузка подлинна");
  }

  @Test
  void the_file_has_the_same_bytes_in_every_build(@TempDir Path folder) throws Exception {
    var again = folder.resolve("verifier.html");
    var build =
        new ProcessBuilder("node", "src/main/web/verifier.mjs", again.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    assertThat(build.waitFor()).isZero();
    assertThat(again).hasSameBinaryContentAs(PAGE);
  }

  @Test
  void nothing_that_a_file_says_becomes_markup() {
    choose(sample("good: markup in every place"));
    page.locator("#check").click();

    assertThat(page.locator("#verdict")).containsText("ВЕРНО");
    assertThat(page.locator(".story")).containsText("<img src=x onerror=alert(1)>");
    assertThat(page.locator("#answer img, #answer script, #answer a")).hasCount(0);
  }

  @Test
  void a_large_export_shows_how_far_it_is(@TempDir Path folder) throws IOException {
    var sample = Corpus.large();
    var file = Files.write(folder.resolve("large.zip"), sample.file());
    page.evaluate(
        """
        () => {
          window.shares = [];
          const progress = document.getElementById('progress');
          new MutationObserver(() => shares.push(progress.value))
              .observe(document.getElementById('progress-words'), { childList: true });
        }
        """);
    page.locator("#file").setInputFiles(file);
    page.locator("#policy").fill(sample.policy());
    page.locator("#check").click();

    assertThat(page.locator("#verdict")).containsText("ВЕРНО");
    assertThat((List<?>) page.evaluate("() => [...new Set(shares)]")).hasSizeGreaterThan(2);
  }

  private static Sample sample(String name) {
    return Corpus.all().stream().filter(it -> it.toString().equals(name)).findFirst().orElseThrow();
  }

  private void choose(Sample sample) {
    page.locator("#file")
        .setInputFiles(new FilePayload("case.zip", "application/zip", sample.file()));
    page.locator("#policy").fill(sample.policy());
  }

  /** Both themes, on a desk and on a telephone, kept as pictures and held to WCAG 2.2 AA. */
  private void look(String name) {
    for (String theme : List.of("light", "dark")) {
      page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme);
      for (int width : new int[] {1280, TELEPHONE}) {
        page.setViewportSize(width, 800);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("%s-%s-%d.png".formatted(name, theme, width)))
                .setFullPage(true));
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
      }
      assertThat(Axe.violations(page)).as("axe-core, %s", theme).isEmpty();
    }
  }
}
