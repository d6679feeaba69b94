package coop.artel.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A time-stamping authority that {@code openssl ts} plays: not a line of it is ours. */
public final class OpensslAuthority {
  private final Path folder;

  private OpensslAuthority(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes keys, the certificate of an issuer and the one for time stamps.
   *
   * @param key as {@code openssl req -newkey} takes it, such as {@code rsa:2048}
   * @param naming the digest by which stamps name their certificate
   */
  public static OpensslAuthority made(Path folder, String key, String naming) throws IOException {
    var authority = new OpensslAuthority(folder);
    Files.writeString(
        folder.resolve("use.cnf"),
        "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n");
    Files.writeString(folder.resolve("serial"), "01\n");
    Files.writeString(
        folder.resolve("ts.cnf"),
        """
        [ tsa ]
        default_tsa = stamps
        [ stamps ]
        serial = serial
        signer_cert = authority.pem
        certs = issuer.pem
        signer_key = authority.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        ess_cert_id_chain = no
        ess_cert_id_alg = %s
        """
            .formatted(naming));
    authority.openssl(
        "req -x509 -newkey rsa:2048 -nodes -subj /CN=issuer -days 30 -keyout issuer.key -out"
            + " issuer.pem");
    authority.openssl(
        "req -newkey "
            + key
            + " -nodes -subj /CN=authority -keyout authority.key"
            + " -out authority.csr");
    authority.openssl(
        "x509 -req -in authority.csr -CA issuer.pem -CAkey issuer.key -CAcreateserial -days 30"
            + " -extfile use.cnf -out authority.pem");
    return authority;
  }

  public Path certificate() {
    return folder.resolve("authority.pem");
  }

  /** What it answers to a question, both as they go over the line. */
  public synchronized byte[] answer(byte[] question) throws IOException {
    Files.write(folder.resolve("question.tsq"), question);
    openssl("ts -reply -config ts.cnf -queryfile question.tsq -out answer.tsr");
    return Files.readAllBytes(folder.resolve("answer.tsr"));
  }

  /** Whether OpenSSL itself takes a stamp for one of these bytes. */
  public boolean takes(byte[] stamp, byte[] stamped) throws IOException {
    Files.write(folder.resolve("kept.tsr"), stamp);
    Files.write(folder.resolve("stamped"), stamped);
    return openssl("ts -verify -in kept.tsr -data stamped -CAfile issuer.pem")
        .contains("Verification: OK");
  }

  private String openssl(String arguments) throws IOException {
    var command = new ArrayList<>(List.of("openssl"));
    command.addAll(Arrays.asList(arguments.split(" ")));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("openssl %s: %s".formatted(arguments, said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return said;
  }
}
