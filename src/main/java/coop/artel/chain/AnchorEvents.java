package coop.artel.chain;

import coop.artel.chain.AnchorContract.Anchored;
import java.math.BigInteger;
import java.util.List;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.utils.Numeric;

/** What a contract has told of one log. */
record AnchorEvents(Node node, String contract, byte[] name) {
  /** Besu answers about no more blocks at once. */
  static final long PAGE = 5000;

  /** Both ends included, at most {@link #PAGE} blocks; oldest first. */
  List<Anchored> between(long first, long last) throws ChainUnavailable {
    var filter = new EthFilter(block(first), block(last), contract);
    filter.addSingleTopic(AnchorContract.ANCHORED_TOPIC);
    filter.addSingleTopic(Numeric.toHexString(name));
    return node.expect(client -> client.ethGetLogs(filter)).getLogs().stream()
        .map(result -> ((EthLog.LogObject) result).get())
        .flatMap(entry -> AnchorContract.read(entry, contract, name).stream())
        .toList();
  }

  static DefaultBlockParameter block(long number) {
    return DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
  }
}
