package coop.artel;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
      int code = Command.named(arguments[0]).run(rest, legible(System.out), legible(System.err));
      if (code != GOOD) {
        System.exit(code);
      }
      return;
    }
    SpringApplication.run(Artel.class, arguments);
  }

  /** Under the locale C Java writes ASCII, where every Russian letter is a question mark. */
  private static PrintStream legible(PrintStream stream) {
    return Charset.defaultCharset().newEncoder().canEncode('Я')
        ? stream
        : new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** A word, or a plea for help; settings of the service look like {@code --server.port=8081}. */
  private static boolean isCommand(String argument) {
    return !argument.startsWith("--") || argument.equals("--help");
  }
}
