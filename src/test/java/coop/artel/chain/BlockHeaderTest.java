package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.utils.Numeric;

/** Against a block of a real network: its hash and all its seals. */
class BlockHeaderTest {
  private static final int EXTRA_DATA = 12;

  private final BlockHeader block = BlockHeader.parse(RealBlock.rawHeader());

  @Test
  void the_hash_of_a_qbft_block_leaves_out_round_and_seals() {
    assertThat(Numeric.toHexString(block.hash())).isEqualTo(RealBlock.hash());
    assertThat(block.number()).isEqualTo(0x37);
    assertThat(block.at()).isEqualTo(Instant.ofEpochSecond(0x6b02c88fL));
    assertThat(block.raw()).isEqualTo(RealBlock.rawHeader());
    assertThat(block.namedValidators()).isEqualTo(RealBlock.validators());
  }

  @Test
  void three_of_four_validators_have_sealed_it_which_is_enough() {
    var seals = block.seals(RealBlock.validators());

    assertThat(seals).isEqualTo(new Seals(3, 4));
    assertThat(seals.needed()).isEqualTo(3);
    assertThat(seals.enough()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,2", "4,3", "5,4", "6,4", "7,5", "10,7"})
  void enough_is_two_thirds_rounded_up(int validators, int needed) {
    assertThat(new Seals(needed, validators).enough()).isTrue();
    assertThat(new Seals(needed - 1, validators).enough()).isFalse();
  }

  @Test
  void where_nobody_may_seal_nothing_is_enough() {
    assertThat(new Seals(0, 0).enough()).isFalse();
  }

  @Test
  void a_seal_dropped_doubled_or_of_another_round_counts_no_more() {
    assertThat(sealed(seals -> seals.subList(0, 2)).enough()).isFalse();
    assertThat(sealed(seals -> List.of(seals.get(0), seals.get(0), seals.get(1), seals.get(1))))
        .isEqualTo(new Seals(2, 4));
    var extra = extra();
    var otherRound =
        new QbftExtraData(
            extra.vanity(), extra.validators(), extra.vote(), extra.round() + 1, extra.seals());
    assertThat(with(otherRound).seals(RealBlock.validators())).isEqualTo(new Seals(0, 4));
    // The block's hash does not know of the round.
    assertThat(with(otherRound).hash()).isEqualTo(block.hash());
  }

  @Test
  void whoever_the_reader_does_not_trust_counts_nothing() {
    var others = new ArrayList<>(RealBlock.validators());
    others.set(1, "0x" + "11".repeat(20));
    others.set(2, "0x" + "22".repeat(20));

    assertThat(block.seals(others).counted()).isBetween(1, 2);
    assertThat(block.seals(others).enough()).isFalse();
    assertThat(block.seals(List.of("0x" + "11".repeat(20)))).isEqualTo(new Seals(0, 1));
  }

  @Test
  void a_validator_whom_the_reader_names_twice_is_one() {
    var twice = new ArrayList<>(RealBlock.validators());
    twice.addAll(RealBlock.validators());

    assertThat(block.seals(twice)).isEqualTo(new Seals(3, 4));
  }

  @Test
  void what_is_no_signature_counts_nothing_and_breaks_nothing() {
    var random = new Random(7);
    for (int i = 0; i < 50; i++) {
      byte[] noise = new byte[65];
      random.nextBytes(noise);
      noise[64] = (byte) (i % 3);
      assertThat(sealed(seals -> List.of(noise, new byte[65], seals.get(0))))
          .isEqualTo(new Seals(1, 4));
    }
    byte[] full = new byte[65];
    Arrays.fill(full, 0, 64, (byte) 0xff);
    assertThat(sealed(seals -> List.of(full))).isEqualTo(new Seals(0, 4));
  }

  @Test
  void every_flipped_bit_of_the_header_costs_the_hash_or_the_seals_or_is_refused() {
    byte[] raw = RealBlock.rawHeader();
    for (int bit = 0; bit < 8 * raw.length; bit++) {
      byte[] flipped = raw.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        var other = BlockHeader.parse(flipped);
        assertThat(
                Arrays.equals(other.hash(), block.hash())
                    && other.seals(RealBlock.validators()).enough())
            .as("bit %d", bit)
            .isFalse();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void a_block_with_the_mix_hash_of_qbft_and_other_extra_data_is_an_ordinary_one() {
    var fields = new ArrayList<>(StrictRlp.decodeList(RealBlock.rawHeader()));
    fields.set(EXTRA_DATA, RlpString.create("x"));
    var other = BlockHeader.of(fields);

    assertThat(other.namedValidators()).isEmpty();
    assertThat(other.seals(RealBlock.validators())).isEqualTo(new Seals(0, 4));
  }

  @Test
  void what_is_no_header_is_refused() {
    var fields = StrictRlp.decodeList(RealBlock.rawHeader());
    byte[] shorter = RlpEncoder.encode(new RlpList(fields.subList(0, 14)));
    var nested = new ArrayList<>(fields);
    nested.set(2, new RlpList());
    var leadingZero = new ArrayList<>(fields);
    leadingZero.set(8, RlpString.create(new byte[] {0, 0x37}));
    byte[] raw = RealBlock.rawHeader();

    for (byte[] wrong :
        List.of(
            shorter,
            RlpEncoder.encode(new RlpList(nested)),
            RlpEncoder.encode(new RlpList(leadingZero)),
            Arrays.copyOf(raw, raw.length + 1),
            Arrays.copyOf(raw, raw.length - 1),
            new byte[0])) {
      assertThatThrownBy(() -> BlockHeader.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void lists_in_lists_without_end_are_refused_and_exhaust_nothing() {
    var nested = new RlpList();
    for (int depth = 0; depth < 3000; depth++) {
      nested = new RlpList(nested);
    }
    byte[] bomb = RlpEncoder.encode(nested);

    assertThatThrownBy(() -> StrictRlp.decode(bomb)).isInstanceOf(IllegalArgumentException.class);
  }

  private Seals sealed(UnaryOperator<List<byte[]>> change) {
    var extra = extra();
    return with(new QbftExtraData(
            extra.vanity(),
            extra.validators(),
            extra.vote(),
            extra.round(),
            change.apply(extra.seals())))
        .seals(RealBlock.validators());
  }

  private static BlockHeader with(QbftExtraData extra) {
    var fields = new ArrayList<>(StrictRlp.decodeList(RealBlock.rawHeader()));
    fields.set(EXTRA_DATA, RlpString.create(extra.encode()));
    return BlockHeader.of(fields);
  }

  private static QbftExtraData extra() {
    return QbftExtraData.decode(
        StrictRlp.bytes(StrictRlp.decodeList(RealBlock.rawHeader()).get(EXTRA_DATA)));
  }
}
