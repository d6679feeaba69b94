package coop.artel.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.web3j.crypto.Credentials;
import org.web3j.utils.Numeric;

/**
 * The folder that {@code network init} makes for {@code docker/compose.yaml}. Only its owner enters
 * it. What containers read is readable in it, because Docker shows a file to a container with the
 * mode and owner that it has here; the key of the contract's owner never goes into a container.
 */
record NetworkFolder(Path path) {
  static final String RPC = "ARTEL_CHAIN_RPC";
  static final String CHAIN_ID = "ARTEL_CHAIN_CHAINID";
  static final String CONTRACT = "ARTEL_CHAIN_CONTRACT";
  static final String VALIDATORS = "ARTEL_CHAIN_VALIDATORS";
  static final String LONGEST_PAUSE = "ARTEL_CHAIN_LONGESTPAUSE";
  static final List<String> DATABASE_PASSWORDS =
      List.of("postgres", "artel-owner", "artel", "artel-read");

  private static final Set<PosixFilePermission> FOR_ME =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOR_CONTAINERS =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final Set<PosixFilePermission> ENTERED_BY_ME =
      PosixFilePermissions.fromString("rwx------");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  NetworkFolder {
    path = path.toAbsolutePath().normalize();
  }

  KeyFile ownerKey() {
    return new KeyFile(path.resolve("anchor-owner.key"));
  }

  KeyFile anchorKey() {
    return new KeyFile(path.resolve("anchor.key"));
  }

  Path settings() {
    return path.resolve("service.env");
  }

  boolean isTaken() throws IOException {
    if (Files.notExists(path)) {
      return false;
    }
    if (!Files.isDirectory(path)) {
      return true;
    }
    try (var inside = Files.list(path)) {
      return inside.findAny().isPresent();
    }
  }

  /** Moves what is there out of the way and keeps it; returns where. */
  Path setAside(Instant now) throws IOException {
    return Files.move(path, path.resolveSibling(path.getFileName() + ".until-" + TIME.format(now)));
  }

  /** Writes all or nothing: a network without one of its keys is none. */
  void write(NewNetwork network, SecureRandom random) throws IOException {
    Files.createDirectories(path.getParent());
    var unfinished =
        new NetworkFolder(Files.createTempDirectory(path.getParent(), "." + path.getFileName()));
    if (unfinished.isPosix()) {
      Files.setPosixFilePermissions(unfinished.path, ENTERED_BY_ME);
    }
    unfinished.fill(network, random);
    Files.deleteIfExists(path);
    Files.move(unfinished.path, path);
  }

  private void fill(NewNetwork network, SecureRandom random) throws IOException {
    put("genesis.json", network.genesis(), FOR_CONTAINERS);
    put("static-nodes.json", network.staticNodes(), FOR_CONTAINERS);
    put("besu.env", "BESU_MIN_GAS_PRICE=%s\n".formatted(network.gasPrice()), FOR_CONTAINERS);
    for (int i = 0; i < network.validators().size(); i++) {
      putKey("validator-%d.key".formatted(i + 1), network.validators().get(i), FOR_CONTAINERS);
    }
    putKey("rpc.key", network.rpc(), FOR_CONTAINERS);
    putKey("anchor.key", network.anchor(), FOR_CONTAINERS);
    putKey("anchor-owner.key", network.owner(), FOR_ME);
    for (String role : DATABASE_PASSWORDS) {
      byte[] bits = new byte[24];
      random.nextBytes(bits);
      put(role + ".password", HexFormat.of().formatHex(bits) + "\n", FOR_CONTAINERS);
    }
    keepSettings(network.settings());
  }

  void keepSettings(Map<String, String> settings) throws IOException {
    var text = new StringBuilder();
    settings.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    put("service.env", text.toString(), FOR_CONTAINERS);
  }

  /** The settings as they stand, empty where there are none yet. */
  Map<String, String> readSettings() throws IOException {
    var settings = new LinkedHashMap<String, String>();
    if (Files.exists(settings())) {
      for (String line : Files.readAllLines(settings())) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          settings.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
    }
    return settings;
  }

  private void putKey(String name, Credentials account, Set<PosixFilePermission> readers)
      throws IOException {
    var key = account.getEcKeyPair().getPrivateKey();
    put(name, Numeric.toHexStringNoPrefixZeroPadded(key, 64) + "\n", readers);
  }

  private void put(String name, String content, Set<PosixFilePermission> readers)
      throws IOException {
    var file = path.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(file, isPosix() ? mode(FOR_ME) : new FileAttribute<?>[0]);
    Files.writeString(file, content, UTF_8, StandardOpenOption.WRITE);
    if (isPosix()) {
      // Set apart from creation, which the umask takes rights from.
      Files.setPosixFilePermissions(file, readers);
    }
  }

  private static FileAttribute<?>[] mode(Set<PosixFilePermission> permissions) {
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }

  private boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
