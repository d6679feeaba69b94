package coop.artel.desk.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What the server refuses before any page or problem can be made, a request that cannot be read:
 * two sentences, and nothing about the server.
 */
@Configuration(proxyBeanMethods = false)
class BareErrors {
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> saysLittle(WordingSource wordings) {
    return server ->
        server.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
                host.getPipeline().addValve(new Report(wordings));
              }
            });
  }

  static final class Report extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(BareErrors.class);
    private static final String PAGE =
        """
        <!DOCTYPE html>
        <html lang="ru">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <h1>%1$s</h1>
        <p>%2$s</p>
        <p lang="en">%3$s</p>
        <p><a href="/">%4$s</a></p>
        </html>
        """;

    private final WordingSource wordings;

    Report(WordingSource wordings) {
      this.wordings = wordings;
    }

    @Override
    protected void report(Request request, Response response, Throwable broken) {
      int status = response.getStatus();
      if (status < HttpServletResponse.SC_BAD_REQUEST
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      var known = HttpStatus.resolve(status);
      boolean ours = known != null && known.is5xxServerError();
      try {
        write(request, response, status, ours ? "500" : "400");
      } catch (IOException e) {
        LOG.debug("The caller has gone before the error was told", e);
      }
    }

    private void write(Request request, Response response, int status, String words)
        throws IOException {
      boolean api = String.valueOf(request.getRequestURI()).startsWith("/api/");
      var russian = wordings.in(Languages.RUSSIAN);
      var english = wordings.in(java.util.Locale.ENGLISH);
      response.setContentType(
          api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      var writer = response.getReporter();
      if (writer == null) {
        return;
      }
      writer.write(
          api
              ? problem(
                  status, words.equals("400") ? "malformed-request" : "internal-error", english)
              : PAGE.formatted(
                  russian.say("error." + words + ".title"),
                  russian.say("error." + words + ".text"),
                  english.say("error." + words + ".text"),
                  russian.say("error.home")));
      response.finishResponse();
    }

    private static String problem(int status, String code, Wording english) {
      return """
      {"type":"/problems/%1$s","title":"%2$s","status":%3$d,"detail":"%4$s","code":"%1$s"}
      """
          .formatted(
              code,
              english.say("problem." + code + ".title"),
              status,
              english.say("problem." + code + ".detail"));
    }
  }
}
