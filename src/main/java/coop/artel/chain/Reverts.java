package coop.artel.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.web3j.abi.FunctionReturnDecoder;
import org.web3j.abi.TypeReference;
import org.web3j.abi.Utils;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.utils.Numeric;

/** What a contract says when it refuses: an error's name and values in place of its bytes. */
final class Reverts {
  private static final int SELECTOR = 10;

  private static final Map<String, List<TypeReference<?>>> ERRORS = new LinkedHashMap<>();

  static {
    know("SenderNotGranted(bytes32,address)", bytes32(), address());
    know(
        "SizeNotGrown(bytes32,uint64,uint64)",
        bytes32(),
        new TypeReference<Uint64>() {},
        new TypeReference<Uint64>() {});
    know("NotOwner(address)", address());
    know("NotCandidate(address)", address());
    know("Error(string)", new TypeReference<Utf8String>() {});
    know("Panic(uint256)", new TypeReference<Uint256>() {});
  }

  private static final Map<String, String> NAMES =
      ERRORS.keySet().stream()
          .collect(Collectors.toMap(AnchorContract::selector, signature -> signature));

  private Reverts() {}

  private static TypeReference<?> bytes32() {
    return new TypeReference<Bytes32>() {};
  }

  private static TypeReference<?> address() {
    return new TypeReference<Address>() {};
  }

  private static void know(String signature, TypeReference<?>... values) {
    ERRORS.put(signature, List.of(values));
  }

  /** Empty for errors that neither the anchor contract nor the language has. */
  static Optional<String> words(@Nullable String data) {
    if (data == null || data.length() < SELECTOR) {
      return Optional.empty();
    }
    return Optional.ofNullable(NAMES.get(data.substring(0, SELECTOR)))
        .map(signature -> words(signature, data.substring(SELECTOR)));
  }

  private static String words(String signature, String values) {
    var types = Utils.convert(ERRORS.getOrDefault(signature, List.of()));
    return FunctionReturnDecoder.decode(values, types).stream()
        .map(Reverts::word)
        .collect(
            Collectors.joining(", ", signature.substring(0, signature.indexOf('(')) + "(", ")"));
  }

  private static String word(Type<?> value) {
    return value.getValue() instanceof byte[] bytes
        ? Numeric.toHexString(bytes)
        : value.getValue().toString();
  }
}
