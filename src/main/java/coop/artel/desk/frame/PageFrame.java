package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.chain.Chain;
import coop.artel.notary.LogWatch;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.LegalClock;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame and its words. */
@ControllerAdvice(annotations = Page.class)
class PageFrame {
  static final String THEME = "theme";

  private final Visitor visitor;
  private final Names names;
  private final Cooperatives cooperatives;
  private final Chain chain;
  private final LogWatch log;
  private final LegalClock clock;
  private final WordingSource wordings;

  PageFrame(
      Visitor visitor,
      Names names,
      Cooperatives cooperatives,
      Chain chain,
      LogWatch log,
      LegalClock clock,
      WordingSource wordings) {
    this.visitor = visitor;
    this.names = names;
    this.cooperatives = cooperatives;
    this.chain = chain;
    this.log = log;
    this.clock = clock;
    this.wordings = wordings;
  }

  @ModelAttribute("w")
  Wording wording() {
    return wordings.current();
  }

  @ModelAttribute("shell")
  Shell shell(HttpServletRequest request) {
    var wording = wordings.current();
    var caller = visitor.signedIn().orElse(null);
    var all = cooperatives.all();
    var state = chain.state();
    var zone = Zones.of(caller, all);
    var now = clock.now();
    var words = new LogWords(wording, zone, now.minus(clock.offset()));
    return new Shell(
        wording.locale().getLanguage(),
        theme(request),
        path(request),
        back(request),
        caller,
        registers(caller, all),
        deputising(caller, wording),
        shift(wording),
        state.phase().name().toLowerCase(Locale.ROOT),
        words.chain(state),
        words.of(log.state(), state),
        wording.zone(zone, now),
        madeUp(caller, all));
  }

  /** On a page that tells of an error, the address that was asked for. */
  private static String path(HttpServletRequest request) {
    var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String path ? path : request.getRequestURI();
  }

  private static String back(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return "/";
    }
    var query = request.getQueryString();
    return query == null ? path(request) : path(request) + "?" + query;
  }

  private static List<Shell.Register> registers(@Nullable Caller caller, List<Cooperative> all) {
    return caller == null
        ? List.of()
        : all.stream()
            .filter(cooperative -> caller.serves(cooperative.id()))
            .map(c -> new Shell.Register(c.id().toString(), c.shortName()))
            .toList();
  }

  private List<Shell.Deputising> deputising(@Nullable Caller caller, Wording wording) {
    return caller == null
        ? List.of()
        : caller.inPlaceOf().entrySet().stream()
            .flatMap(
                home ->
                    home.getValue().entrySet().stream()
                        .map(
                            it ->
                                new Shell.Deputising(
                                    home.getKey().toString(),
                                    wording.say(
                                        "deputies.office-of",
                                        wording.say("office." + it.getKey().id()),
                                        names.person(it.getValue(), wording)))))
            .toList();
  }

  /** What the reader works on, else all of the house; beside a real cooperative nothing is said. */
  private static boolean madeUp(@Nullable Caller caller, List<Cooperative> all) {
    var served = all.stream().filter(it -> caller != null && caller.serves(it.id())).toList();
    var seen = served.isEmpty() ? all : served;
    return !seen.isEmpty() && seen.stream().allMatch(Cooperative::demonstration);
  }

  private @Nullable String shift(Wording wording) {
    var days = clock.offset().toDays();
    return clock.offset().isZero() ? null : wording.count("clock.shifted", days);
  }

  static String theme(HttpServletRequest request) {
    var chosen = Languages.cookie(request, THEME);
    return chosen != null && Set.of("light", "dark").contains(chosen) ? chosen : "auto";
  }
}
