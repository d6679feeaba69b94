package coop.artel.tour;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** The pages of the service, as the service itself lists them. */
final class Pages {
  /** What is asked for in the same way and is no page to look at. */
  private static final Map<String, String> NOT_LOOKED_AT =
      Map.ofEntries(
          Map.entry("/rules", "leads on to the rules of a country"),
          Map.entry("/rules/{country}/edition.zip", "a file"),
          Map.entry("/rules/{country}/edition.xlsx", "a file"),
          Map.entry("/rules/drafts/{id}/edition.zip", "a file"),
          Map.entry("/rules/drafts/{id}/edition.xlsx", "a file"),
          Map.entry("/rules/proposals/{case}", "leads on to what that case is to publish"),
          Map.entry(
              "/rules/{country}/proposals/{proposal}",
              "made of drafts, which the tour does not write; PublicationsDeskTest looks at it"),
          Map.entry("/cases/list.csv", "a file"),
          Map.entry("/cases/{id}/export", "a file"),
          Map.entry("/series/{id}/export", "a file"),
          Map.entry("/members/import/template.csv", "a file"),
          Map.entry("/cases/{id}/diagram", "data for the diagram on a case's page"),
          Map.entry("/rules/drafts/{id}/words", "data for the editor of a draft's file"),
          Map.entry("/notices/stream", "events for the bell of an open page"),
          Map.entry("/application/{token}", "keeps the link and leads on to /application"),
          Map.entry("/invitation/{token}", "keeps the link and leads on to /invitation"),
          Map.entry("/members/import/case/{caseId}", "leads on to the list of that case"),
          Map.entry("/preferences/language/{language}", "leads back"),
          Map.entry("/preferences/theme/{theme}", "leads back"),
          Map.entry("/preferences/keys/{keys}", "leads back"),
          Map.entry(AwayPage.DATABASE_AWAY, "the tour's own, looked at as it fails"),
          Map.entry(AwayPage.BROKEN, "the tour's own, looked at as it fails"),
          Map.entry("/error", "shown in the place of a page that fails"));

  private final RequestMappingHandlerMapping handlers;
  private final Map<Method, String> pages = new HashMap<>();
  private final Set<Method> seen = new HashSet<>();

  Pages(RequestMappingHandlerMapping handlers) {
    this.handlers = handlers;
    var unknown = new TreeSet<>(NOT_LOOKED_AT.keySet());
    handlers
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              var methods = info.getMethodsCondition().getMethods();
              if (!methods.isEmpty() && !methods.contains(RequestMethod.GET)
                  || answersData(handler)) {
                return;
              }
              for (String pattern : info.getPatternValues()) {
                if (!unknown.remove(pattern)) {
                  pages.put(handler.getMethod(), pattern);
                }
              }
            });
    if (!unknown.isEmpty()) {
      throw new AssertionError("There are no such addresses any more: " + unknown);
    }
  }

  private static boolean answersData(HandlerMethod handler) {
    return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class);
  }

  /** Somebody looks at what a browser shows under this address. */
  void see(String url) {
    var handler = handler(URI.create(url).getPath());
    if (handler != null) {
      seen.add(handler);
    }
  }

  /** The addresses of those that nobody has looked at. */
  Set<String> unseen() {
    var left = new HashMap<>(pages);
    left.keySet().removeAll(seen);
    return new TreeSet<>(left.values());
  }

  private @Nullable Method handler(String path) {
    var request = new MockHttpServletRequest("GET", path);
    request.addHeader("Accept", "text/html");
    ServletRequestPathUtils.parseAndCache(request);
    try {
      var chain = handlers.getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod found
          ? found.getMethod()
          : null;
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }
}
