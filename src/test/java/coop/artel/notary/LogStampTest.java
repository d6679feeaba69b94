package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.chain.ChainUnavailable;
import coop.artel.signing.MadeAuthority;
import coop.artel.signing.NoTimeStamp;
import coop.artel.signing.StampSettings;
import coop.artel.signing.StubAuthority;
import coop.artel.signing.TimeAuthority;
import coop.artel.values.Wordbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest time stamp of a running log. */
class LogStampTest {
  private static final Instant STAMPED = Instant.parse("2026-03-02T10:30:05Z");
  private static final MadeAuthority OURS = StampFiles.RSA;

  @TempDir Path folder;
  private final StubAuthority stub = new StubAuthority(question -> OURS.answer(question, STAMPED));

  /** Instead of what the log offers. */
  private final Map<String, Optional<byte[]>> instead = new HashMap<>();

  private House house = new House();

  @BeforeEach
  void a_stamped_log_that_goes_on() {
    house = new House(settings(OURS));
    sealed("a");
    house.anchorer.anchorNow();
    house.stamper.stampNow();
    sealed("b");
  }

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void it_is_told_with_its_time_and_what_it_is_of() {
    var verdict = verify(policy());

    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verdict.lines())
        .contains(new Verifier.Line(17, true, "check.stamp", List.of()))
        .contains(
            new Verifier.Line(0, true, "told.log-stamped", List.of(STAMPED, 1L, OURS.digest())));
  }

  @Test
  void in_words_it_names_what_it_is_of_and_the_certificate() {
    var line =
        verify(policy()).lines().stream()
            .filter(it -> it.key().equals("told.log-stamped"))
            .findFirst()
            .orElseThrow();

    assertThat(Wordbook.of("ru", "notary").say("verify." + line.key(), line.arguments().toArray()))
        .startsWith("новейшая метка времени: ")
        .contains("2026", ", на первых записях (1). Тогда", OURS.digest());
    assertThat(Wordbook.of("en", "notary").say("verify." + line.key(), line.arguments().toArray()))
        .startsWith("newest time stamp: ")
        .contains("2026", ", on the first entries (1). They", OURS.digest());
  }

  @Test
  void without_a_policy_that_names_the_authority_anybody_could_have_made_it() {
    var expected =
        new Verifier.Line(0, true, "told.log-stamp-stated", List.of(STAMPED, 1L, OURS.digest()));

    assertThat(verify(null).lines()).contains(expected);
    var silent = new Policy(List.of(house.keys.log().verifier()), List.of());
    assertThat(verify(silent).lines()).contains(expected);
    assertThat(verify(silent).result()).isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void a_log_that_offers_none_is_no_worse() {
    instead.put("stamped", Optional.empty());

    var verdict = verify(policy());
    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verdict.lines())
        .contains(new Verifier.Line(0, true, "told.not-stamped", List.of()))
        .noneMatch(line -> line.number() == 17);
  }

  @Test
  void a_stamp_of_somebody_whom_the_policy_does_not_name_is_a_fault() {
    var other =
        new Policy(
            List.of(house.keys.log().verifier()), List.of(), List.of(StampFiles.P_256.digest()));

    assertThat(wrong(verify(other)))
        .isEqualTo("17 wrong.stamp-authority [stamp/1, %s]".formatted(OURS.digest()));
  }

  @Test
  void a_stamp_of_another_checkpoint_is_a_fault() {
    byte[] newest = file("checkpoint");
    instead.put("stamped", Optional.of(newest));
    instead.put("stamp/2", Optional.of(file("stamp/1")));

    assertThat(wrong(verify(policy()))).isEqualTo("17 wrong.stamp-other [stamp/2]");
  }

  @Test
  void one_that_is_promised_and_not_there_is_a_fault() {
    instead.put("stamp/1", Optional.empty());
    assertThat(wrong(verify(policy()))).isEqualTo("17 wrong.absent [stamp/1]");

    instead.put("stamp/1", Optional.of(new byte[] {1, 2, 3}));
    assertThat(wrong(verify(policy()))).isEqualTo("17 wrong.form [stamp/1]");

    instead.put("stamped", Optional.of("no checkpoint".getBytes(StandardCharsets.UTF_8)));
    assertThat(wrong(verify(policy()))).isEqualTo("17 wrong.form [stamped]");
  }

  @Test
  void a_log_that_shows_less_than_was_stamped_has_lost_its_end() {
    byte[] small = file("checkpoint");
    sealed("c");
    house.later(Duration.ofHours(1));
    house.anchorer.anchorNow();
    house.stamper.stampNow();
    instead.put("checkpoint", Optional.of(small));

    assertThat(wrong(verify(policy()))).isEqualTo("17 wrong.log-stamp-cut [2, 3]");
  }

  @Test
  void a_stamp_of_another_beginning_is_a_fault() throws NoTimeStamp {
    var other = new Checkpoint(house.keys.log().origin(), 1, Hashes.sha256(new byte[] {7}));
    byte[] note = SignedNote.sign(other.text(), house.keys.log()).bytes();
    instead.put("stamped", Optional.of(note));
    instead.put("stamp/1", Optional.of(house.authority.stamp(Hashes.sha256(note))));

    assertThat(wrong(verify(policy()))).isEqualTo("17 wrong.log-stamp [1]");
  }

  @Test
  void a_stamp_that_the_policy_trusts_no_more_is_not_offered() {
    var others =
        new Policies(
            house.database,
            house.keys,
            house.chain.chain,
            house.folder,
            new TimeAuthority(settings(StampFiles.P_256)),
            List.of());
    var stamps = new LogStamps(house.database, others);

    assertThat(stamps.find("stamped")).isEmpty();
    assertThat(stamps.find("stamp/1")).isEmpty();
    assertThat(find("stamp/2")).isEmpty();
    assertThat(find("stamp/01")).isEmpty();
  }

  private StampSettings settings(MadeAuthority trusted) {
    return stub.settings(StubAuthority.pem(folder.resolve(trusted.digest() + ".pem"), trusted));
  }

  private void sealed(String caseId) {
    house.append(caseId, Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
  }

  private Policy policy() {
    return Policy.parse(house.policy());
  }

  private byte[] file(String path) {
    return find(path).orElseThrow();
  }

  private Optional<byte[]> find(String path) {
    return new LogFiles(house.database)
        .find(path)
        .or(() -> new LogStamps(house.database, house.policies).find(path))
        .map(LogFiles.LogFile::bytes);
  }

  private Verifier.Verdict verify(@Nullable Policy policy) {
    LogSource source =
        path -> {
          var other = instead.get(path);
          return other == null ? find(path) : other;
        };
    try {
      return new LogVerifier(source, policy, false).verify(null);
    } catch (IOException | ChainUnavailable e) {
      throw new AssertionError(e);
    }
  }

  private static String wrong(Verifier.Verdict verdict) {
    assertThat(verdict.result()).isEqualTo(Verifier.Result.BAD);
    var lines = verdict.lines();
    var last = lines.get(lines.size() - 1);
    return "%d %s %s".formatted(lines.get(lines.size() - 2).number(), last.key(), last.arguments());
  }
}
