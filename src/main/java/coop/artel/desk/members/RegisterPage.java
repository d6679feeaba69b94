package coop.artel.desk.members;

import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Corrections;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Membership;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.workflow.CaseModels;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The register of members as it stood on a day. */
@Page
class RegisterPage {
  /** The steps that write new lines. */
  static final Set<String> ENTRIES = Set.of("enter-in-register", "enter-imported-lines");

  private final Looks looks;
  private final Visitor visitor;
  private final Memberships memberships;
  private final Corrections corrections;
  private final CaseModels models;
  private final Names names;
  private final LegalClock clock;
  private final WordingSource wordings;

  RegisterPage(
      Looks looks,
      Visitor visitor,
      Memberships memberships,
      Corrections corrections,
      CaseModels models,
      Names names,
      LegalClock clock,
      WordingSource wordings) {
    this.looks = looks;
    this.visitor = visitor;
    this.memberships = memberships;
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
      Model model) {
    var caller = visitor.caller();
    var id = visitor.served(cooperative);
    CaseAccess.demandYear(on);
    CaseAccess.demandYear(joined == null ? null : joined.atDay(1), "joined");
    CaseAccess.demandYear(left == null ? null : left.atDay(1), "left");
    looks.atRegister(caller, id);
    var found = names.cooperative(id);
    var day = on == null ? clock.today(found.zone()) : on;
    var wording = wordings.current();
    model.addAttribute("cooperative", found);
    model.addAttribute("entering", models.about(id, ENTRIES).size());
    model.addAttribute("here", here(id, on, joined, left));
    model.addAttribute("day", day);
    var corrected = corrections.numbers(id);
    model.addAttribute(
        "lines",
        lines(id, day, joined, left).stream()
            .map(
                it ->
                    new Line(
                        it.number(),
                        names.person(it.person(), wording),
                        wording.date(it.since()),
                        it.until() == null ? null : wording.date(it.until()),
                        corrected.contains(it.number())))
            .toList());
    model.addAttribute("joined", joined == null ? null : wording.month(joined));
    model.addAttribute("left", left == null ? null : wording.month(left));
    model.addAttribute("secretary", caller.holds(id, Office.SECRETARY));
    return "members/register";
  }

  private static String here(
      CooperativeId id,
      @Nullable LocalDate on,
      @Nullable YearMonth joined,
      @Nullable YearMonth left) {
    return UriComponentsBuilder.fromPath("/members")
        .queryParam("cooperative", id)
        .queryParamIfPresent("on", Optional.ofNullable(on))
        .queryParamIfPresent("joined", Optional.ofNullable(joined))
        .queryParamIfPresent("left", Optional.ofNullable(left))
        .toUriString();
  }

  /** As it stands on a day, or of it who came or went in a month, whatever became of them. */
  private List<Membership> lines(
      CooperativeId id, LocalDate day, @Nullable YearMonth joined, @Nullable YearMonth left) {
    if (joined == null && left == null) {
      return memberships.on(id, day);
    }
    return memberships.all(id).stream()
        .filter(it -> joined == null || joined.equals(YearMonth.from(it.since())))
        .filter(it -> left == null || it.until() != null && left.equals(YearMonth.from(it.until())))
        .toList();
  }
}
