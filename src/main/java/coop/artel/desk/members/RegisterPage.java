package coop.artel.desk.members;

import coop.artel.desk.cases.MemberSearch;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Pages;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Corrections;
import coop.artel.registry.Memberships.Membership;
import coop.artel.registry.Office;
import coop.artel.registry.RegisterSearch;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.workflow.CaseModels;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of members as it stood on a day. */
@Page
class RegisterPage {
  /** The steps that write new lines. */
  static final Set<String> ENTRIES = Set.of("enter-in-register", "enter-imported-lines");

  private static final int LINES = 50;

  private final Looks looks;
  private final Visitor visitor;
  private final RegisterSearch register;
  private final MemberSearch whom;
  private final Corrections corrections;
  private final CaseModels models;
  private final Names names;
  private final LegalClock clock;
  private final WordingSource wordings;

  RegisterPage(
      Looks looks,
      Visitor visitor,
      RegisterSearch register,
      MemberSearch whom,
      Corrections corrections,
      CaseModels models,
      Names names,
      LegalClock clock,
      WordingSource wordings) {
    this.looks = looks;
    this.visitor = visitor;
    this.register = register;
    this.whom = whom;
    this.corrections = corrections;
    this.models = models;
    this.names = names;
    this.clock = clock;
    this.wordings = wordings;
  }

  /** A member as a line of the register; one that was corrected leads to its trace. */
  record Line(long number, String name, String since, @Nullable String until, boolean corrected) {}

  @GetMapping("/members")
  String register(
      @RequestParam(required = false) @Nullable UUID cooperative,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable YearMonth joined,
      @RequestParam(required = false) @Nullable YearMonth left,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "0") int offset,
      Model model) {
    var caller = visitor.caller();
    var id = visitor.served(cooperative);
    var query = new RegisterQuery(id, on, joined, left, q);
    var paging = new Paging(offset, LINES);
    looks.atRegister(caller, id);
    var found = names.cooperative(id);
    var day = on == null ? clock.today(found.zone()) : on;
    var words = query.q();
    var filter = query.filter(day, words == null ? null : whom.words(words));
    var wording = wordings.current();
    model.addAttribute("cooperative", found);
    model.addAttribute("entering", models.about(id, ENTRIES).size());
    model.addAttribute("query", query);
    model.addAttribute("here", here(query, paging));
    model.addAttribute("day", day);
    model.addAttribute("lines", lines(register.list(id, filter, offset, LINES), id, wording));
    model.addAttribute(
        "pages",
        Pages.of("/members", query.link(), paging.offset(), LINES, register.count(id, filter)));
    model.addAttribute("joined", joined == null ? null : wording.month(joined));
    model.addAttribute("left", left == null ? null : wording.month(left));
    model.addAttribute("secretary", caller.holds(id, Office.SECRETARY));
    return "members/register";
  }

  private static String here(RegisterQuery query, Paging paging) {
    var here = "/members?" + query.link();
    return paging.offset() == 0 ? here : here + "&offset=" + paging.offset();
  }

  private List<Line> lines(List<Membership> found, CooperativeId id, Wording wording) {
    var corrected = corrections.numbers(id);
    var persons = names.persons(found.stream().map(Membership::person).toList(), wording);
    return found.stream()
        .map(
            it ->
                new Line(
                    it.number(),
                    persons.getOrDefault(it.person(), ""),
                    wording.date(it.since()),
                    it.until() == null ? null : wording.date(it.until()),
                    corrected.contains(it.number())))
        .toList();
  }
}
