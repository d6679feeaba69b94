package coop.artel.access;

import coop.artel.values.PersonId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in to the pages with login and password. */
@Component
class PasswordSignIn implements AuthenticationProvider {
  /** Too early after failed attempts. */
  static final class Delayed extends AuthenticationException {
    private final long seconds;

    Delayed(SignInDelayed delay) {
      super(delay.getMessage(), delay);
      this.seconds = delay.seconds();
    }

    long seconds() {
      return seconds;
    }
  }

  private final SignIns signIns;
  private final Clock clock;
  private final ApplicationEventPublisher news;

  PasswordSignIn(SignIns signIns, Clock clock, ApplicationEventPublisher news) {
    this.signIns = signIns;
    this.clock = clock;
    this.news = news;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String password = attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
    var at = clock.instant();
    try {
      PersonId person =
          signIns
              .signIn(attempt.getName(), password, address(attempt))
              .orElseThrow(() -> new BadCredentialsException("Login or password is wrong"));
      news.publishEvent(new SignedInByPassword(person));
      return UsernamePasswordAuthenticationToken.authenticated(
          new SignedIn(person, at), null, AuthorityUtils.NO_AUTHORITIES);
    } catch (SignInDelayed delay) {
      throw new Delayed(delay);
    }
  }

  private static String address(Authentication attempt) {
    if (attempt.getDetails() instanceof WebAuthenticationDetails details) {
      return details.getRemoteAddress();
    }
    throw new IllegalStateException("A sign-in comes from somewhere");
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }
}
