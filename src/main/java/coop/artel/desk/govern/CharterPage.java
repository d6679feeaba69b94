package coop.artel.desk.govern;

import coop.artel.access.PlatformRole;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.CharterConfirmations;
import coop.artel.law.CharterConfirmations.CharterFigure;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a cooperative's charter says in figures, and who has confirmed it. */
@Page
class CharterPage {
  private final Visitor visitor;
  private final CharterViews views;
  private final CharterConfirmations confirmations;
  private final Names names;
  private final LegalClock clock;
  private final WordingSource wordings;

  CharterPage(
      Visitor visitor,
      CharterViews views,
      CharterConfirmations confirmations,
      Names names,
      LegalClock clock,
      WordingSource wordings) {
    this.visitor = visitor;
    this.views = views;
    this.confirmations = confirmations;
    this.names = names;
    this.clock = clock;
    this.wordings = wordings;
  }

  @GetMapping("/charter")
  String charter(
      @RequestParam(required = false) @Nullable UUID cooperative,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      Model model) {
    var caller = visitor.caller();
    var readable = views.readable(caller);
    var id =
        cooperative == null
            ? readable.stream().findFirst().map(Cooperative::id).orElseThrow(NotServed::new)
            : new CooperativeId(cooperative);
    CaseAccess.demandYear(on);
    views.demandReader(caller, id);
    var day = on == null ? clock.today(names.cooperative(id).zone()) : on;
    model.addAttribute("charter", views.on(caller, id, day, wordings.current()));
    model.addAttribute("changes", views.changes(caller, id, wordings.current()));
    model.addAttribute("readable", readable);
    model.addAttribute("day", day);
    model.addAttribute(
        "mayEnter", caller.roles().contains(PlatformRole.LAWYER) || caller.holds(id, Office.CHAIR));
    return "law/charter";
  }

  @PostMapping("/charter/confirmation")
  String propose(
      @RequestParam UUID cooperative,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
      @RequestParam String figure) {
    var id = new CharterFigure(new CooperativeId(cooperative), since, figure);
    return "redirect:/deeds/" + confirmations.propose(visitor.caller(), id).id();
  }
}
