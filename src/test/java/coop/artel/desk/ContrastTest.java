package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pair of colours that meets in the pages can be read (WCAG 2.2, 1.4.3 and 1.4.11). */
class ContrastTest {
  private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});");
  private static final String LIGHT = ":root {";
  private static final String DARK = ":root[data-theme=\"dark\"] {";
  private static final String DARK_BY_SYSTEM = ":root[data-theme=\"auto\"] {";

  @ParameterizedTest
  @ValueSource(strings = {LIGHT, DARK})
  void text_is_read_on_every_ground_it_stands_on(String theme) throws IOException {
    var colours = colours(theme);
    String[] pairs = {
      "ink paper",
      "ink sheet",
      "ink sunk",
      "ink wash",
      "ink-2 paper",
      "ink-2 sheet",
      "ink-2 sunk",
      "ink amber-wash",
      "ink slate-wash",
      "ink good-wash",
      "ink alarm-wash",
      "ink-2 slate-wash",
      "accent paper",
      "accent sheet",
      "accent wash",
      "accent-deep wash",
      "on-accent accent",
      "on-accent accent-deep",
      "on-top top",
      "on-top-2 top",
      "alarm paper",
      "alarm sheet",
      "alarm alarm-wash",
      "amber paper",
      "amber sheet",
      "amber amber-wash",
      "slate paper",
      "slate slate-wash",
      "good paper",
      "good sheet",
      "good good-wash",
      "sheet alarm",
      "sheet ink"
    };
    for (String pair : pairs) {
      assertThat(contrast(colours, pair)).as(pair).isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LIGHT, DARK})
  void edges_of_controls_and_the_focus_ring_are_seen(String theme) throws IOException {
    var colours = colours(theme);
    for (String pair : new String[] {"edge paper", "edge sheet", "focus paper", "focus sheet"}) {
      assertThat(contrast(colours, pair)).as(pair).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void dark_by_choice_and_dark_by_system_are_the_same() throws IOException {
    assertThat(colours(DARK)).isEqualTo(colours(DARK_BY_SYSTEM));
  }

  private static double contrast(Map<String, String> colours, String pair) {
    double[] light =
        Arrays.stream(pair.split(" ")).mapToDouble(name -> luminance(colours.get(name))).toArray();
    return (Math.max(light[0], light[1]) + 0.05) / (Math.min(light[0], light[1]) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double share = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum +=
          weights[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static Map<String, String> colours(String theme) throws IOException {
    var css = Files.readString(Path.of("src/main/resources/static/css/tokens.css"));
    var start = css.indexOf(theme);
    var colours = new HashMap<String, String>();
    COLOUR
        .matcher(css.substring(start, css.indexOf('}', start)))
        .results()
        .forEach(found -> colours.put(found.group(1), found.group(2)));
    assertThat(colours).hasSizeGreaterThan(20);
    return colours;
  }
}
