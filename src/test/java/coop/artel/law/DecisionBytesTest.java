package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.Countries;
import coop.artel.values.CooperativeId;
import coop.artel.values.Sha256;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whatever way they are put together, a decision has the bytes that it had in the first version.
 */
class DecisionBytesTest {
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
  private static final Finding.Measure SIXTEEN =
      new Finding.Measure(
          "membership.min-age", "16 years", "3085-1, ст. 7", "law", "confirmed", null, null);

  /** The digests were made of these contents by another program. */
  @Test
  void decisions_keep_the_digests_that_they_were_stored_with() {
    var granted =
        decision(
            Outcome.GRANTED,
            List.of(),
            List.of("admission.age"),
            List.of(
                new Finding(
                    "admission.age",
                    true,
                    "заявителю исполнилось столько лет, сколько требует «возраст»",
                    "3085-1, ст. 7",
                    "born",
                    "1990-05-17",
                    "membership.min-age",
                    "16 years",
                    "law",
                    "confirmed",
                    null,
                    null,
                    List.of(SIXTEEN))),
            false,
            Basis.NONE);
    var missing =
        decision(
            Outcome.MISSING,
            List.of("address-given", "born"),
            List.of("admission.address", "admission.age"),
            List.of(byHand(), ofTheCharter()),
            true,
            new Basis(
                List.of(new Basis.Verified("calendar/2025", "ef".repeat(32), true)),
                List.of(new Basis.CharterEdition(LocalDate.of(2024, 1, 1), "01".repeat(32)))));

    for (int i = 0; i < 2; i++) {
      assertThat(digest(granted))
          .isEqualTo("ae4ecb1aec8a1a4895ef4efaa967ac5fcf800c238383cffa2001f387087e03b2");
      assertThat(digest(missing))
          .isEqualTo("265d9a212a4360602de59c5a70cbf78aaf49e7262e6a87ec8128009787e69034");
    }
  }

  private static Finding byHand() {
    return new Finding(
        "admission.address",
        false,
        "адрес указан\t\"полностью\" \\ — да",
        "3085-1, ст. 10",
        "addressGiven",
        "false",
        null,
        null,
        null,
        null,
        "cd".repeat(32),
        false,
        List.of());
  }

  private static Finding ofTheCharter() {
    return new Finding(
        "admission.age",
        false,
        "и\u0306",
        "ГК, ст. 21; 3085-1, ст. 7",
        null,
        null,
        "membership.min-age",
        null,
        "charter",
        "demonstration",
        null,
        null,
        List.of(
            new Finding.Measure(
                "membership.min-age",
                "18 years",
                "3085-1, ст. 7",
                "charter",
                "demonstration",
                "7.1",
                "16 years")));
  }

  private static String digest(Decision decision) {
    var bytes = DecisionBytes.of(decision, new QuestionMemory(new TreeMap<>()));
    assertThat(bytes).isEqualTo(decision.canonical());
    return Sha256.of(bytes);
  }

  private static Decision decision(
      Outcome outcome,
      List<String> missing,
      List<String> reasons,
      List<Finding> findings,
      boolean demonstration,
      Basis basis) {
    return new Decision(
        new UUID(7, 7),
        new CooperativeId(new UUID(0, 1)),
        "admission",
        DAY,
        outcome,
        missing,
        reasons,
        findings,
        "ab".repeat(32),
        "",
        demonstration,
        basis);
  }

  @Test
  void what_was_found_before_changes_no_byte_of_what_is_found_now() throws IOException {
    var edition = new Editions(new Countries()).current("ru");
    var cases = CasesTest.read();
    for (int round = 0; round < 2; round++) {
      for (var one : cases) {
        for (boolean verified : new boolean[] {false, true}) {
          var decision = one.ask(edition, verified);
          assertThat(decision.digest())
              .as("%s", one.id())
              .isEqualTo(Sha256.of(decision.canonical()));
        }
      }
    }
  }

  @Test
  void a_memory_that_has_seen_too_much_begins_anew_and_says_the_same() {
    var memory = new QuestionMemory(new TreeMap<>());
    for (int i = 0; i < 2500; i++) {
      var finding =
          new Finding("a.b", true, "s" + i % 1250, "a", null, null, null, null, null, null);
      var decision =
          decision(Outcome.HUMAN, List.of(), List.of(), List.of(finding), false, Basis.NONE);
      assertThat(DecisionBytes.of(decision, memory)).isEqualTo(decision.canonical());
    }
  }

  @Test
  void the_value_of_a_fact_is_in_no_digest() {
    var one = new Finding("a.b", true, "s", "a", "born", "1990-05-17", null, null, null, null);
    var other = new Finding("a.b", true, "s", "a", "born", "1991-01-01", null, null, null, null);
    var memory = new QuestionMemory(new TreeMap<>());

    assertThat(memory.bytes(one)).isEqualTo(memory.bytes(other));
    assertThat(new String(memory.bytes(one), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("1990");
  }
}
