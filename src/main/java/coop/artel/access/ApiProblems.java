package coop.artel.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.LocaleResolver;

/**
 * What the filters refuse under {@code /api}, as problem documents (RFC 9457) of the same shape as
 * the desk's.
 */
final class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final MessageSource messages;
  private final LocaleResolver languages;
  private final ObjectMapper json;

  ApiProblems(MessageSource messages, LocaleResolver languages, ObjectMapper json) {
    this.messages = messages;
    this.languages = languages;
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    boolean token = e instanceof BadCredentialsException;
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        token ? "Bearer realm=\"artel\", error=\"invalid_token\"" : "Bearer realm=\"artel\"");
    write(request, response, HttpStatus.UNAUTHORIZED, token ? "token-invalid" : "not-signed-in");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    write(request, response, HttpStatus.FORBIDDEN, "access-denied");
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
      throws IOException {
    var language = languages.resolveLocale(request);
    var problem =
        ProblemDetail.forStatusAndDetail(
            status, messages.getMessage("access." + code + ".detail", null, language));
    problem.setTitle(messages.getMessage("access." + code + ".title", null, language));
    problem.setType(URI.create("/problems/" + code));
    problem.setInstance(URI.create(request.getRequestURI()));
    problem.setProperty("code", code);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(response.getOutputStream(), problem);
  }
}
