package coop.artel.desk.frame;

import coop.artel.members.SetUp;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What this installation is, the way in, and a little help. */
@Page
class HomePage {
  private final Cooperatives cooperatives;
  private final SetUp setUp;

  HomePage(Cooperatives cooperatives, SetUp setUp) {
    this.cooperatives = cooperatives;
    this.setUp = setUp;
  }

  @GetMapping("/")
  String home(Model model) {
    var all = cooperatives.all();
    model.addAttribute("cooperatives", all);
    model.addAttribute(
        "admitting",
        all.stream().map(Cooperative::id).filter(setUp::admits).collect(Collectors.toSet()));
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
