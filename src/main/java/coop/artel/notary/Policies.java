package coop.artel.notary;

import coop.artel.chain.Chain;
import coop.artel.values.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a verifier must trust: the log's key, chain and contract; also at data/policy.txt. */
@Component
public class Policies {
  private final JdbcClient database;
  private final NotaryKeys keys;
  private final Chain chain;
  private final DataFolder folder;
  private final List<String> validators;

  Policies(
      JdbcClient database,
      NotaryKeys keys,
      Chain chain,
      DataFolder folder,
      @Value("${artel.chain.validators:}") List<String> validators) {
    this.database = database;
    this.keys = keys;
    this.chain = chain;
    this.folder = folder;
    this.validators = List.copyOf(validators);
  }

  public String text() {
    return new Policy(List.of(keys.log().verifier()), trustedChain().stream().toList()).text();
  }

  /** The chain as it says itself, or while it is away as the newest anchor says. */
  Optional<Policy.TrustedChain> trustedChain() {
    var state = chain.state();
    if (state.chainId() != null && state.contract() != null) {
      return Optional.of(trusted(state.chainId(), state.contract()));
    }
    return database
        .sql("select chain_id, contract from notary.anchors order by id desc limit 1")
        .query((row, i) -> trusted(row.getLong(1), row.getString(2)))
        .optional();
  }

  private Policy.TrustedChain trusted(long id, String contract) {
    return new Policy.TrustedChain(id, List.of(contract), validators);
  }

  /** Writes {@code policy.txt} of the data folder where it differs, in one move. */
  void write() {
    var file = folder.resolve("policy.txt");
    try {
      String text = text();
      if (Files.exists(file) && Files.readString(file).equals(text)) {
        return;
      }
      Files.createDirectories(folder.path());
      // A name of its own: another node on the same folder may be writing too.
      var draft = folder.resolve("policy.txt." + UUID.randomUUID());
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
