package coop.artel.desk.notices;

import coop.artel.access.PlatformRole;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.desk.frame.Zones;
import coop.artel.notices.AddressProofs;
import coop.artel.notices.AddressRefused;
import coop.artel.notices.Addresses;
import coop.artel.notices.Way;
import coop.artel.notices.Ways;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where its reader is written to, and about what. */
@Page
class NoticePreferencesPage {
  private static final String HERE = "redirect:/notices/preferences";

  private final Visitor visitor;
  private final Addresses addresses;
  private final AddressProofs proofs;
  private final Ways ways;
  private final Zones zones;
  private final Refusals refusals;
  private final WordingSource wordings;

  NoticePreferencesPage(
      Visitor visitor,
      Addresses addresses,
      AddressProofs proofs,
      Ways ways,
      Zones zones,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.addresses = addresses;
    this.proofs = proofs;
    this.ways = ways;
    this.zones = zones;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /** What is chosen for one kind of notice. */
  record Chosen(String kind, String way) {}

  /**
   * @param proof a secret from a letter; a link alone proves nothing, since programs open links too
   */
  @GetMapping("/notices/preferences")
  String preferences(@RequestParam(required = false) @Nullable String proof, Model model) {
    var caller = visitor.caller();
    var me = caller.person();
    boolean operator = caller.roles().contains(PlatformRole.OPERATOR);
    boolean lawyer = caller.roles().contains(PlatformRole.LAWYER);
    Optional<Addresses.Entry> entry = addresses.of(me);
    model.addAttribute("possible", proofs.possible());
    model.addAttribute("address", entry.map(Addresses.Entry::address).orElse(null));
    model.addAttribute("refused", entry.map(Addresses.Entry::refused).orElse(null));
    model.addAttribute("pending", entry.map(Addresses.Entry::pending).orElse(null));
    model.addAttribute(
        "speaks",
        entry.map(Addresses.Entry::language).orElse(wordings.current().locale()).getLanguage());
    model.addAttribute("lost", addresses.lost(me).map(this::lost).orElse(null));
    model.addAttribute("proof", proof);
    model.addAttribute(
        "chosen",
        ways.of(me).entrySet().stream()
            .filter(it -> operator || !it.getKey().forOperators())
            .filter(it -> lawyer || !it.getKey().forLawyers())
            .map(it -> new Chosen(it.getKey().id(), it.getValue().id()))
            .toList());
    model.addAttribute("ways", Arrays.stream(Way.values()).map(Way::id).toList());
    return "notices/preferences";
  }

  /** What did not arrive, until when, and why. */
  private String lost(Addresses.Lost lost) {
    var wording = wordings.current();
    return wording.count(
        "preferences.lost",
        lost.letters(),
        wording.moment(lost.newest(), zones.of(visitor.caller())),
        wording.say("mail-failure." + lost.failure()));
  }

  @PostMapping("/notices/preferences")
  String choose(
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") String language,
      RedirectAttributes next) {
    var caller = visitor.caller();
    var chosen = MailChoices.ways(typed);
    if (!language.isEmpty()) {
      addresses.speak(caller, MailChoices.language(language));
    }
    ways.choose(caller, chosen);
    return done("saved", next);
  }

  @PostMapping("/notices/address")
  String ask(@RequestParam(defaultValue = "") String address, RedirectAttributes next) {
    try {
      proofs.ask(visitor.caller(), address, wordings.current().locale());
    } catch (AddressRefused refusal) {
      next.addFlashAttribute("typed", address.length() > 254 ? "" : address);
      next.addFlashAttribute("addressError", refusals.sentence(refusal, wordings.current()));
      return HERE;
    }
    return done("asked", next);
  }

  @PostMapping("/notices/address/proof")
  String prove(@RequestParam(defaultValue = "") String proof, RedirectAttributes next) {
    try {
      addresses.prove(visitor.caller(), proof);
    } catch (AddressRefused refusal) {
      next.addFlashAttribute("proofError", refusals.sentence(refusal, wordings.current()));
      return HERE;
    }
    return done("proved", next);
  }

  @PostMapping("/notices/address/removal")
  String remove(RedirectAttributes next) {
    addresses.remove(visitor.caller());
    return done("removed", next);
  }

  private static String done(String what, RedirectAttributes next) {
    next.addFlashAttribute("done", what);
    return HERE;
  }
}
