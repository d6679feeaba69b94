package coop.artel.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads pages over loopback as a browser of somebody signed in: compressed, with a cache. */
final class PageReader {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern PARTS =
      Pattern.compile("(?:href|src)=\"(/(?:css|lib)/[^\"#]+\\.(?:css|js))\"");
  private static final Pattern FONTS = Pattern.compile("url\\((fonts/[^)]+)\\)");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String server;
  private final Map<String, Map<String, String>> known = new HashMap<>();
  private final Set<String> kept = new HashSet<>();

  PageReader(String server) {
    this.server = server;
  }

  void signIn(String login, String password) throws IOException, InterruptedException {
    Matcher token = CSRF.matcher(text(get("/sign-in")));
    if (!token.find()) {
      throw new IllegalStateException("The sign-in page has no form");
    }
    String body =
        "login=%s&password=%s&_csrf=%s"
            .formatted(encode(login), encode(password), encode(token.group(1)));
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(server + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    if (!answer.headers().firstValue("Location").orElse("").endsWith("/tasks")) {
      throw new IllegalStateException("Nobody could sign in");
    }
  }

  /** Milliseconds from the request to the last byte of the page. */
  double milliseconds(String path) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    get(path);
    return (System.nanoTime() - begun) / 1e6;
  }

  /**
   * Bytes of a page with its styles, scripts and fonts, as they come over the wire; islands, which
   * only the page of a case loads, are not on the pages that this is asked for.
   */
  long weigh(String path) throws IOException, InterruptedException {
    var page = get(path);
    long weight = page.body().length;
    Set<String> parts = new LinkedHashSet<>();
    find(PARTS, text(page)).forEach(parts::add);
    for (String part : Set.copyOf(parts)) {
      if (part.startsWith("/lib/fonts")) {
        find(FONTS, text(get(part))).forEach(font -> parts.add("/lib/" + font));
      }
    }
    for (String part : parts) {
      weight += load(part);
    }
    return weight;
  }

  /** As a browser does: what is kept for good is not asked for, the rest whether it has changed. */
  private long load(String path) throws IOException, InterruptedException {
    if (kept.contains(path)) {
      return 0;
    }
    var request = request(path);
    known.getOrDefault(path, Map.of()).forEach(request::header);
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    var headers = answer.headers();
    var conditions = new HashMap<String, String>();
    headers.firstValue("ETag").ifPresent(it -> conditions.put("If-None-Match", it));
    headers.firstValue("Last-Modified").ifPresent(it -> conditions.put("If-Modified-Since", it));
    known.putIfAbsent(path, conditions);
    if (headers.firstValue("Cache-Control").orElse("").contains("immutable")) {
      kept.add(path);
    }
    return answer.body().length;
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    var answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("%s: %d".formatted(path, answer.statusCode()));
    }
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Accept-Encoding", "gzip")
        .header("Accept-Language", "ru");
  }

  private static Set<String> find(Pattern pattern, String text) {
    var found = new LinkedHashSet<String>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String text(HttpResponse<byte[]> answer) throws IOException {
    byte[] body = answer.body();
    if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
      try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = gzip.readAllBytes();
      }
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
