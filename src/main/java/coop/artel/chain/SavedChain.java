package coop.artel.chain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.web3j.utils.Numeric;

/**
 * What a folder keeps of the development chain: its state, and where on which chain the contract
 * is. Files are replaced whole, never written in place.
 */
record SavedChain(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  /** The contract on the chain that begins with this block. */
  record Deployment(String genesis, String contract, long block) {}

  Path state() {
    return folder.resolve("state.json");
  }

  /** Whether a state is there and is not JSON to its end. */
  boolean isBroken() throws IOException {
    if (Files.notExists(state())) {
      return false;
    }
    try (var parser = new JsonFactory().createParser(state().toFile())) {
      if (parser.nextToken() == null) {
        return true;
      }
      parser.skipChildren();
      return parser.nextToken() != null;
    } catch (JsonProcessingException e) {
      return true;
    }
  }

  /** Moves the state out of the way and keeps it; returns where. */
  Path setAside() throws IOException {
    var aside = folder.resolve("state.broken-" + TIME.format(Instant.now()));
    return Files.move(state(), aside);
  }

  /**
   * Keeps a state as Anvil dumps it.
   *
   * @param dump 0x and the hex digits of compressed JSON
   */
  void keep(String dump) throws IOException {
    try (var json =
        new GZIPInputStream(new ByteArrayInputStream(Numeric.hexStringToByteArray(dump)))) {
      replace(state(), json);
    }
  }

  Optional<Deployment> deployment() throws IOException {
    if (Files.notExists(contractFile())) {
      return Optional.empty();
    }
    try {
      JsonNode saved = JSON.readTree(contractFile().toFile());
      return Optional.of(
          new Deployment(
              saved.required("genesis").asText(),
              saved.required("contract").asText(),
              saved.required("block").asLong()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void keep(Deployment deployment) throws IOException {
    replace(
        contractFile(),
        new ByteArrayInputStream(
            JSON.writeValueAsBytes(
                Map.of(
                    "genesis", deployment.genesis(),
                    "contract", deployment.contract(),
                    "block", deployment.block()))));
  }

  private Path contractFile() {
    return folder.resolve("contract.json");
  }

  private static synchronized void replace(Path file, InputStream bytes) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".new");
    Files.copy(bytes, draft, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
