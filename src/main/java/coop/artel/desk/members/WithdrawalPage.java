package coop.artel.desk.members;

import coop.artel.desk.forms.Uploads;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Applications;
import coop.artel.members.ImportLimits;
import coop.artel.members.PaperWithdrawals;
import coop.artel.members.WithdrawalLetter;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A secretary enters the letter by which an applicant on paper withdraws. */
@Page
class WithdrawalPage {
  private final Visitor visitor;
  private final Looks looks;
  private final Applications applications;
  private final PaperWithdrawals withdrawals;
  private final ImportLimits limits;
  private final Names names;
  private final Refusals refusals;
  private final WordingSource wordings;

  WithdrawalPage(
      Visitor visitor,
      Looks looks,
      Applications applications,
      PaperWithdrawals withdrawals,
      ImportLimits limits,
      Names names,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.looks = looks;
    this.applications = applications;
    this.withdrawals = withdrawals;
    this.limits = limits;
    this.names = names;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/members/paper/withdrawal")
  String form(@RequestParam UUID application, Model model) {
    return show(found(application), Sent.nothing(), model);
  }

  @PostMapping("/members/paper/withdrawal")
  String enter(
      @RequestParam UUID application,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(name = "_scan", required = false) @Nullable MultipartFile scan,
      HttpServletResponse response,
      Model model) {
    var found = found(application);
    var sent = letter(parameters, "");
    try {
      sent = letter(parameters, Uploads.digest(scan, limits.scan()));
      withdrawals.withdraw(
          visitor.caller(),
          application,
          new WithdrawalLetter(
              sent.value("number"), sent.day("writtenOn"), sent.value("scanDigest")));
      return "redirect:/cases/" + found.caseId();
    } catch (FieldsRefused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(found, sent.refused(refused, wordings.current()), model);
    } catch (Refusal refusal) {
      response.setStatus(Problems.status(refusal).value());
      model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
      return show(found, sent, model);
    }
  }

  /** The scan that was chosen now, or was before and comes back with the form. */
  private static Sent letter(MultiValueMap<String, String> parameters, String chosen) {
    var sent = Sent.of(parameters);
    return Sent.first(
        Map.of(
            "number", sent.value("number").strip(),
            "writtenOn", sent.value("writtenOn"),
            "scanDigest", chosen.isEmpty() ? sent.value("_scanDigest") : chosen));
  }

  /** Nobody is shown the form who may not send it. */
  private Applications.Application found(UUID application) {
    var caller = visitor.caller();
    var found = applications.find(caller, application);
    if (withdrawals.open(caller, found.caseId()).isEmpty()) {
      throw new NotServed();
    }
    looks.atApplication(caller, found.caseId());
    return found;
  }

  private String show(Applications.Application found, Sent sent, Model model) {
    model.addAttribute("sent", sent);
    model.addAttribute("application", found);
    model.addAttribute("applicant", names.person(found.person(), wordings.current()));
    model.addAttribute("cooperative", names.cooperative(found.cooperative()));
    return "members/withdrawal";
  }
}
