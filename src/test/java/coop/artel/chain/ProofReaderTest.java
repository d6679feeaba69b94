package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.artel.chain.StubNode.Failure;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;

/** Against a node that answers with a real block. */
class ProofReaderTest {
  private static final long NUMBER = 0x37;

  private StubNode stub;
  private Node node;
  private ProofReader reader;

  @BeforeEach
  void begin() throws IOException {
    stub =
        new StubNode()
            .on(
                "eth_getBlockByNumber",
                asked ->
                    List.of("0x37", "latest").contains(asked.get(0).textValue())
                        ? RealBlock.header()
                        : null)
            .on(
                "eth_getBlockReceipts",
                asked ->
                    asked.get(0).textValue().equals("0x37")
                        ? RealBlock.TOLD.required("receipts")
                        : null)
            .on(
                "eth_getTransactionReceipt",
                asked -> {
                  for (var receipt : RealBlock.TOLD.required("receipts")) {
                    if (receipt.required("transactionHash").equals(asked.get(0))) {
                      return receipt;
                    }
                  }
                  return null;
                });
    node = new Node(List.of(stub.address()));
    reader = new ProofReader(node);
  }

  @AfterEach
  void end() {
    node.close();
    stub.close();
  }

  @Test
  void each_transaction_of_the_block_is_proved_as_its_nodes_wrote_it() throws Exception {
    for (int index = 0; index < 5; index++) {
      var proof = reader.proof(transaction(index), NUMBER).orElseThrow();

      assertThat(proof.header()).isEqualTo(RealBlock.rawHeader());
      assertThat(proof.receipt()).isEqualTo(RealBlock.rawReceipts().get(index));
      assertThat(proof.index()).isEqualTo(index);
      assertThat(proof.standsIn(proof.block())).isTrue();
      assertThat(proof.succeeded()).isTrue();
    }
  }

  @Test
  void a_node_that_tells_receipts_one_by_one_only_proves_as_much() throws Exception {
    var expected = reader.proof(transaction(3), NUMBER).orElseThrow();
    stub.on(
        "eth_getBlockReceipts",
        asked -> {
          throw new Failure(-32601, "Method not found");
        });

    var proof = reader.proof(transaction(3), NUMBER).orElseThrow();

    assertThat(proof.receipt()).isEqualTo(expected.receipt());
    assertThat(proof.path()).hasSameSizeAs(expected.path());
    assertThat(proof.standsIn(proof.block())).isTrue();
  }

  @Test
  void a_block_that_is_not_there_or_lacks_the_transaction_proves_nothing() throws Exception {
    assertThat(reader.proof(transaction(0), 56)).isEmpty();
    assertThat(reader.proof("0x" + "ab".repeat(32), NUMBER)).isEmpty();
  }

  @Test
  void a_node_that_shows_less_than_the_block_holds_is_not_believed() {
    answer("gasUsed", "0x1");
    unprovable("its header does not give its hash");
    without("gasUsed");
    unprovable("it lacks a field");
    without("withdrawalsRoot");
    unprovable("its header does not give its hash");
    stub.on("eth_getBlockByNumber", asked -> RealBlock.header());
    stub.on(
        "eth_getBlockReceipts",
        asked -> {
          var receipts = RealBlock.TOLD.required("receipts").deepCopy();
          ((ObjectNode) receipts.get(4)).put("status", "0x0");
          return receipts;
        });
    unprovable("its receipts do not give their root");
    stub.on("eth_getBlockReceipts", asked -> List.of());
    unprovable("it lacks a field");
  }

  @Test
  void the_header_of_an_ordinary_chain_is_hashed_as_it_is() {
    var anchor =
        new Anchor(
            "log.test/one",
            3,
            new byte[32],
            new byte[32],
            1,
            "0x" + "c0".repeat(20),
            "0x" + "ab".repeat(32),
            1,
            Instant.EPOCH);
    var proof = MadeBlock.unsealed(anchor).proof();

    assertThat(proof.block().hash()).isEqualTo(Hash.sha3(proof.header()));
    assertThat(proof.block().namedValidators()).isEmpty();
  }

  @Test
  void the_newest_block_tells_who_seals() throws Exception {
    assertThat(reader.validators()).isEqualTo(RealBlock.validators());
  }

  private void answer(String field, String value) {
    stub.on("eth_getBlockByNumber", asked -> RealBlock.header().put(field, value));
  }

  private void without(String field) {
    stub.on(
        "eth_getBlockByNumber",
        asked -> {
          var header = RealBlock.header();
          header.remove(field);
          return header;
        });
  }

  private void unprovable(String why) {
    assertThatThrownBy(() -> reader.proof(transaction(0), NUMBER))
        .isInstanceOfSatisfying(
            ChainUnavailable.class, e -> assertThat(e.reason()).isEqualTo("chain.not-provable"))
        .hasMessageContaining(why);
  }

  private static String transaction(int index) {
    return RealBlock.header().required("transactions").get(index).textValue();
  }
}
