package coop.artel.desk.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody sends more than 64 KiB, or 1 MiB where a model or a file of rules is sent, or 22 MiB where
 * a list of members, scans or an edition are: what announces more is refused unread, what sends
 * more unannounced is cut off. Forms of pages, which the container reads itself, are bounded by
 * {@code server.tomcat.max-http-form-post-size} where no length is announced.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {
  static final long ORDINARY = 64 * 1024;
  static final long MODEL = 1024 * 1024;
  static final long SCANS = 22 * 1024 * 1024;

  private static final Pattern WITH_SCANS =
      Pattern.compile(
          "/members/import(/[^/]{1,64}/file)?|/members/paper(/withdrawal)?"
              + "|/tasks/[^/]{1,64}(/draft)?|/api/cooperatives/[^/]{1,64}/register-imports"
              + "|/api/register-imports/[^/]{1,64}/file"
              + "|(/api)?/rules/drafts/[^/]{1,64}/files");

  private static final Pattern WITH_A_FILE =
      Pattern.compile(
          "/api/models|/api/rules/drafts/[^/]{1,64}/files|/rules/drafts/[^/]{1,64}/check");

  /** More came than was allowed. */
  static class TooLarge extends IOException {
    TooLarge(long limit) {
      super("The body is larger than %d bytes".formatted(limit));
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var limit = limit(request.getRequestURI());
    if (request.getContentLengthLong() > limit || isUnboundedMultipart(request)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    chain.doFilter(new Bounded(request, limit), response);
  }

  private static long limit(String path) {
    return WITH_SCANS.matcher(path).matches()
        ? SCANS
        : WITH_A_FILE.matcher(path).matches() ? MODEL : ORDINARY;
  }

  /** Parts are read by the container itself, which knows one bound for all pages. */
  private static boolean isUnboundedMultipart(HttpServletRequest request) {
    var type = request.getContentType();
    return request.getContentLengthLong() < 0
        && type != null
        && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static final class Bounded extends HttpServletRequestWrapper {
    private final long limit;

    Bounded(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedStream(super.getInputStream(), limit);
    }
  }

  private static final class BoundedStream extends ServletInputStream {
    private final ServletInputStream stream;
    private final long limit;
    private long count;

    BoundedStream(ServletInputStream stream, long limit) {
      this.stream = stream;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      var next = stream.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var read = stream.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int more) throws TooLarge {
      count += more;
      if (count > limit) {
        throw new TooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
