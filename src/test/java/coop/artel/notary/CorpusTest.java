package coop.artel.notary;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.notary.Corpus.Sample;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's own verifier over the corpus; the page of the second one is asked in the tour. */
class CorpusTest {
  private static final List<String> FAMILIES =
      List.of(
          "key replaced and re-signed",
          "checkpoint of another log",
          "older checkpoint",
          "record of another case",
          "gap",
          "cut tail",
          "value and salt replaced together",
          "actor swapped",
          "anchor of another contract or chain",
          "proof of an anchor",
          "time stamp of another checkpoint",
          "time stamp by another authority",
          "time of a stamp altered",
          "signature of a stamp altered",
          "imprint or nonce of a stamp altered",
          "signed attribute of a stamp missing",
          "certificate of a stamp",
          "form of a stamp",
          "index ≥ size",
          "surplus proof hash",
          "doubled ZIP entry",
          "doubled JSON key",
          "non-canonical JSON",
          "loose base64",
          "CRLF");

  @Test
  void the_corpus_is_large_enough_and_no_file_is_there_twice() {
    var families = Corpus.all().stream().collect(groupingBy(Sample::family, counting()));

    assertThat(families.remove(Corpus.GOOD_FILES)).isGreaterThanOrEqualTo(20);
    assertThat(families.keySet()).containsAll(FAMILIES);
    assertThat(families).allSatisfy((family, count) -> assertThat(count).isGreaterThanOrEqualTo(8));
    assertThat(families.values().stream().mapToLong(Long::longValue).sum())
        .isGreaterThanOrEqualTo(200);
    assertThat(Corpus.all()).extracting(Sample::toString).doesNotHaveDuplicates();
  }

  @Test
  void every_file_gets_its_verdict_and_the_number_of_its_check() {
    var found = new SoftAssertions();
    for (Sample sample : Corpus.all()) {
      found
          .assertThat(said(sample))
          .as("%s", sample)
          .isEqualTo(sample.result() + " " + sample.check());
    }
    found.assertAll();
  }

  private static String said(Sample sample) {
    var verdict = Corpus.verdict(sample);
    return verdict.result() + " " + failed(verdict);
  }

  private static int failed(Verifier.Verdict verdict) {
    return verdict.lines().stream()
        .filter(line -> line.number() > 0 && !line.holds())
        .mapToInt(Verifier.Line::number)
        .sum();
  }

  @Test
  void the_good_files_show_all_that_can_be_found_of_an_anchor() {
    assertThat(Corpus.all().stream().filter(it -> it.family().equals(Corpus.GOOD_FILES)))
        .extracting(it -> Corpus.verdict(it).anchoring())
        .contains(Verifier.Anchoring.values());
  }

  @Test
  void there_are_policy_files_of_all_kinds_and_none_is_there_twice() {
    assertThat(PolicyFiles.samples()).extracting(PolicyFiles.Sample::name).doesNotHaveDuplicates();
    assertThat(PolicyFiles.samples().stream().filter(it -> it.exit() == 0)).hasSizeGreaterThan(8);
    assertThat(PolicyFiles.samples().stream().filter(it -> it.exit() == 1))
        .extracting(PolicyFiles.Sample::check)
        .contains(11, 12, 16);
    assertThat(PolicyFiles.samples().stream().filter(it -> it.exit() == 2)).hasSizeGreaterThan(12);
  }

  @Test
  void every_policy_file_gets_its_verdict_or_the_line_that_is_wrong(@TempDir Path folder)
      throws IOException {
    var export = Files.write(folder.resolve("case.zip"), PolicyFiles.export());
    var found = new SoftAssertions();
    for (PolicyFiles.Sample sample : PolicyFiles.samples()) {
      var policy = Files.write(folder.resolve("policy.txt"), sample.policy());
      found.assertThat(exit(export, policy)).as("%s", sample).isEqualTo(sample.exit());
      found
          .assertThat(said(sample.policy(), PolicyFiles.export()))
          .as("%s", sample)
          .isEqualTo("%s %d %d".formatted(sample.fault(), sample.line(), sample.check()));
    }
    found.assertAll();
  }

  private static int exit(Path export, Path policy) {
    try (var nowhere = new PrintStream(OutputStream.nullOutputStream())) {
      return VerifyCommand.run(
          new String[] {export.toString(), "--policy", policy.toString()}, nowhere, nowhere);
    }
  }

  /** Fault of the policy, its line, and the check that does not hold. */
  private static String said(byte[] policy, byte[] export) {
    try {
      var verdict = Verifier.verify(export, Policy.parse(policy), false);
      return " 0 " + failed(verdict);
    } catch (Policy.NotUnderstood fault) {
      return "%s %d 0".formatted(fault.key(), fault.line());
    }
  }
}
