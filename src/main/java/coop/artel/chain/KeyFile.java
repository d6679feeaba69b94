package coop.artel.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.utils.Numeric;

/** An account's private key on disk, readable by its owner only. */
record KeyFile(Path path) {
  /** The account of this file; a file that is missing is written with a new key. */
  Credentials account() throws ChainUnavailable {
    try {
      if (Files.notExists(path)) {
        generate();
      }
      return read();
    } catch (IOException | GeneralSecurityException e) {
      throw new ChainUnavailable(
          "chain.key-unreadable", "The key file %s cannot be read".formatted(path), e);
    }
  }

  private Credentials read() throws IOException, ChainUnavailable {
    var hex = Numeric.cleanHexPrefix(Files.readString(path, StandardCharsets.US_ASCII).strip());
    if (!hex.matches("[0-9a-fA-F]{64}")) {
      throw new ChainUnavailable(
          "chain.key-unreadable", "The key file %s holds no 64 hex digits".formatted(path), null);
    }
    return Credentials.create(hex);
  }

  private void generate() throws IOException, GeneralSecurityException {
    Files.createDirectories(path.getParent());
    var key = Numeric.toHexStringNoPrefixZeroPadded(Keys.createEcKeyPair().getPrivateKey(), 64);
    try (var channel =
        Files.newByteChannel(
            path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      channel.write(StandardCharsets.US_ASCII.encode(key + "\n"));
    } catch (FileAlreadyExistsException e) {
      // Another thread was faster; its key is the account.
      return;
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
