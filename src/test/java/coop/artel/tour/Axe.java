package coop.artel.tour;

import com.microsoft.playwright.Page;
import java.util.List;

/** axe-core's look at a page by WCAG 2.2, levels A and AA. */
final class Axe {
  private static final String SCRIPT = Chromium.axe();
  private static final String RUN =
      """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
        const { violations } = await axe.run(document, {
          runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false });
        return violations.flatMap(({ id, help, nodes }) => nodes.map((node) =>
          `${id}: ${help}: ${node.target} ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`));
      }
      """;

  private Axe() {}

  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(SCRIPT);
    }
    return (List<String>) page.evaluate(RUN);
  }
}
