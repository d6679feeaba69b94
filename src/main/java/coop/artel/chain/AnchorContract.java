package coop.artel.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.FunctionReturnDecoder;
import org.web3j.abi.TypeReference;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Event;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint32;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.crypto.Hash;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;

/** The anchor contract as compiled, and how one speaks to it. */
final class AnchorContract {
  private static final Event ANCHORED =
      new Event(
          "Anchored",
          List.of(
              new TypeReference<Bytes32>(true) {},
              new TypeReference<Uint64>() {},
              new TypeReference<Bytes32>() {},
              new TypeReference<Bytes32>() {}));

  static final String ANCHORED_TOPIC = EventEncoder.encode(ANCHORED);
  static final String SENDER_NOT_GRANTED = selector("SenderNotGranted(bytes32,address)");
  static final String NOT_OWNER = selector("NotOwner(address)");
  static final String SIZE_NOT_GROWN = selector("SizeNotGrown(bytes32,uint64,uint64)");

  /** What the contract's one slot of a log says. */
  record Head(String sender, long block, long size) {}

  /** What an event of the contract says. */
  record Anchored(long size, byte[] root, byte[] checkpoint, String transaction, long block) {}

  private final String bytecode;
  private final String deployedBytecode;

  private AnchorContract(String bytecode, String deployedBytecode) {
    this.bytecode = bytecode;
    this.deployedBytecode = deployedBytecode;
  }

  /** As the build compiled it from {@code src/main/solidity}. */
  static AnchorContract compiled() {
    try (var file = AnchorContract.class.getResourceAsStream("/chain/Anchor.json")) {
      if (file == null) {
        throw new IllegalStateException("The build has not compiled the anchor contract");
      }
      JsonNode contract = new ObjectMapper().readTree(file);
      return new AnchorContract(
          contract.required("bytecode").textValue(),
          contract.required("deployedBytecode").textValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A log's name on the chain, from its name in checkpoints. */
  static byte[] nameOf(String origin) {
    return Hash.sha3(origin.getBytes(StandardCharsets.UTF_8));
  }

  String deployment() {
    return bytecode;
  }

  /** Puts the contract on a chain; it belongs to the account that does so. */
  TransactionReceipt deploy(Sender owner) throws ChainUnavailable {
    try {
      var receipt = owner.send(null, bytecode);
      if (!receipt.isStatusOK()) {
        throw new ChainUnavailable("chain.reverted", "The contract cannot be deployed", null);
      }
      return receipt;
    } catch (NodeRefusal e) {
      throw e.asUnavailable();
    }
  }

  /** The code as it stands at its place on a chain. */
  String deployed() {
    return deployedBytecode;
  }

  /** Whether code found on a chain is this contract's, byte for byte. */
  boolean isSame(String code) {
    return deployedBytecode.equals(code);
  }

  static String anchor(byte[] name, long size, byte[] root, byte[] checkpoint) {
    return call(
        "anchor",
        new Bytes32(name),
        new Uint64(BigInteger.valueOf(size)),
        new Bytes32(root),
        new Bytes32(checkpoint));
  }

  static String head(byte[] name) {
    return call("head", new Bytes32(name));
  }

  static String grant(byte[] name, String sender) {
    return call("grant", new Bytes32(name), new Address(sender));
  }

  static String revoke(byte[] name) {
    return call("revoke", new Bytes32(name));
  }

  static Head readHead(String answer) throws ChainUnavailable {
    var values =
        FunctionReturnDecoder.decode(
            answer,
            new Function(
                    "head",
                    List.of(),
                    List.of(
                        new TypeReference<Address>() {},
                        new TypeReference<Uint32>() {},
                        new TypeReference<Uint64>() {}))
                .getOutputParameters());
    if (values.size() != 3) {
      throw new ChainUnavailable(
          "chain.other-contract", "The contract does not answer as an anchor contract", null);
    }
    return new Head(
        (String) values.get(0).getValue(), number(values.get(1)), number(values.get(2)));
  }

  /** The event in a log entry; empty if it is another event, contract or log. */
  static Optional<Anchored> read(Log entry, String contract, byte[] name) {
    if (!contract.equalsIgnoreCase(entry.getAddress())
        || !entry.getTopics().equals(List.of(ANCHORED_TOPIC, Numeric.toHexString(name)))) {
      return Optional.empty();
    }
    var values = FunctionReturnDecoder.decode(entry.getData(), ANCHORED.getNonIndexedParameters());
    return Optional.of(
        new Anchored(
            number(values.get(0)),
            (byte[]) values.get(1).getValue(),
            (byte[]) values.get(2).getValue(),
            entry.getTransactionHash(),
            entry.getBlockNumber().longValueExact()));
  }

  static String selector(String signature) {
    return Hash.sha3String(signature).substring(0, 10);
  }

  private static long number(Type<?> value) {
    return ((BigInteger) value.getValue()).longValueExact();
  }

  private static String call(String name, Type<?>... arguments) {
    return FunctionEncoder.encode(new Function(name, List.<Type>of(arguments), List.of()));
  }
}
