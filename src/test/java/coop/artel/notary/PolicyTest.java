package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private final VerifierKey log = LogKey.generate("example.org/log").verifier();
  private final Policy policy =
      new Policy(
          List.of(log),
          List.of(
              new Policy.TrustedChain(
                  2018, List.of(FakeChain.CONTRACT), List.of("0x" + "ab".repeat(20)))));

  @Test
  void a_policy_is_read_as_it_was_written() {
    assertThat(policy.text())
        .isEqualTo(
            """
            # What a verifier of Artel's exports trusts; see README.txt there.
            artel-policy 1
            log %s
            quorum none
            chain 2018
            contract %s
            validator 0xabababababababababababababababababababab
            """
                .formatted(log, FakeChain.CONTRACT));
    assertThat(Policy.parse(policy.text().getBytes(UTF_8)).text()).isEqualTo(policy.text());
    assertThat(
            Policy.parse(
                    "  log\t%s https://example.org\n# x\n\nquorum none\nartel-policy 1"
                        .formatted(log)
                        .getBytes(UTF_8))
                .chains())
        .isEmpty();
  }

  @Test
  void words_of_a_line_may_be_far_apart() {
    var read =
        Policy.parse("artel-policy \t 1\nlog\t%s\nquorum  none\n".formatted(log).getBytes(UTF_8));

    assertThat(read.logs()).hasToString("[%s]".formatted(log));
  }

  @Test
  void what_is_not_understood_is_refused() {
    String own = policy.text();
    for (String wrong :
        List.of(
            "",
            own.replace("artel-policy 1", "artel-policy 2"),
            own.replace("artel-policy 1", ""),
            own.replace("quorum none", ""),
            own.replace("quorum none", "quorum all"),
            own + "quorum none\n",
            own + "witness w " + log + "\n",
            own + "contract 0x12\n",
            own + "contract " + FakeChain.CONTRACT.toUpperCase(Locale.ROOT) + "\n",
            own + "chain 01\n",
            own + "chain\n",
            "contract " + FakeChain.CONTRACT + "\n" + own,
            own.replace("log example", "log xxample"))) {
      assertThatIllegalArgumentException()
          .as(wrong)
          .isThrownBy(() -> Policy.parse(wrong.getBytes(UTF_8)));
    }
  }
}
