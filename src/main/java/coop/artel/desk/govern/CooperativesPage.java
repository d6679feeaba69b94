package coop.artel.desk.govern;

import coop.artel.access.Invitations;
import coop.artel.access.PlatformRole;
import coop.artel.access.Site;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.LegalForm;
import coop.artel.law.Foundings;
import coop.artel.registry.Cooperative;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.LegalClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cooperatives of this installation: setting up a new one, and what each still lacks. */
@Page
class CooperativesPage {
  private final Visitor visitor;
  private final Foundings foundings;
  private final SetUpViews views;
  private final Invitations invitations;
  private final Site site;
  private final Countries countries;
  private final LegalClock clock;
  private final WordingSource wordings;

  CooperativesPage(
      Visitor visitor,
      Foundings foundings,
      SetUpViews views,
      Invitations invitations,
      Site site,
      Countries countries,
      LegalClock clock,
      WordingSource wordings) {
    this.visitor = visitor;
    this.foundings = foundings;
    this.views = views;
    this.invitations = invitations;
    this.site = site;
    this.countries = countries;
    this.clock = clock;
    this.wordings = wordings;
  }

  /** A line of the list. */
  record Line(String id, String name, String form, String number, boolean admits) {}

  /** The forms of one country. */
  record Group(String label, List<Option> forms) {}

  @GetMapping("/cooperatives")
  String list(Model model) {
    var caller = visitor.caller();
    var readable = views.readable(caller);
    boolean operator = caller.roles().contains(PlatformRole.OPERATOR);
    if (readable.isEmpty() && !operator) {
      throw new NotServed();
    }
    model.addAttribute("cooperatives", readable.stream().map(this::line).toList());
    model.addAttribute("operator", operator);
    return "cooperatives/list";
  }

  private Line line(Cooperative it) {
    return new Line(
        it.id().toString(),
        it.shortName(),
        form(it),
        it.registrationNumber(),
        views.admits(it.id()));
  }

  private String form(Cooperative it) {
    return countries
        .find(it.country())
        .flatMap(country -> country.legalForm(it.legalForm()))
        .map(form -> said(form.name()))
        .orElse(it.legalForm());
  }

  @GetMapping("/cooperatives/new")
  String start(Model model) {
    foundings.demandOperator(visitor.caller());
    var first = new LinkedHashMap<String, String>();
    var offered = foundings.countries();
    if (offered.size() == 1) {
      first.put("country", offered.get(0).id());
      first.put("zone", offered.get(0).zone().getId());
    }
    return show(Sent.first(first), model);
  }

  @PostMapping("/cooperatives/new")
  String found(
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    var caller = visitor.caller();
    foundings.demandOperator(caller);
    var sent = Sent.of(parameters);
    try {
      var found = foundings.found(caller, draft(sent));
      next.addFlashAttribute("founded", true);
      return "redirect:/cooperatives/%s/set-up".formatted(found.id());
    } catch (FieldsRefused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(sent.refused(refused, wordings.current()), model);
    }
  }

  private static Foundings.Draft draft(Sent sent) {
    return new Foundings.Draft(
        sent.value("country"),
        sent.value("legalForm"),
        sent.value("name"),
        sent.value("shortName"),
        sent.value("registrationNumber"),
        sent.value("taxNumber"),
        sent.value("address"),
        sent.value("zone"));
  }

  private String show(Sent sent, Model model) {
    model.addAttribute("sent", sent);
    var offered = foundings.countries();
    model.addAttribute(
        "countries", offered.stream().map(it -> new Option(it.id(), said(it.name()))).toList());
    model.addAttribute("forms", offered.stream().map(this::group).toList());
    model.addAttribute("zones", zones(offered));
    return "cooperatives/new";
  }

  private Group group(Country country) {
    return new Group(
        said(country.name()),
        foundings.forms(country).stream()
            .map(form -> new Option(form.id(), said(form.name())))
            .toList());
  }

  /** Those of the countries that are offered, each country's usual one before its others. */
  private List<Option> zones(List<Country> offered) {
    var now = clock.now();
    return offered.stream()
        .flatMap(it -> Stream.concat(Stream.of(it.zone()), it.zones().stream()))
        .distinct()
        .map(zone -> new Option(zone.getId(), wordings.current().zone(zone, now)))
        .toList();
  }

  private String said(LegalForm.Names names) {
    return names.in(wordings.current().locale());
  }

  @GetMapping("/cooperatives/{id}/set-up")
  String setUp(@PathVariable UUID id, HttpServletRequest request, Model model) {
    var caller = visitor.caller();
    var cooperative = views.demandReader(caller, new CooperativeId(id));
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("form", form(cooperative));
    model.addAttribute("zone", wordings.current().zone(cooperative.zone(), clock.now()));
    model.addAttribute("base", site.base(request));
    model.addAttribute("mayInvite", invitations.mayInvite(caller, cooperative.id()));
    model.addAttribute("setUp", views.view(caller, cooperative.id(), wordings.current()));
    return "cooperatives/set-up";
  }
}
