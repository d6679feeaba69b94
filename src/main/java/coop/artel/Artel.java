package coop.artel;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The service, or one of its commands when the first argument names one. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Artel", sharedModules = "values")
public class Artel {
  private static final int GOOD = 0;

  public static void main(String[] arguments) {
    if (arguments.length > 0 && !arguments[0].startsWith("--artel.") && isCommand(arguments[0])) {
      var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
      int code = Command.named(arguments[0]).run(rest, System.out, System.err);
      if (code != GOOD) {
        System.exit(code);
      }
      return;
    }
    SpringApplication.run(Artel.class, arguments);
  }

  /** A word, or a plea for help; settings of the service look like {@code --server.port=8081}. */
  private static boolean isCommand(String argument) {
    return !argument.startsWith("--") || argument.equals("--help");
  }
}
