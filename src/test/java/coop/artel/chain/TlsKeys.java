package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and a certificate in PKCS#12, as Besu reads them, made by the JDK's own tool. */
record TlsKeys(Path folder) {
  private static final String PASSWORD = "changeit";

  SSLContext context() throws Exception {
    var tls = SSLContext.getInstance("TLS");
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(), PASSWORD.toCharArray());
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  /** As a PEM file. */
  Path certificate() throws Exception {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return Files.writeString(
        folder.resolve("node.pem"),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(lines.encodeToString(store().getCertificate("node").getEncoded())));
  }

  private KeyStore store() throws Exception {
    var file = folder.resolve("node.p12");
    if (Files.notExists(file)) {
      generate(file);
    }
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static void generate(Path file) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var tool =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "EC",
                "-dname",
                "CN=node",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    assertThat(tool.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(tool.exitValue()).isZero();
  }
}
