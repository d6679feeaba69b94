package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An auditor keeps yesterday's checkpoint and asks today's log whether it goes on from there. */
class LogSinceTest {
  private static final int SIZE = 41;

  private final CorpusLog log = filled(1);
  private UnaryOperator<String> proof = text -> text;

  /** Another history under the same name and the same key. */
  private final CorpusLog rewritten = filled(1);

  LogSinceTest() {
    rewritten.append("of which nobody knew".getBytes(UTF_8));
    rewritten.appendOthers(5);
    log.appendOthers(SIZE - log.size());
  }

  private static CorpusLog filled(long seed) {
    var log = new CorpusLog(GoodFiles.ORIGIN, seed);
    log.appendOthers(7);
    return log;
  }

  @Test
  void a_log_that_goes_on_from_any_of_its_checkpoints_holds() {
    for (int size = 1; size <= SIZE; size++) {
      var verdict = since(log.note(size));

      assertThat(verdict.result()).as("%d", size).isEqualTo(Verifier.Result.GOOD);
      assertThat(verdict.lines()).extracting(Verifier.Line::number).containsExactly(1, 2, 8, 0, 0);
      assertThat(verdict.lines())
          .contains(
              new Verifier.Line(
                  0, true, "told.log-since", List.of((long) size, (long) SIZE - size)));
    }
  }

  @Test
  void a_running_log_gives_the_proof() throws IOException {
    var house = new House();
    byte[] kept = new byte[0];
    for (int i = 0; i < 3; i++) {
      house.append("a", Happening.of(RecordKind.BALLOT));
      house.sequencer.sequenceNow();
      kept = i == 0 ? file(house, "checkpoint") : kept;
    }

    var policy = Policy.parse(house.policy());
    var verifier = new LogVerifier(path -> Optional.of(file(house, path)), policy, false);
    assertThat(verifier.verifySince(signed(kept)).result()).isEqualTo(Verifier.Result.GOOD);
  }

  private static byte[] file(House house, String path) {
    return new LogFiles(house.database).find(path).orElseThrow().bytes();
  }

  @Test
  void a_rewritten_log_is_refused() {
    for (int size = 8; size <= rewritten.size(); size++) {
      assertThat(wrong(rewritten.note(size)))
          .isEqualTo("8 wrong.log-since [%d, %d]".formatted(size, SIZE));
    }
    assertThat(since(rewritten.note(7)).result()).isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void another_head_of_the_same_size_is_refused() {
    rewritten.appendOthers(SIZE - rewritten.size());

    assertThat(wrong(rewritten.note(SIZE))).isEqualTo("8 wrong.log-since [41, 41]");
  }

  @Test
  void a_log_whose_end_was_cut_off_is_refused() {
    byte[] kept = log.note(SIZE);
    var cut = filled(1);
    cut.appendOthers(20);

    assertThat(wrong(kept, served(cut))).isEqualTo("8 wrong.log-since-cut [27, 41]");
  }

  @Test
  void a_checkpoint_of_another_log_or_of_another_key_is_refused() {
    var neighbour = new CorpusLog("artel.local/neighbour", 3);
    neighbour.appendOthers(3);
    var stranger = new CorpusLog(GoodFiles.ORIGIN, 99);
    stranger.appendOthers(3);

    assertThat(wrong(neighbour.note(3)))
        .isEqualTo("8 wrong.log-since-other [artel.local/neighbour, artel.local/corpus]");
    assertThat(wrong(stranger.note(3))).isEqualTo("8 wrong.signature [--since]");
  }

  @Test
  void a_proof_that_is_not_in_its_form_or_of_something_else_is_refused() {
    byte[] kept = log.note(12);
    for (UnaryOperator<String> spoiled :
        List.<UnaryOperator<String>>of(
            text -> text.replace("old 12", "old 13"),
            text -> text.replace("old 12", "old 012"),
            text -> text.replace("old 12", "old"),
            text -> text.replace("\n", "\r\n"),
            text -> text.replaceFirst("=\n", "\n"),
            text -> "x" + text,
            text -> text + "\n",
            text -> "")) {
      proof = spoiled;
      assertThat(wrong(kept)).isEqualTo("8 wrong.form [consistency/12]");
    }
    proof = text -> text.replaceFirst("\n[^\n]{44}\n", "\n");
    assertThat(wrong(kept)).isEqualTo("8 wrong.log-since [12, 41]");
    proof = text -> text.substring(0, text.indexOf("\n\n") + 2) + new String(log.note(20), UTF_8);
    assertThat(wrong(kept)).isEqualTo("8 wrong.form [consistency/12]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConsistencyProof.parse(("old 1\n" + "AA==\n" + "\nx").getBytes(UTF_8)));
  }

  @Test
  void the_head_inside_the_proof_is_signed_too() {
    var stranger = new CorpusLog(GoodFiles.ORIGIN, 99);
    stranger.appendOthers(SIZE);
    proof =
        text ->
            text.substring(0, text.indexOf("\n\n") + 2) + new String(stranger.note(SIZE), UTF_8);

    assertThat(wrong(log.note(12))).isEqualTo("8 wrong.signature [consistency/12]");
  }

  @Test
  void a_log_without_such_a_proof_is_refused_and_one_that_is_away_is_no_verdict() {
    assertThat(
            wrong(
                log.note(12),
                path -> path.equals("checkpoint") ? Optional.of(log.note(SIZE)) : Optional.empty()))
        .isEqualTo("8 wrong.absent [consistency/12]");
  }

  @Test
  void without_a_policy_the_signer_is_unknown() throws IOException {
    var verdict = new LogVerifier(served(log), null, false).verifySince(signed(log.note(12)));

    assertThat(verdict.result()).isEqualTo(Verifier.Result.SIGNER_UNKNOWN);
  }

  private LogSource served(CorpusLog running) {
    return path -> {
      if (path.equals("checkpoint")) {
        return Optional.of(running.note(running.size()));
      }
      int old = Integer.parseInt(path.substring("consistency/".length()));
      var hashes = running.consistency(old);
      byte[] made = new ConsistencyProof(old, hashes, running.note(running.size())).bytes();
      return Optional.of(proof.apply(new String(made, UTF_8)).getBytes(UTF_8));
    };
  }

  private Verifier.Verdict since(byte[] kept) {
    return since(kept, served(log));
  }

  private static Verifier.Verdict since(byte[] kept, LogSource source) {
    var policy = Policy.parse(GoodFiles.POLICY.getBytes(UTF_8));
    try {
      return new LogVerifier(source, policy, false).verifySince(signed(kept));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static LogHistory.Signed signed(byte[] note) {
    return new LogHistory.Signed(Checkpoint.parse(SignedNote.parse(note).text()), note);
  }

  private String wrong(byte[] kept) {
    return wrong(kept, served(log));
  }

  private static String wrong(byte[] kept, LogSource source) {
    var verdict = since(kept, source);
    assertThat(verdict.result()).isEqualTo(Verifier.Result.BAD);
    var lines = verdict.lines();
    var check = lines.get(lines.size() - 2);
    var last = lines.get(lines.size() - 1);
    assertThat(check.holds()).isFalse();
    return "%d %s %s".formatted(check.number(), last.key(), last.arguments());
  }
}
