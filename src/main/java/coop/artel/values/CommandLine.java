package coop.artel.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows a command's name: words, options ({@code --name value} or {@code --name=value}) and
 * flags ({@code --name}).
 */
public record CommandLine(List<String> words, Map<String, String> options) {
  public CommandLine {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /** Throws {@link IllegalArgumentException} with an argument that is neither named nor whole. */
  public static CommandLine parse(String[] arguments, Set<String> options, Set<String> flags) {
    var words = new ArrayList<String>();
    var given = new HashMap<String, String>();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (!argument.startsWith("--")) {
        words.add(argument);
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String value;
      if (flags.contains(argument)) {
        value = "";
      } else if (!options.contains(name)) {
        throw new IllegalArgumentException(argument);
      } else if (equals >= 0) {
        value = argument.substring(equals + 1);
      } else if (i + 1 < arguments.length) {
        value = arguments[++i];
      } else {
        throw new IllegalArgumentException(argument);
      }
      if (given.put(name, value) != null) {
        throw new IllegalArgumentException(argument);
      }
    }
    return new CommandLine(words, given);
  }

  /** Empty where it was not given, or given without a value. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
  }

  public boolean has(String flag) {
    return options.containsKey(flag);
  }
}
