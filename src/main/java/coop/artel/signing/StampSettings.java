package coop.artel.signing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which time-stamping authority stamps the log's checkpoints. Without any setting none does.
 *
 * @param url where it answers, http or https
 * @param certificate a PEM file with its certificate, needed beside {@code url}; with more than one
 *     all of them are trusted, so that stamps of an earlier certificate stay good
 * @param every how far apart two stamps are at least
 * @param patience how long one answer may take, from the first byte to the last
 */
@ConfigurationProperties("artel.stamp")
public record StampSettings(
    @Nullable URI url,
    @Nullable Path certificate,
    @DefaultValue("1h") Duration every,
    @DefaultValue("20s") Duration patience) {
  public StampSettings {
    if (url != null
        && (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?"))) {
      throw new IllegalArgumentException("artel.stamp.url is no http address: " + url);
    }
    if (url != null && url.getRawUserInfo() != null) {
      throw new IllegalArgumentException("artel.stamp.url: an address holds no password");
    }
    if (url != null && certificate == null) {
      // Whose stamps these are would be anybody's word.
      throw new IllegalArgumentException(
          "artel.stamp.url needs artel.stamp.certificate beside it, the authority's certificate");
    }
    if (every.isNegative() || every.isZero() || patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException(
          "artel.stamp.every and artel.stamp.patience must be above zero");
    }
  }

  /** Nothing set: nobody stamps. */
  public static StampSettings unset() {
    return new StampSettings(null, null, Duration.ofHours(1), Duration.ofSeconds(20));
  }
}
