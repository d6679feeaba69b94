package coop.artel.desk;

import coop.artel.members.Corrections;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of members as it stood on a day. */
@Page
class RegisterPage {
  private final Looks looks;
  private final Visitor visitor;
  private final Memberships memberships;
  private final Corrections corrections;
  private final Names names;
  private final LegalClock clock;
  private final WordingSource wordings;

  RegisterPage(
      Looks looks,
      Visitor visitor,
      Memberships memberships,
      Corrections corrections,
      Names names,
      LegalClock clock,
      WordingSource wordings) {
    this.looks = looks;
    this.visitor = visitor;
    this.memberships = memberships;
    this.corrections = corrections;
    this.names = names;
    this.clock = clock;
    this.wordings = wordings;
  }

  /** A member as a line of the register; one that was corrected leads to its trace. */
  record Line(long number, String name, String since, boolean corrected) {}

  @GetMapping("/members")
  String register(
      @RequestParam(required = false) @Nullable UUID cooperative,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      Model model) {
    var caller = visitor.caller();
    var id =
        cooperative == null
            ? caller.offices().keySet().stream().findFirst().orElseThrow(NotServed::new)
            : new CooperativeId(cooperative);
    if (!caller.serves(id)) {
      throw new NotServed();
    }
    CaseAccess.demandYear(on);
    looks.atRegister(caller, id);
    var found = names.cooperative(id);
    var day = on == null ? clock.today(found.zone()) : on;
    var wording = wordings.current();
    model.addAttribute("cooperative", found);
    model.addAttribute("day", day);
    var corrected = corrections.numbers(id);
    model.addAttribute(
        "lines",
        memberships.on(id, day).stream()
            .map(
                it ->
                    new Line(
                        it.number(),
                        names.person(it.person(), wording),
                        wording.date(it.since()),
                        corrected.contains(it.number())))
            .toList());
    model.addAttribute("secretary", caller.holds(id, Office.SECRETARY));
    return "members/register";
  }
}
