package coop.artel.chain;

import coop.artel.values.CommandLine;
import coop.artel.values.Wordbook;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;

/**
 * {@code network init} makes a Besu network's genesis, keys and passwords; {@code network deploy}
 * puts the anchor contract on a chain and lets a log be anchored there. Exit codes: 0 done, 1 the
 * chain did not let it be done, 2 wrong usage or something in the way.
 */
public final class NetworkCommand {
  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int WRONG_USAGE = 2;
  private static final int USUAL_VALIDATORS = 4;
  private static final Set<String> OPTIONS =
      Set.of(
          "--out",
          "--validators",
          "--chain-id",
          "--gas-price",
          "--rpc",
          "--keys",
          "--service",
          "--jwt-file",
          "--lang",
          "--artel.data");
  private static final Set<String> FLAGS = Set.of("--force", "--new-keys");

  /** Not understood; the message says what, as a key and its argument. */
  private static final class NotUnderstood extends Exception {
    private final String argument;

    NotUnderstood(String key, String argument) {
      super(key);
      this.argument = argument;
    }

    String said(Wordbook words) {
      return words.say("network." + getMessage(), argument);
    }
  }

  private final SecureRandom random = new SecureRandom();
  private final PrintStream out;
  private final PrintStream err;

  private NetworkCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    CommandLine line;
    try {
      line = CommandLine.parse(arguments, OPTIONS, FLAGS);
    } catch (IllegalArgumentException e) {
      err.println(Wordbook.of(null, "chain").say("network.unknown-argument", e.getMessage()));
      return WRONG_USAGE;
    }
    var words = Wordbook.of(line.option("--lang").orElse(null), "chain");
    var command = new NetworkCommand(out, err);
    try {
      return switch (String.join(" ", line.words())) {
        case "init" -> command.init(line, words);
        case "deploy" -> command.deploy(line, words);
        default -> {
          err.println(words.say("network.usage"));
          yield WRONG_USAGE;
        }
      };
    } catch (NotUnderstood e) {
      err.println(e.said(words));
      return WRONG_USAGE;
    } catch (IOException e) {
      err.println(words.say("network.file-failed", e));
      return WRONG_USAGE;
    }
  }

  private int init(CommandLine line, Wordbook words) throws NotUnderstood, IOException {
    var folder = new NetworkFolder(path(line, "--out"));
    long validators = number(line, "--validators", USUAL_VALIDATORS, 1, NewNetwork.MOST_VALIDATORS);
    // Of nine digits by chance, so that two networks are not taken for one another.
    long chainId =
        number(line, "--chain-id", random.nextLong(100_000_000, 1_000_000_000), 1, (1L << 53) - 1);
    long gasPrice = number(line, "--gas-price", 0, 0, 1_000_000_000_000L);
    if (folder.isTaken()) {
      if (!line.has("--force")) {
        err.println(words.say("network.taken", folder.path()));
        return WRONG_USAGE;
      }
      out.println(words.say("network.set-aside", folder.setAside(Instant.now())));
    }
    var network = generate((int) validators, chainId, gasPrice);
    folder.write(network, random);
    out.println(
        words.say(
            "network.made",
            folder.path(),
            chainId,
            String.join(", ", network.validatorAddresses())));
    out.println(
        words.say(
            "network.accounts",
            network.anchor().getAddress(),
            network.owner().getAddress(),
            network.contract()));
    if (validators != USUAL_VALIDATORS) {
      out.println(words.say("network.other-count", USUAL_VALIDATORS, validators));
    }
    out.println(words.say("network.next", folder.path()));
    return GOOD;
  }

  private NewNetwork generate(int count, long chainId, long gasPrice) {
    var validators = new ArrayList<Credentials>();
    for (int i = 0; i < count; i++) {
      validators.add(newAccount());
    }
    return new NewNetwork(
        chainId,
        BigInteger.valueOf(gasPrice),
        Instant.now(),
        validators,
        newAccount(),
        newAccount(),
        newAccount());
  }

  private Credentials newAccount() {
    try {
      return Credentials.create(Keys.createEcKeyPair(random));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Bouncy Castle has secp256k1", e);
    }
  }

  private int deploy(CommandLine line, Wordbook words) throws NotUnderstood, IOException {
    var folder = new NetworkFolder(path(line, "--keys"));
    var rpc = ContractDeployment.address(line.option("--rpc").orElse(""));
    if (rpc.isEmpty()) {
      throw new NotUnderstood("no-address", "--rpc");
    }
    var service = line.option("--service").map(ContractDeployment::address);
    if (service.isPresent() && service.get().isEmpty()) {
      throw new NotUnderstood("no-address", "--service");
    }
    for (var key : new KeyFile[] {folder.ownerKey(), folder.anchorKey()}) {
      if (!key.path().toFile().isFile() && !line.has("--new-keys")) {
        throw new NotUnderstood("no-key", key.path().toString());
      }
    }
    var tokens =
        line.option("--jwt-file").isPresent()
            ? List.of(new TokenFile(path(line, "--jwt-file")))
            : List.<TokenFile>of();
    try (var deployment = new ContractDeployment(rpc.get(), tokens, folder)) {
      folder.anchorKey().account();
      var done = deployment.deploy();
      out.println(
          words.say(done.now() ? "network.deployed" : "network.deployed-before", done.contract()));
      if (done.changed()) {
        out.println(words.say("network.settings", folder.settings()));
      }
      if (service.isEmpty()) {
        out.println(words.say("network.grant-next", rpc.get(), folder.path()));
        return GOOD;
      }
      var origin = ContractDeployment.originOf(service.get().get());
      out.println(
          words.say(
              deployment.admit(done.contract(), origin)
                  ? "network.granted"
                  : "network.granted-before",
              origin));
      return GOOD;
    } catch (ChainUnavailable e) {
      err.println(words.sayIfKnown(e.reason()).orElse(e.getMessage()));
      err.println(e.getMessage());
      return BAD;
    }
  }

  private static Path path(CommandLine line, String option) throws NotUnderstood {
    try {
      return Path.of(
          line.option(option).orElseThrow(() -> new NotUnderstood("missing-option", option)));
    } catch (InvalidPathException e) {
      throw new NotUnderstood("missing-option", option);
    }
  }

  private static long number(CommandLine line, String option, long usual, long least, long most)
      throws NotUnderstood {
    String text = line.option(option).orElse(Long.toString(usual));
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is too small or too large.
    }
    throw new NotUnderstood("bad-number", "%s %s (%d–%d)".formatted(option, text, least, most));
  }
}
