package coop.artel;

import coop.artel.access.AccountCommand;
import coop.artel.bench.BenchCommand;
import coop.artel.chain.NetworkCommand;
import coop.artel.demo.DemoCommand;
import coop.artel.notary.VerifyCommand;
import coop.artel.values.Wordbook;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the jar does besides being the service. Exit codes: 0 good, 1 the thing checked is bad or a
 * bound is missed, 2 wrong usage or unreadable input.
 */
@FunctionalInterface
interface Command {
  int WRONG_USAGE = 2;

  int run(String[] arguments, PrintStream out, PrintStream err);

  static Command named(String name) {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("verify", VerifyCommand::run);
    commands.put("demo", DemoCommand::run);
    commands.put(
        "bench", (arguments, out, err) -> BenchCommand.run(Artel.class, arguments, out, err));
    commands.put("account", AccountCommand::run);
    commands.put("network", NetworkCommand::run);
    commands.put("--help", Command::help);
    return commands.getOrDefault(
        name,
        (arguments, out, err) -> {
          err.println(words().say("command.unknown", name));
          help(arguments, err, err);
          return WRONG_USAGE;
        });
  }

  private static int help(String[] arguments, PrintStream out, PrintStream err) {
    out.println(words().say("command.help"));
    return 0;
  }

  private static Wordbook words() {
    return Wordbook.of(null, "artel");
  }
}
