package coop.artel.desk.notices;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import coop.artel.notices.AddressProofs;
import coop.artel.notices.Addresses;
import coop.artel.notices.Ways;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/me/mail")
@Tag(name = "Own e-mail", description = "Where the caller is written to, and about what")
class MailPreferencesEndpoint {
  private final Callers callers;
  private final Addresses addresses;
  private final AddressProofs proofs;
  private final Ways ways;
  private final WordingSource wordings;

  MailPreferencesEndpoint(
      Callers callers,
      Addresses addresses,
      AddressProofs proofs,
      Ways ways,
      WordingSource wordings) {
    this.callers = callers;
    this.addresses = addresses;
    this.proofs = proofs;
    this.ways = ways;
    this.wordings = wordings;
  }

  /**
   * @param possible whether this installation sends letters at all
   * @param refused since when the reader's server knows nobody there
   * @param pending waits for its proof
   * @param language of the letters
   * @param lost letters of the last week that were tried often enough and given up
   * @param ways {@code at-once}, {@code daily} or {@code never}, by kind of notice
   */
  record MailJson(
      boolean possible,
      @Nullable String address,
      @Nullable Instant refused,
      @Nullable String pending,
      String language,
      Addresses.@Nullable Lost lost,
      Map<String, String> ways) {}

  /** What is absent stays as it is. */
  record ChoiceRequest(@Nullable String language, @Nullable Map<String, String> ways) {}

  record AddressRequest(@Nullable String address) {}

  record ProofRequest(@Nullable String proof) {}

  @GetMapping
  @Operation(summary = "Where the caller is written to, and about which notices")
  MailJson mine() {
    var me = callers.current().person();
    Optional<Addresses.Entry> entry = addresses.of(me);
    var chosen = new TreeMap<String, String>();
    ways.of(me).forEach((kind, way) -> chosen.put(kind.id(), way.id()));
    return new MailJson(
        proofs.possible(),
        entry.map(Addresses.Entry::address).map(Object::toString).orElse(null),
        entry.map(Addresses.Entry::refused).orElse(null),
        entry.map(Addresses.Entry::pending).map(Object::toString).orElse(null),
        entry.map(Addresses.Entry::language).orElse(wordings.current().locale()).getLanguage(),
        addresses.lost(me).orElse(null),
        chosen);
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Choose the language of the letters, and which notices go by mail and when")
  void choose(@RequestBody ChoiceRequest body) {
    var caller = callers.current();
    var chosen = MailChoices.ways(body.ways() == null ? Map.of() : body.ways());
    if (body.language() != null) {
      addresses.speak(caller, MailChoices.language(body.language()));
    }
    ways.choose(caller, chosen);
  }

  @PostMapping("/address")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send a letter with a secret to an address, which counts once it is proved")
  void ask(@RequestBody AddressRequest body) {
    proofs.ask(
        callers.current(),
        body.address() == null ? "" : body.address(),
        wordings.current().locale());
  }

  @PostMapping("/address/proof")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Prove an address by the secret that was sent there")
  void prove(@RequestBody ProofRequest body) {
    addresses.prove(callers.current(), body.proof() == null ? "" : body.proof());
  }

  @DeleteMapping("/address")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Be written to no more; what waits is not sent either")
  void remove() {
    addresses.remove(callers.current());
  }
}
