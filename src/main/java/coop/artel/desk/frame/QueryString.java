package coop.artel.desk.frame;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What is asked, as the end of an address: {@code q=anna&sort=due}. What is absent or blank is left
 * out.
 */
public final class QueryString {
  private final StringBuilder text = new StringBuilder();

  public QueryString with(String name, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      text.append(text.isEmpty() ? "" : "&")
          .append(name)
          .append('=')
          .append(UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
    }
    return this;
  }

  /** To go on an address that asks something already. */
  public String further() {
    return text.isEmpty() ? "" : "&" + text;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
