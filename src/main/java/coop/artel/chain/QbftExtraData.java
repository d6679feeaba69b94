package coop.artel.chain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import org.web3j.utils.Numeric;

/**
 * What a QBFT block carries besides its transactions: RLP of vanity, validators, vote, round and
 * committed seals.
 *
 * @param vanity 32 bytes of anything
 * @param validators addresses, 0x and 40 lower-case hex digits, in the block's order
 * @param vote on a validator, or null
 * @param seals of 65 bytes: r, s, recovery id
 */
record QbftExtraData(
    byte[] vanity, List<String> validators, @Nullable Vote vote, long round, List<byte[]> seals) {
  /** "Practical byzantine fault tolerance", by which nodes know such blocks. */
  static final String MIX_HASH =
      "0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365";

  private static final int VANITY = 32;
  private static final int ADDRESS = 20;
  private static final int SEAL = 65;
  private static final byte[] ADD = {(byte) 0xff};

  /** Of the block's proposer, on whether an address should be a validator. */
  record Vote(String address, boolean add) {}

  QbftExtraData {
    validators = List.copyOf(validators);
    seals = List.copyOf(seals);
    if (vanity.length != VANITY || round < 0 || seals.stream().anyMatch(s -> s.length != SEAL)) {
      throw new IllegalArgumentException(
          "A vanity has 32 bytes, a seal 65, a round is not below 0");
    }
  }

  /** Of a first block, which nobody has voted on or sealed. */
  static QbftExtraData ofGenesis(List<String> validators) {
    return new QbftExtraData(
        new byte[VANITY], validators.stream().sorted().toList(), null, 0, List.of());
  }

  /** As it stands in the block that validators sign, and with round 0 in the one that is hashed. */
  QbftExtraData withoutSeals(long otherRound) {
    return new QbftExtraData(vanity, validators, vote, otherRound, List.of());
  }

  byte[] encode() {
    return RlpEncoder.encode(
        new RlpList(
            RlpString.create(vanity),
            new RlpList(validators.stream().map(QbftExtraData::address).toList()),
            vote == null
                ? new RlpList()
                : new RlpList(
                    address(vote.address), RlpString.create(vote.add ? ADD : new byte[0])),
            RlpString.create(round),
            new RlpList(seals.stream().<RlpType>map(RlpString::create).toList())));
  }

  /** Throws {@link IllegalArgumentException} for bytes that are not exactly such a list. */
  static QbftExtraData decode(byte[] bytes) {
    QbftExtraData read;
    try {
      var fields = list(StrictRlp.decode(bytes), 5);
      read =
          new QbftExtraData(
              bytes(fields.get(0)),
              ((RlpList) fields.get(1)).getValues().stream().map(QbftExtraData::address).toList(),
              vote((RlpList) fields.get(2)),
              new BigInteger(1, bytes(fields.get(3))).longValueExact(),
              ((RlpList) fields.get(4)).getValues().stream().map(QbftExtraData::bytes).toList());
    } catch (RuntimeException e) {
      // Fields of other kinds and lengths tell themselves by many exceptions.
      throw new IllegalArgumentException("No extra data of QBFT", e);
    }
    if (!Arrays.equals(read.encode(), bytes)) {
      // A round with zeros in front, a vote of another byte.
      throw new IllegalArgumentException("No extra data of QBFT in its one encoding");
    }
    return read;
  }

  private static @Nullable Vote vote(RlpList list) {
    if (list.getValues().isEmpty()) {
      return null;
    }
    var fields = list(list, 2);
    return new Vote(address(fields.get(0)), bytes(fields.get(1)).length > 0);
  }

  private static List<RlpType> list(RlpType value, int size) {
    var values = ((RlpList) value).getValues();
    if (values.size() != size) {
      throw new IndexOutOfBoundsException(values.size());
    }
    return values;
  }

  private static byte[] bytes(RlpType value) {
    return ((RlpString) value).getBytes();
  }

  private static RlpType address(String address) {
    return RlpString.create(Numeric.hexStringToByteArray(address));
  }

  private static String address(RlpType value) {
    byte[] bytes = bytes(value);
    if (bytes.length != ADDRESS) {
      throw new IllegalArgumentException("An address has 20 bytes");
    }
    return Numeric.toHexString(bytes);
  }
}
