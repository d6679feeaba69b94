package coop.artel;

import coop.artel.access.AccountCommand;
import coop.artel.bench.BenchCommand;
import coop.artel.chain.NetworkCommand;
import coop.artel.demo.DemoCommand;
import coop.artel.notary.VerifyCommand;
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
          err.printf("artel: unknown command %s%n", name);
          help(arguments, err, err);
          return WRONG_USAGE;
        });
  }

  private static int help(String[] arguments, PrintStream out, PrintStream err) {
    out.print(
        """
        java -jar artel.jar [--server.port=N] [--artel.data=DIR]
            starts the service
        java -jar artel.jar verify FILE [--policy FILE] [--require-anchor]
            checks the export of a case, offline
        java -jar artel.jar verify FILE.tlog-proof [--policy FILE] [--digest DIGEST]
            checks that one record stands in the log, offline
        java -jar artel.jar verify --log URL [--policy FILE [--rpc URL [--require-anchor]]]
            checks a running log from outside, and with a node of the chain its anchors
        java -jar artel.jar demo --url URL --artel.data=DIR
            plays admission against a running service and verifies what it exports
        java -jar artel.jar bench NAME
            measures; without a NAME tells which there are
        java -jar artel.jar account create --role ROLE --login NAME ...
            opens an account of an operator or lawyer in your own database
        java -jar artel.jar network init|deploy ...
            prepares a Besu network; puts the anchor contract on a chain
        """);
    return 0;
  }
}
