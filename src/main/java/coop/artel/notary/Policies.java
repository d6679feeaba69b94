package coop.artel.notary;

import coop.artel.chain.Anchor;
import coop.artel.chain.Chain;
import coop.artel.signing.TimeAuthority;
import coop.artel.values.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a verifier must trust: the log's key, chain, contract and validators, the authority of time
 * stamps; also at data/policy.txt.
 */
@Component
public class Policies {
  private final JdbcClient database;
  private final NotaryKeys keys;
  private final Chain chain;
  private final DataFolder folder;
  private final TimeAuthority authority;
  private final List<String> validators;

  Policies(
      JdbcClient database,
      NotaryKeys keys,
      Chain chain,
      DataFolder folder,
      TimeAuthority authority,
      @Value("${artel.chain.validators:}") List<String> validators) {
    this.database = database;
    this.keys = keys;
    this.chain = chain;
    this.folder = folder;
    this.authority = authority;
    this.validators =
        validators.stream().map(address -> address.strip().toLowerCase(Locale.ROOT)).toList();
    for (String address : this.validators) {
      if (!Policy.isAddress(address)) {
        throw new IllegalArgumentException("artel.chain.validators holds no address: " + address);
      }
    }
  }

  public String text() {
    return new Policy(
            List.of(keys.log().verifier()), trustedChain().stream().toList(), authorities())
        .text();
  }

  /** The chain as it says itself, or while it is away as the newest anchor says. */
  Optional<Policy.TrustedChain> trustedChain() {
    var state = chain.state();
    if (state.chainId() != null && state.contract() != null) {
      return Optional.of(
          state.development()
              ? new Policy.TrustedChain(state.chainId(), List.of(state.contract()), List.of())
              : trusted(state.chainId(), state.contract()));
    }
    return database
        .sql("select chain_id, contract from notary.anchors order by id desc limit 1")
        .query((row, i) -> trusted(row.getLong(1), row.getString(2)))
        .optional();
  }

  /** Authorities whose time stamps are trusted: SHA-256 of their certificates, in hex digits. */
  List<String> authorities() {
    return List.copyOf(authority.certificates());
  }

  /** Holds the proof of an anchor to what a verifier with our policy will ask. */
  void checkProof(Anchor anchor, byte[] proof) throws Wrong {
    var exported =
        new ExportedAnchor(
            new TreeMap<>(Map.of(ExportNames.ANCHOR_PROOF, proof)),
            new Fields(ExportNames.ANCHOR, AnchorFiles.stated(anchor)));
    exported.checkBlock();
    exported.checkReceipt();
    exported.checkEvent();
    var sealing = chain.state().development() ? List.<String>of() : validators;
    if (sealing.isEmpty()) {
      sealing = exported.block().namedValidators();
    }
    if (!sealing.isEmpty()) {
      exported.checkSeals(sealing);
    }
  }

  private Policy.TrustedChain trusted(long id, String contract) {
    return new Policy.TrustedChain(
        id, List.of(contract), validators.isEmpty() ? sealing(id, contract) : validators);
  }

  /** Who sealed the block of our newest anchor that is proved, by that block's own words. */
  private List<String> sealing(long id, String contract) {
    return database
        .sql(
            """
            select p.proof from notary.standing_anchors a
            join notary.anchor_proofs p on p.anchor = a.id
            where a.chain_id = ? and a.contract = ? order by a.id desc limit 1
            """)
        .params(id, contract)
        .query((row, i) -> row.getBytes(1))
        .optional()
        .map(Policies::named)
        .orElse(List.of());
  }

  private static List<String> named(byte[] proof) {
    try {
      return AnchorFiles.readProof(proof).block().namedValidators();
    } catch (Wrong e) {
      throw new IllegalStateException("a proof that we keep is none", e);
    }
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
