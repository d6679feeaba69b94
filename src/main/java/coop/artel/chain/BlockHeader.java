package coop.artel.chain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import org.web3j.utils.Numeric;

/**
 * The header of a block, as it is hashed on an ordinary chain or on one of QBFT. It is told by the
 * header itself which of the two it is: one of QBFT has that network's mix hash, and extra data of
 * its form.
 */
public final class BlockHeader {
  /** Fields of every fork since the first; later forks added some at the end. */
  static final int LEAST_FIELDS = 15;

  private static final int MOST_FIELDS = 32;
  private static final int RECEIPTS_ROOT = 5;
  private static final int NUMBER = 8;
  private static final int TIME = 11;
  private static final int EXTRA_DATA = 12;
  private static final int MIX_HASH = 13;
  private static final int DIGEST = 32;

  private final byte[] raw;
  private final List<RlpType> fields;
  private final @Nullable QbftExtraData qbft;

  private BlockHeader(byte[] raw, List<RlpType> fields) {
    this.raw = raw;
    this.fields = fields;
    this.qbft = qbft();
  }

  /** Throws {@link IllegalArgumentException} for bytes that are not the RLP of a header. */
  public static BlockHeader parse(byte[] raw) {
    var fields = StrictRlp.decodeList(raw);
    if (fields.size() < LEAST_FIELDS
        || fields.size() > MOST_FIELDS
        || !fields.stream().allMatch(RlpString.class::isInstance)) {
      throw new IllegalArgumentException("No header of a block");
    }
    var header = new BlockHeader(raw.clone(), fields);
    if (header.receiptsRoot().length != DIGEST) {
      throw new IllegalArgumentException("The root of receipts has 32 bytes");
    }
    header.number();
    header.time();
    return header;
  }

  static BlockHeader of(List<RlpType> fields) {
    return parse(RlpEncoder.encode(new RlpList(fields)));
  }

  private @Nullable QbftExtraData qbft() {
    if (!Numeric.toHexString(field(MIX_HASH)).equals(QbftExtraData.MIX_HASH)) {
      return null;
    }
    try {
      return QbftExtraData.decode(field(EXTRA_DATA));
    } catch (IllegalArgumentException e) {
      // IBFT 2.0 has the same mix hash and seals of another kind.
      return null;
    }
  }

  public byte[] raw() {
    return raw.clone();
  }

  /** 32 bytes. */
  public byte[] hash() {
    return qbft == null ? Hash.sha3(raw) : hash(qbft.withoutSeals(0));
  }

  public long number() {
    return number(NUMBER);
  }

  public Instant at() {
    return Instant.ofEpochSecond(time());
  }

  private long time() {
    long seconds = number(TIME);
    if (seconds > Instant.MAX.getEpochSecond()) {
      throw new IllegalArgumentException("No time that there will be");
    }
    return seconds;
  }

  byte[] receiptsRoot() {
    return field(RECEIPTS_ROOT);
  }

  /**
   * Who seals blocks here by the block's own words, which prove nothing; none if it is not of QBFT.
   */
  public List<String> namedValidators() {
    return qbft == null ? List.of() : qbft.validators();
  }

  /** Counts who of these validators has sealed the block; what others put there counts nothing. */
  public Seals seals(List<String> validators) {
    var trusted = Set.copyOf(validators);
    var sealed = sealers();
    sealed.retainAll(trusted);
    return new Seals(sealed.size(), trusted.size());
  }

  private Set<String> sealers() {
    var sealers = new LinkedHashSet<String>();
    if (qbft != null) {
      byte[] signed = hash(qbft.withoutSeals(qbft.round()));
      qbft.seals().forEach(seal -> signer(seal, signed).ifPresent(sealers::add));
    }
    return sealers;
  }

  private static Optional<String> signer(byte[] seal, byte[] signed) {
    int recovery = seal[2 * DIGEST];
    var r = new BigInteger(1, Arrays.copyOf(seal, DIGEST));
    var s = new BigInteger(1, Arrays.copyOfRange(seal, DIGEST, 2 * DIGEST));
    if (recovery < 0 || recovery > 1 || !isScalar(r) || !isScalar(s)) {
      return Optional.empty();
    }
    try {
      var key = Sign.recoverFromSignature(recovery, new ECDSASignature(r, s), signed);
      return Optional.ofNullable(key).map(point -> "0x" + Keys.getAddress(point));
    } catch (IllegalArgumentException e) {
      // No point of the curve has this x.
      return Optional.empty();
    }
  }

  private static boolean isScalar(BigInteger number) {
    return number.signum() > 0 && number.compareTo(Sign.CURVE_PARAMS.getN()) < 0;
  }

  private byte[] hash(QbftExtraData extra) {
    var written = new ArrayList<>(fields);
    written.set(EXTRA_DATA, RlpString.create(extra.encode()));
    return Hash.sha3(RlpEncoder.encode(new RlpList(written)));
  }

  private byte[] field(int index) {
    return StrictRlp.bytes(fields.get(index));
  }

  private long number(int index) {
    byte[] bytes = field(index);
    if (bytes.length > Long.BYTES || (bytes.length > 0 && bytes[0] == 0)) {
      throw new IllegalArgumentException("No number of 64 bits in its one encoding");
    }
    long number = new BigInteger(1, bytes).longValue();
    if (number < 0) {
      throw new IllegalArgumentException("No number of 63 bits");
    }
    return number;
  }
}
