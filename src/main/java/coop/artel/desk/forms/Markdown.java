package coop.artel.desk.forms;

import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The text of a form's text component as HTML. A modeler writes it, so nothing of it is trusted:
 * tags are shown as text, a link leads to the web or stays on this server, pictures are left out.
 */
final class Markdown {
  /** The title of the page is the only heading of the first level. */
  private static final int HIGHEST = 2;

  private static final Pattern WEB_OR_HERE =
      Pattern.compile("(?i)https?://[^\\\\]+|(?![a-z][a-z0-9+.-]*:|//)[^\\\\]*");

  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(context -> Markdown::dress)
          .build();

  private Markdown() {}

  static String html(String text) {
    var document = PARSER.parse(text);
    document.accept(new Guard());
    return HTML.render(document);
  }

  private static void dress(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading) {
      attributes.put("class", "form-head");
    } else if (node instanceof Link) {
      attributes.put("rel", "noopener noreferrer");
    }
  }

  /** Sets headings one level down ({@code ###} is h2), and undoes what may not stand. */
  private static final class Guard extends AbstractVisitor {
    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.max(HIGHEST, heading.getLevel() - 1));
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (!WEB_OR_HERE.matcher(link.getDestination()).matches()) {
        leaveContent(link);
      }
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      leaveContent(image);
    }

    private static void leaveContent(Node node) {
      for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
        node.insertBefore(child);
      }
      node.unlink();
    }
  }
}
