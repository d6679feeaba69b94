package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.chain.QbftExtraData.Vote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.utils.Numeric;

/**
 * Against a first block as Besu's own generator wrote it, and a later one as four nodes sealed it.
 */
class QbftExtraDataTest {
  /** Block 55 of a network of four validators that ran Besu 26.8.0. */
  private static final String SEALED =
      "0xf90144a0000000000000000000000000000000000000000000626573752032362e382e30f8549430d239102d83"
          + "835607fb333fe75b7fbc91df7892946275cef42f216787d93e840c3c5a40a8aa0a945c94645e5f0acf07a3"
          + "6512b9cf0a68d2abf616614e4b94d6dd0025740e657c4469445a77cc7f37794ce0d0c080f8c9b8417f8af7"
          + "38d24d204cbf0b217137110557146e8dfbc8ea07c0eb205bce83e887544411284981ba8a8d5ce573e745fe"
          + "c649de70463cbddbfb089d44223a2f032d3300b8411debeb836821dbc1b5f96f3a1115287bcfc05621e5be"
          + "2b8b63f65b5b9144dd2a572d98f963c30969a84606a6c0a0fcede4d9a31e4fde56f241c68b2425b9fd4a01"
          + "b841ca5105ad797b62dd2634cb3b2e1869258b4c0dc270cd32f4b5bf9d791d86ffd94b0dae4bbf83131eb6"
          + "accc790ddcb6d07fe99b547d0327f1c51fbf8b985c02b901";

  private static final List<String> VALIDATORS =
      List.of(
          "0x30d239102d83835607fb333fe75b7fbc91df7892",
          "0x6275cef42f216787d93e840c3c5a40a8aa0a945c",
          "0x645e5f0acf07a36512b9cf0a68d2abf616614e4b",
          "0xd6dd0025740e657c4469445a77cc7f37794ce0d0");

  @Test
  void the_first_block_of_besu_s_own_generator_is_read_and_written_alike() throws Exception {
    byte[] bytes = besuGenesis();

    var read = QbftExtraData.decode(bytes);

    assertThat(read.validators()).containsExactlyInAnyOrderElementsOf(VALIDATORS);
    assertThat(read.vanity()).containsOnly(0);
    assertThat(read.vote()).isNull();
    assertThat(read.round()).isZero();
    assertThat(read.seals()).isEmpty();
    assertThat(read.encode()).isEqualTo(bytes);
  }

  @Test
  void our_first_block_differs_from_besu_s_in_the_order_of_validators_only() throws Exception {
    var shuffled =
        List.of(VALIDATORS.get(2), VALIDATORS.get(0), VALIDATORS.get(3), VALIDATORS.get(1));

    var ours = QbftExtraData.ofGenesis(shuffled);

    assertThat(ours.validators()).isEqualTo(VALIDATORS);
    var besu = QbftExtraData.decode(besuGenesis());
    var sameOrder =
        new QbftExtraData(ours.vanity(), besu.validators(), null, ours.round(), ours.seals());
    assertThat(sameOrder.encode()).isEqualTo(besuGenesis());
  }

  @Test
  void a_sealed_block_tells_its_validators_and_seals() {
    byte[] bytes = Numeric.hexStringToByteArray(SEALED);

    var read = QbftExtraData.decode(bytes);

    assertThat(new String(read.vanity(), StandardCharsets.US_ASCII)).endsWith("besu 26.8.0");
    assertThat(read.validators()).isEqualTo(VALIDATORS);
    assertThat(read.seals())
        .hasSize(3)
        .allSatisfy(seal -> assertThat(seal[64]).isBetween((byte) 0, (byte) 1));
    assertThat(read.encode()).isEqualTo(bytes);
  }

  @Test
  void a_vote_and_a_round_survive() {
    var voted =
        new QbftExtraData(
            new byte[32],
            VALIDATORS,
            new Vote(VALIDATORS.get(1), true),
            300,
            List.of(new byte[65]));
    var against =
        new QbftExtraData(
            new byte[32], VALIDATORS, new Vote(VALIDATORS.get(1), false), 1, List.of());

    assertThat(QbftExtraData.decode(voted.encode()))
        .satisfies(read -> assertThat(read.vote()).isEqualTo(new Vote(VALIDATORS.get(1), true)))
        .satisfies(read -> assertThat(read.round()).isEqualTo(300));
    assertThat(QbftExtraData.decode(against.encode()).vote())
        .isEqualTo(new Vote(VALIDATORS.get(1), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "80", "c0", "c3010203", "f8", "c5c0c0c0c0c0"})
  void what_is_no_extra_data_is_refused(String hex) {
    assertThatThrownBy(() -> QbftExtraData.decode(Numeric.hexStringToByteArray(hex)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void another_encoding_of_the_same_is_refused() throws Exception {
    byte[] bytes = besuGenesis();

    assertThatThrownBy(() -> QbftExtraData.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QbftExtraData.decode(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
    // The round as a zero byte in place of an empty string.
    byte[] zero = bytes.clone();
    zero[bytes.length - 2] = 0;
    assertThatThrownBy(() -> QbftExtraData.decode(zero))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_address_or_a_seal_of_another_length_is_refused() {
    var shorter = new ArrayList<>(VALIDATORS);
    shorter.set(0, "0x30d239");
    byte[] bytes = new QbftExtraData(new byte[32], shorter, null, 0, List.of()).encode();

    assertThatThrownBy(() -> QbftExtraData.decode(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasRootCauseMessage("An address has 20 bytes");
    assertThatThrownBy(
            () -> new QbftExtraData(new byte[32], VALIDATORS, null, 0, List.of(new byte[64])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] besuGenesis() throws Exception {
    try (var file = QbftExtraDataTest.class.getResourceAsStream("/chain/besu-qbft-genesis.json")) {
      return Numeric.hexStringToByteArray(
          new ObjectMapper().readTree(file).required("extraData").textValue());
    }
  }
}
