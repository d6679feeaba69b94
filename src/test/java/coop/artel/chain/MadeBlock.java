package coop.artel.chain;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Sign;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import org.web3j.utils.Numeric;

/** A block that a test makes around an anchor: of a chain without seals, or sealed as of QBFT. */
public final class MadeBlock {
  private static final int OTHERS = 3;

  private final Anchor anchor;
  private final List<Credentials> validators;
  private List<Credentials> sealing;
  private long round;
  private int status = 1;
  private boolean truthful = true;

  private MadeBlock(Anchor anchor, List<Credentials> validators) {
    this.anchor = anchor;
    this.validators = validators;
    this.sealing = validators;
  }

  /** With the anchor's receipt as the third of four. */
  public static MadeBlock unsealed(Anchor anchor) {
    return new MadeBlock(anchor, List.of());
  }

  /** Sealed by all of as many validators, who are the same each time. */
  public static MadeBlock sealed(Anchor anchor, int validators) {
    return new MadeBlock(anchor, accounts(1, validators));
  }

  /** Sealed by as many others, who call themselves its validators. */
  public static MadeBlock foreign(Anchor anchor, int validators) {
    return new MadeBlock(anchor, accounts(101, 100 + validators));
  }

  /** Addresses of those who seal. */
  public static List<String> validators(int count) {
    return accounts(1, count).stream().map(Credentials::getAddress).toList();
  }

  private static List<Credentials> accounts(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> Credentials.create(BigInteger.valueOf(i).toString(16)))
        .toList();
  }

  /** By these only, from 1; there are others than the validators. */
  public MadeBlock sealedBy(Integer... numbers) {
    sealing =
        IntStream.range(0, numbers.length)
            .mapToObj(i -> accounts(numbers[i], numbers[i]).get(0))
            .toList();
    return this;
  }

  /** In another round than the first, as after a proposer that was away. */
  public MadeBlock inRound(long number) {
    round = number;
    return this;
  }

  public MadeBlock failed() {
    status = 0;
    return this;
  }

  /** With a header that says another round than the one that was sealed. */
  public MadeBlock lyingOfItsRound() {
    truthful = false;
    return this;
  }

  public AnchorProof proof() {
    var receipts = new ArrayList<byte[]>();
    for (int i = 0; i < OTHERS; i++) {
      receipts.add(receipt(i, new RlpList()));
    }
    int index = 2;
    receipts.add(index, receipt(status, new RlpList(event())));
    var trie = ReceiptTrie.of(receipts, index);
    return new AnchorProof(header(trie.root()), index, receipts.get(index), trie.path());
  }

  private RlpList event() {
    byte[] data =
        ByteBuffer.allocate(96)
            .putLong(24, anchor.size())
            .put(32, anchor.root())
            .put(64, anchor.checkpoint())
            .array();
    return new RlpList(
        hex(anchor.contract()),
        new RlpList(
            hex(AnchorContract.ANCHORED_TOPIC),
            RlpString.create(AnchorContract.nameOf(anchor.origin()))),
        RlpString.create(data));
  }

  private static byte[] receipt(int status, RlpList logs) {
    byte[] fields =
        RlpEncoder.encode(
            new RlpList(
                RlpString.create(status),
                RlpString.create(BigInteger.valueOf(21_000)),
                RlpString.create(new byte[256]),
                logs));
    return ByteBuffer.allocate(fields.length + 1).put((byte) 2).put(fields).array();
  }

  private byte[] header(byte[] receiptsRoot) {
    if (validators.isEmpty()) {
      return RlpEncoder.encode(header(receiptsRoot, new byte[0], "0x" + "00".repeat(32)));
    }
    var addresses = validators.stream().map(Credentials::getAddress).toList();
    var extra = new QbftExtraData(new byte[32], addresses, null, round, List.of());
    byte[] signed =
        Hash.sha3(RlpEncoder.encode(header(receiptsRoot, extra.encode(), QbftExtraData.MIX_HASH)));
    var seals = sealing.stream().map(account -> seal(account, signed)).toList();
    var whole =
        new QbftExtraData(extra.vanity(), addresses, null, truthful ? round : round + 1, seals);
    return RlpEncoder.encode(header(receiptsRoot, whole.encode(), QbftExtraData.MIX_HASH));
  }

  private static byte[] seal(Credentials account, byte[] signed) {
    var signature = Sign.signMessage(signed, account.getEcKeyPair(), false);
    return ByteBuffer.allocate(65)
        .put(signature.getR())
        .put(signature.getS())
        .put((byte) (signature.getV()[0] - 27))
        .array();
  }

  private RlpList header(byte[] receiptsRoot, byte[] extraData, String mixHash) {
    var digest = RlpString.create(new byte[32]);
    List<RlpType> fields =
        List.of(
            digest,
            digest,
            RlpString.create(new byte[20]),
            digest,
            digest,
            RlpString.create(receiptsRoot),
            RlpString.create(new byte[256]),
            RlpString.create(1),
            RlpString.create(anchor.block()),
            RlpString.create(BigInteger.valueOf(30_000_000)),
            RlpString.create(BigInteger.valueOf(84_000)),
            RlpString.create(anchor.at().getEpochSecond()),
            RlpString.create(extraData),
            hex(mixHash),
            RlpString.create(new byte[8]),
            RlpString.create(0));
    return new RlpList(fields);
  }

  private static RlpString hex(String hex) {
    return RlpString.create(Numeric.hexStringToByteArray(hex));
  }
}
