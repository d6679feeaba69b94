package coop.artel.desk;

import coop.artel.registry.Cooperatives;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What this installation is, the way in, and a little help. */
@Page
class HomePage {
  private final Cooperatives cooperatives;

  HomePage(Cooperatives cooperatives) {
    this.cooperatives = cooperatives;
  }

  @GetMapping("/")
  String home(Model model) {
    model.addAttribute("cooperatives", cooperatives.all());
    return "home";
  }

  @GetMapping("/sign-in")
  String signIn(
      @RequestParam(name = "error", required = false) @Nullable String error,
      @RequestParam(defaultValue = "0") long seconds,
      @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
      Model model) {
    model.addAttribute("failed", error != null);
    model.addAttribute("seconds", seconds);
    model.addAttribute("signedOut", signedOut != null);
    return "sign-in";
  }

  @GetMapping("/help/keyboard")
  String keyboard() {
    return "help/keyboard";
  }
}
