package coop.artel.notary;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.notary.Corpus.Sample;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

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
    int failed =
        verdict.lines().stream()
            .filter(line -> line.number() > 0 && !line.holds())
            .mapToInt(Verifier.Line::number)
            .sum();
    return verdict.result() + " " + failed;
  }

  @Test
  void the_good_files_show_all_that_can_be_found_of_an_anchor() {
    assertThat(Corpus.all().stream().filter(it -> it.family().equals(Corpus.GOOD_FILES)))
        .extracting(it -> Corpus.verdict(it).anchoring())
        .contains(Verifier.Anchoring.values());
  }
}
