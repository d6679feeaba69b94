package coop.artel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The name of this service on the network. What a request says in Host is believed for this
 * machine's own names only; any other is the one of {@code artel.url}.
 */
@Component
public class Site {
  /** Request attribute: the code of what a filter refused, whose page is drawn later. */
  public static final String REFUSED = Site.class.getName() + ".refused";

  private static final Set<String> OWN =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");

  private final @Nullable URI url;

  Site(@Value("${artel.url:}") String url) {
    this.url = url.isBlank() ? null : checked(url.strip());
  }

  /** As it was given, for links that no request leads to. */
  public Optional<URI> address() {
    return Optional.ofNullable(url);
  }

  /** The start of a link that leaves this service, without a slash at its end. */
  public String base(HttpServletRequest request) {
    return url == null
        ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
        : url.toString();
  }

  /** Whether what is set as a cookie now travels encrypted. */
  public boolean secure(HttpServletRequest request) {
    return request.isSecure() || alwaysSecure();
  }

  boolean alwaysSecure() {
    return url != null && url.getScheme().equals("https");
  }

  /** Whether a request that names this host is meant for us. */
  boolean known(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return OWN.contains(name) || url != null && url.getHost().equals(name);
  }

  private static URI checked(String text) {
    URI url = URI.create(text.replaceFirst("/+$", "").toLowerCase(Locale.ROOT));
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web
        || url.getHost() == null
        || !url.getPath().isEmpty()
        || url.getQuery() != null
        || url.getUserInfo() != null
        || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "artel.url is the address that people see, like https://artel.example.org");
    }
    return url;
  }
}
