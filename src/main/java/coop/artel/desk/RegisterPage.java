package coop.artel.desk;

import coop.artel.registry.Memberships;
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
  private final Names names;
  private final LegalClock clock;
  private final WordingSource wordings;

  RegisterPage(
      Looks looks,
      Visitor visitor,
      Memberships memberships,
      Names names,
      LegalClock clock,
      WordingSource wordings) {
    this.looks = looks;
    this.visitor = visitor;
    this.memberships = memberships;
    this.names = names;
    this.clock = clock;
    this.wordings = wordings;
  }

  /** A member as a line of the register. */
  record Line(long number, String name, String since) {}

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
    model.addAttribute(
        "lines",
        memberships.on(id, day).stream()
            .map(
                it ->
                    new Line(
                        it.number(), names.person(it.person(), wording), wording.date(it.since())))
            .toList());
    return "members/register";
  }
}
