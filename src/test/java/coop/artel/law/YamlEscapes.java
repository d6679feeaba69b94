package coop.artel.law;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;

/** Files of cases that try to make objects, or to be larger than they look. */
final class YamlEscapes {
  private static final int MANY = 10_000;

  private YamlEscapes() {}

  static List<Escape> all() {
    return List.of(
        made("an object of a class", "!!java.io.FileOutputStream [\"PATH\"]"),
        made("an object among the facts", "- {facts: !!java.io.FileOutputStream [\"PATH\"]}"),
        made("an object for a key", "? !!java.io.FileOutputStream [\"PATH\"]\n: 1"),
        made(
            "an object by the whole name of its tag",
            "- id: !<tag:yaml.org,2002:java.io.FileOutputStream> [\"PATH\"]"),
        made(
            "an object by a tag of one's own",
            "%TAG !j! tag:yaml.org,2002:java.io.\n---\n- id: !j!FileOutputStream [\"PATH\"]"),
        made(
            "an object that is named later",
            "- id: &a !!java.io.FileOutputStream [\"PATH\"]\n- *a"),
        bomb("lists of lists by their names", laughs(), it -> leaves(it) >= MANY),
        bomb("tables merged by their names", merged(), it -> leaves(it) >= MANY),
        bomb(
            "a long text that is named again and again",
            "- &a %s\n%s".formatted("x".repeat(100_000), "- *a\n".repeat(50)),
            it -> leaves(it) == 51),
        bomb("deeper than anybody reads", "[".repeat(200) + "]".repeat(200), it -> depth(it) > 100),
        bomb("longer than anybody writes", "- a\n".repeat(300_000), it -> leaves(it) > 299_999),
        bomb(
            "a key that stands twice",
            "- {id: A1, id: A2}",
            it -> it.equals(List.of(Map.of("id", "A2")))));
  }

  private static Escape made(String name, String text) {
    return new Escape(name, text, new Read(it -> false));
  }

  private static Escape bomb(String name, String text, Predicate<Object> explodes) {
    return new Escape(name, text, new Read(explodes));
  }

  private static String laughs() {
    var text = new StringBuilder("- &l0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 4; level++) {
      text.append("- &l%d [%s]\n".formatted(level, ("*l%d, ".formatted(level - 1)).repeat(10)));
    }
    return text.toString();
  }

  private static String merged() {
    var text = new StringBuilder("- &m0 {a: x, b: x, c: x, d: x, e: x, f: x, g: x, h: x}\n");
    for (int level = 1; level < 5; level++) {
      text.append("- &m%d {<<: *m%d".formatted(level, level - 1));
      for (char key = 'i'; key < 'i' + 10; key++) {
        text.append(", %c%d: *m%d".formatted(key, level, level - 1));
      }
      text.append("}\n");
    }
    return text.toString();
  }

  private static long leaves(Object read) {
    if (read instanceof Map<?, ?> map) {
      return map.values().stream().mapToLong(YamlEscapes::leaves).sum();
    }
    return read instanceof Iterable<?> list
        ? StreamSupport.stream(list.spliterator(), false).mapToLong(YamlEscapes::leaves).sum()
        : 1;
  }

  private static int depth(Object read) {
    return read instanceof List<?> list && !list.isEmpty() ? 1 + depth(list.get(0)) : 1;
  }

  private record Read(Predicate<Object> explodes) implements Escape.Way {
    @Override
    public void off(String text, Runnable canary) {
      var options = new LoaderOptions();
      options.setTagInspector(tag -> true);
      options.setMaxAliasesForCollections(Integer.MAX_VALUE);
      options.setNestingDepthLimit(Integer.MAX_VALUE);
      options.setCodePointLimit(Integer.MAX_VALUE);
      Object read = new Yaml(new Constructor(options)).load(text);
      if (explodes.test(read)) {
        canary.run();
      }
    }

    @Override
    public void on(String text) {
      Case.read("ru/cases/escape.yaml", text);
    }
  }
}
