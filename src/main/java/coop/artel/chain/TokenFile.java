package coop.artel.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;

/**
 * The JSON Web Token that a node wants to see, as its file has it at the moment: whoever renews the
 * file need not tell us. The token itself stands in no message.
 */
record TokenFile(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String read() throws NoAnswer {
    String token;
    try {
      token = Files.readString(path, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new NoAnswer(
          "chain.token-unreadable", "The token file %s cannot be read".formatted(path), e);
    }
    if (!token.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]*")) {
      throw new NoAnswer(
          "chain.token-unreadable", "The token file %s holds no token".formatted(path), null);
    }
    return token;
  }

  /** Whether a token says itself that its time is over; one that cannot be read does not. */
  static boolean isExpired(String token, Instant now) {
    try {
      var claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
      var end = claims.path("exp");
      return end.isNumber() && end.asLong() <= now.getEpochSecond();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
