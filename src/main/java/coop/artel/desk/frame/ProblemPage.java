package coop.artel.desk.frame;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where the type of a problem document (RFC 9457, 3.1.1) leads: what its code means, in words. */
@Page
class ProblemPage {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{0,60}");

  /** What a sentence of a code would be filled in with. */
  private static final Object[] ANYTHING = {"…", "…", "…", "…", "…", "…"};

  private final WordingSource wordings;

  ProblemPage(WordingSource wordings) {
    this.wordings = wordings;
  }

  @GetMapping("/problems/{code}")
  String meaning(@PathVariable String code, Model model) {
    var sentence = CODE.matcher(code).matches() ? sentence(code) : null;
    if (sentence == null) {
      throw new DocumentUnknown();
    }
    model.addAttribute("code", code);
    model.addAttribute("meaning", sentence);
    return "help/problem";
  }

  private @Nullable String sentence(String code) {
    var wording = wordings.current();
    return Stream.of("refusal." + code, "problem." + code + ".detail", "access." + code + ".detail")
        .map(key -> wording.sayOr(key, "", ANYTHING))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
