package coop.artel.chain;

import java.io.IOException;
import java.nio.file.Path;

/** A chain that the service did not start, for tests of other modules. */
public final class OtherChain implements AutoCloseable {
  public static final long ID = Anvil.CHAIN_ID;

  private final Anvil anvil;

  private OtherChain(Anvil anvil) {
    this.anvil = anvil;
  }

  public static OtherChain start(Path folder) throws IOException, InterruptedException {
    return new OtherChain(InstalledAnvil.start(folder));
  }

  public String address() {
    return anvil.address();
  }

  @Override
  public void close() {
    anvil.close();
  }
}
