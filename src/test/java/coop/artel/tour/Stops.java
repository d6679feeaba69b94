package coop.artel.tour;

import com.microsoft.playwright.Route;
import java.util.List;

/** Every page there is, in the order in which one would meet them. A new page adds its line. */
final class Stops {
  private static final String SEND = "main form.form button[type=submit]";

  private Stops() {}

  static List<Stop> all() {
    return List.of(
        Stop.open("home", "/"),
        Stop.open("sign-in", "/sign-in"),
        Stop.open("sign-in-wrong", "/sign-in?error=wrong"),
        Stop.open("keyboard", "/help/keyboard"),
        Stop.open("problem", "/problems/form-invalid"),
        Stop.open("missing", "/log/nowhere").answering(404),
        Stop.open("log", "/log/state"),
        Stop.open("verifier", "/log/verifier.html"),
        Stop.of("auditor", "forbidden", "/members/paper").answering(403),
        Stop.open("conflict", scene -> "/apply/" + scene.things().newcomer()).answering(409),
        Stop.of("secretary", "database-away", AwayPage.DATABASE_AWAY)
            .answering(503)
            .after(Stops::withoutReload),
        Stop.of("secretary", "broken", AwayPage.BROKEN).answering(500),
        Stop.open("apply", Stops::apply),
        Stop.open("apply-wrong", Stops::apply).answering(422).after(guest -> guest.clicks(SEND)),
        Stop.open("consent", scene -> apply(scene) + "/consent"),
        Stop.open("consent-shown", scene -> apply(scene) + "/consent/" + scene.things().consent()),
        Stop.of(Scene.NEW, "application-received", "/application/received"),
        Stop.of(Scene.NEW, "application", "/application"),
        Stop.of(Scene.ASKED, "application-asks", "/application"),
        Stop.of(Scene.ADMITTED, "application-admitted", "/application"),
        Stop.of(scene -> scene.at(Scene.ADMITTED), "application-document", Stops::ownCertificate)
            .speaking("ru"),
        Stop.of("secretary", "tasks", "/tasks?view=all"),
        Stop.of("auditor", "tasks-none", "/tasks"),
        Stop.of("secretary", "task", scene -> task(scene, Scene.TAKEN)),
        Stop.of("secretary", "task-wrong", scene -> task(scene, Scene.TAKEN))
            .answering(422)
            .after(guest -> guest.clicks(SEND)),
        Stop.of("secretary", "task-forbidden", scene -> "/tasks/" + scene.things().unsigned())
            .answering(409)
            .after(guest -> guest.clicks(SEND)),
        Stop.of("chair", "deed-override", scene -> deed(scene.things().override())),
        Stop.of("secretary", "task-free", scene -> task(scene, Scene.NEW)),
        Stop.of("secretary", "task-return", scene -> task(scene, Scene.CHILD)),
        Stop.of("chair", "tasks-votes", "/tasks"),
        Stop.of(
            "chair",
            "question",
            scene -> scene.admission().questionOf(scene.at("chair"), Scene.BEFORE_COUNCIL)),
        Stop.of("auditor", "cases", "/cases"),
        Stop.of("auditor", "case", scene -> caseOf(scene, Scene.ADMITTED)),
        Stop.of("auditor", "case-open", scene -> caseOf(scene, Scene.BEFORE_COUNCIL)),
        Stop.of("auditor", "document", Stops::certificate).speaking("ru"),
        Stop.of("secretary", "register", "/members"),
        Stop.of(
            "auditor",
            "register-entry",
            scene -> "/members/" + scene.cooperative() + "/" + scene.registerEntry()),
        Stop.of(
            "secretary",
            "members-import",
            scene -> "/members/import?cooperative=" + scene.cooperative()),
        Stop.of(
            "secretary",
            "members-import-lines",
            scene -> "/members/import/" + scene.things().list()),
        Stop.of("auditor", "case-import", scene -> "/cases/" + scene.things().caseOfList()),
        Stop.of("auditor", "case-correction", scene -> "/cases/" + scene.things().correction()),
        Stop.of(
            "secretary",
            "members-paper",
            scene -> "/members/paper?cooperative=" + scene.cooperative()),
        Stop.of(
            "secretary",
            "members-paper-withdrawal",
            scene -> "/members/paper/withdrawal?application=" + scene.things().paper()),
        Stop.of("auditor", "series", "/series"),
        Stop.of("lawyer", "norms", "/norms"),
        Stop.of("lawyer", "rules", "/rules/ru"),
        Stop.of("lawyer", "publications", "/rules/ru/publications"),
        Stop.of("lawyer", "publication", "/rules/ru/publications/1"),
        Stop.of("lawyer", "moves", "/rules/ru/moves"),
        Stop.of("lawyer", "rules-watch", scene -> scene.things().changedArticle()),
        Stop.of("lawyer", "rules-difference", "/rules/ru/difference"),
        Stop.of("lawyer", "rules-watch-wrong", "/rules/ru/watch")
            .answering(422)
            .after(guest -> guest.clicks("#mark button[type=submit]")),
        Stop.of("lawyer", "rules-print", "/rules/ru/print"),
        Stop.of("lawyer", "rules-question", "/rules/ru/council-vote?case=A9"),
        Stop.of("lawyer", "rules-gaps", "/rules/ru/meeting-vote/gaps?form=housing-cooperative"),
        Stop.of("lawyer", "rules-answer", "/rules/ru/admission?case=A2")
            .after(guest -> guest.clicks(SEND)),
        Stop.of("lawyer", "replays-none", "/rules/ru/replays"),
        Stop.of("lawyer", "replay", scene -> "/rules/replays/" + scene.things().replay()),
        Stop.of("lawyer", "replay-flips", scene -> "/rules/replays/" + scene.things().flipped()),
        Stop.of("lawyer", "replays", "/rules/ru/replays"),
        Stop.of(
            "lawyer",
            "rule-drafts",
            scene -> scene.things().ruleDrafts() + "?file=rules/ru/admission.dslr&at=55"),
        Stop.of("lawyer", "rule-draft", scene -> scene.things().ruleDraft()),
        Stop.of("lawyer", "rule-draft-bring", scene -> scene.things().ruleDraft() + "/files"),
        Stop.of(
            "lawyer",
            "rule-draft-comments",
            scene ->
                scene.things().ruleDraft().replace("/rules/drafts/", "/rules/ru/drafts/")
                    + "/comments"),
        Stop.of(
                "lawyer",
                "rule-draft-file",
                scene -> scene.things().ruleDraft() + "/file?path=rules/ru/admission.dslr&at=55")
            .after(Stops::withSlip),
        Stop.of(
            "lawyer",
            "rule-draft-norms",
            scene -> scene.things().ruleDraft() + "/norms?norm=membership.min-age&figure=0"),
        Stop.of(
            "lawyer",
            "rule-draft-question",
            scene -> scene.things().ruleDraft() + "/questions/admission?case=A2"),
        Stop.of("chair", "charter", "/charter"),
        Stop.of("operator-2", "model-draft", scene -> "/models/drafts/" + scene.things().draft()),
        Stop.of("operator-2", "deed-model", scene -> deed(scene.things().deedOfDraft())),
        Stop.of("operator", "models", "/models"),
        Stop.of("operator", "incidents", "/incidents"),
        Stop.of("lawyer", "deed-mine", scene -> deed(scene.things().deedOfNorm())),
        Stop.of("lawyer-2", "deed-charter", scene -> deed(scene.things().deedOfCharter())),
        Stop.of("lawyer-2", "tasks-deeds", "/tasks"),
        Stop.of(
            "lawyer", "charter-none", scene -> "/charter?cooperative=" + scene.things().newcomer()),
        Stop.of(
            "operator",
            "set-up-missing",
            scene -> "/cooperatives/" + scene.things().newcomer() + "/set-up"),
        Stop.of("operator", "cooperatives", "/cooperatives"),
        Stop.of("operator", "cooperative-new", "/cooperatives/new"),
        Stop.of("operator", "cooperative-new-wrong", "/cooperatives/new")
            .answering(422)
            .after(guest -> guest.clicks(SEND)),
        Stop.of("chair", "set-up", scene -> cooperative(scene) + "/set-up"),
        Stop.of("secretary", "offices", scene -> cooperative(scene) + "/offices"),
        Stop.of("secretary", "offices-wrong", scene -> cooperative(scene) + "/offices")
            .answering(422)
            .after(guest -> guest.clicks(SEND)),
        Stop.of(
            "operator",
            "deputies-none",
            scene -> "/cooperatives/" + scene.things().newcomer() + "/deputies"),
        Stop.of("secretary", "deputies", scene -> scene.things().deputies()),
        Stop.of("accountant", "deputy-tasks", "/tasks?view=all"),
        Stop.of("accountant", "deputy-task", scene -> task(scene, Scene.TAKEN)),
        Stop.of("accountant", "deputy-account", "/account"),
        Stop.of("secretary", "deputies-wrong", scene -> cooperative(scene) + "/deputies")
            .answering(422)
            .after(guest -> guest.clicks(SEND)),
        Stop.of("operator", "invitations", scene -> scene.things().invitations()),
        Stop.of(scene -> scene.things().invited(), "invitation", scene -> "/invitation"),
        Stop.of("chair", "charter-edition", scene -> cooperative(scene) + "/charter"),
        Stop.open("invitation-closed", "/invitation/" + "a".repeat(43)).answering(404),
        Stop.of("chair", "tasks-team", "/tasks?view=team&due=week"),
        Stop.of("secretary", "done", "/done"),
        Stop.of("secretary", "go", "/go"),
        Stop.of("secretary", "account", "/account"),
        Stop.of("secretary", "views", Stops::view),
        Stop.of("secretary", "tasks-saved", "/tasks?view=all&due=week&sort=case"),
        Stop.of("secretary", "figures", "/figures"),
        Stop.of("secretary", "notices", "/notices"),
        Stop.of("secretary", "notice-preferences", "/notices/preferences"),
        Stop.of("chair", "assignment", scene -> task(scene, Scene.NEW) + "/assignment"),
        Stop.of("auditor", "cases-found", "/cases?outcome=open&sort=number"),
        Stop.of("auditor", "cases-none", "/cases?q=никого"),
        Stop.of("auditor", "done-none", "/done"),
        Stop.of("auditor", "views-none", "/views"),
        Stop.of("auditor", "viewings", "/viewings"));
  }

  private static String cooperative(Scene scene) {
    return "/cooperatives/" + scene.cooperative();
  }

  private static String apply(Scene scene) {
    return "/apply/" + scene.cooperative();
  }

  private static String deed(String id) {
    return "/deeds/" + id;
  }

  /** The page that asks again after some seconds would do so while it is looked at. */
  private static Guest withoutReload(Guest guest) {
    var page = guest.page();
    page.route(
        "**" + AwayPage.DATABASE_AWAY,
        route -> {
          var answer = route.fetch();
          var body = answer.text().replaceAll("<meta http-equiv=\"refresh\"[^>]*>", "");
          route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
        });
    page.reload();
    return guest;
  }

  /** The editor with a line that is no sentence, and what it says of that. */
  private static Guest withSlip(Guest guest) {
    var page = guest.page();
    page.locator(".cm-activeLine").first().click();
    page.keyboard().press("End");
    page.keyboard().type(" примерно");
    page.locator("[data-faults] li").first().waitFor();
    return guest;
  }

  private static String ownCertificate(Scene scene) {
    return scene
        .at(Scene.ADMITTED)
        .opens("/application")
        .link("Удостоверение пайщика")
        .getAttribute("href");
  }

  private static String certificate(Scene scene) {
    return scene
        .at("auditor")
        .opens(caseOf(scene, Scene.ADMITTED))
        .link("Удостоверение пайщика")
        .getAttribute("href");
  }

  private static String view(Scene scene) {
    var page = scene.at("secretary").opens("/tasks?view=all&due=week&sort=case").page();
    if (page.locator("nav.saved").count() == 0) {
      page.locator(".saved-keep summary").click();
      page.locator("#view-name").fill("На этой неделе");
      page.locator(".saved-keep button").click();
      page.locator("nav.saved").waitFor();
    }
    return "/views";
  }

  private static String task(Scene scene, Applicant applicant) {
    return scene.admission().taskOf(scene.at("secretary"), applicant);
  }

  private static String caseOf(Scene scene, Applicant applicant) {
    return scene.admission().caseOf(scene.at("auditor"), applicant);
  }
}
