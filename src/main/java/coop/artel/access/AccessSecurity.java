package coop.artel.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.LocaleResolver;

/** Two doors: {@code /api} takes bearer tokens and keeps no session, the pages take a sign-in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Limits.class, ViewingSettings.class})
class AccessSecurity {
  private static final String[] PUBLIC_PAGES = {
    "/",
    "/sign-in",
    "/apply/**",
    "/application/**",
    "/invitation/**",
    "/preferences/**",
    "/help/**",
    "/problems/**",
    "/log/**",
    "/actuator/health/**",
    "/v3/api-docs/**",
    "/lib/**",
    "/css/**",
    "/img/**",
    "/favicon.ico",
    "/error"
  };

  private static final String CONTENT_SECURITY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  @Order(1)
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      Accounts accounts,
      Callers callers,
      MessageSource messages,
      LocaleResolver languages,
      ObjectMapper json,
      ApplicationEventPublisher news)
      throws Exception {
    var problems = new ApiProblems(messages, languages, json);
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.POST, OpenDoors.of(HttpMethod.POST))
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, OpenDoors.of(HttpMethod.GET))
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .addFilterBefore(
            new BearerTokens(accounts, callers, problems, news),
            AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Nothing here rests on a cookie, so no other site can make a browser act.
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .logout(signOut -> signOut.disable())
        .headers(AccessSecurity::headers)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pageSecurity(
      HttpSecurity http, PasswordSignIn signIn, Accounts accounts, Site site) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    // The end of a stream that was let in when it was opened.
                    .dispatcherTypeMatchers(DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(PUBLIC_PAGES)
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .authenticated())
        .addFilterBefore(new EndedSessions(accounts), AnonymousAuthenticationFilter.class)
        // Without the parent that Spring would add, which asks the same provider a second time.
        .authenticationManager(new ProviderManager(signIn))
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("login")
                    .passwordParameter("password")
                    .defaultSuccessUrl("/tasks")
                    .failureHandler(AccessSecurity::failed))
        .logout(
            signOut ->
                signOut
                    .logoutUrl("/sign-out")
                    .logoutSuccessUrl("/sign-in?signed-out")
                    .deleteCookies("JSESSIONID"))
        .exceptionHandling(refused -> refused.authenticationEntryPoint(AccessSecurity::askToSignIn))
        .requestCache(cache -> cache.requestCache(new AskedPage(site)))
        .sessionManagement(
            sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId()))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new FormTokens(site))
                    .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
        .headers(AccessSecurity::headers)
        .build();
  }

  /** Scripts cannot read the session's cookie, and other sites cannot send it along. */
  @Bean
  ServletContextInitializer sessionCookieIsHidden(Site site) {
    return context -> {
      context.getSessionCookieConfig().setHttpOnly(true);
      // Else the server sets it where the request came in by https, as it sees it.
      if (site.alwaysSecure()) {
        context.getSessionCookieConfig().setSecure(true);
      }
      context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    };
  }

  @Bean
  CookieSameSiteSupplier sessionCookieStaysOnThisSite() {
    return CookieSameSiteSupplier.ofLax().whenHasName("JSESSIONID");
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
        .frameOptions(frames -> frames.deny())
        .contentTypeOptions(Customizer.withDefaults());
  }

  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException, ServletException {
    if (request.getHeader("HX-Request") == null) {
      var signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");
      signIn.setFavorRelativeUris(true);
      signIn.commence(request, response, e);
    } else {
      response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }
  }

  private static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    String query =
        e instanceof PasswordSignIn.Delayed delayed
            ? "error=delayed&seconds=" + delayed.seconds()
            : "error=wrong";
    response.sendRedirect(request.getContextPath() + "/sign-in?" + query);
  }
}
