package coop.artel.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.web3j.utils.Numeric;

/** Block 55 of a network of four validators that ran Besu 26.8.0, as its nodes told it. */
final class RealBlock {
  static final JsonNode TOLD = read();

  private RealBlock() {}

  static ObjectNode header() {
    return TOLD.required("header").deepCopy();
  }

  static byte[] rawHeader() {
    return Numeric.hexStringToByteArray(TOLD.required("rawHeader").textValue());
  }

  static String hash() {
    return TOLD.required("header").required("hash").textValue();
  }

  static List<String> validators() {
    return texts("validators");
  }

  static List<byte[]> rawReceipts() {
    return texts("rawReceipts").stream().map(Numeric::hexStringToByteArray).toList();
  }

  private static List<String> texts(String name) {
    var texts = new ArrayList<String>();
    TOLD.required(name).forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static JsonNode read() {
    try (var file = RealBlock.class.getResourceAsStream("/chain/besu-qbft-block.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
