package coop.artel.desk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;

/**
 * Shows the desk with the scene's data while it is worked on: run it, and look at {@code
 * http://127.0.0.1:8091/img/preview/tasks.html} and its neighbours, or sign in as {@code
 * secretary}.
 */
final class DeskPreview {
  private static final Path FOLDER = Path.of("target/preview/img/preview");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client;
  private final URI server;

  private DeskPreview(URI server) {
    this.server = server;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    SpringApplication.run(
        DeskStage.class,
        "--server.port=8091",
        "--spring.web.resources.static-locations=classpath:/static/,file:target/preview/",
        "--spring.thymeleaf.cache=false");
    var preview = new DeskPreview(URI.create("http://127.0.0.1:8091"));
    Files.createDirectories(FOLDER);
    preview.save();
    System.out.println("Previews are saved");
  }

  private void save() throws IOException, InterruptedException {
    var apply = "/apply/" + DeskScene.LADYA;
    keep("home", get("/"));
    keep("sign-in", get("/sign-in?error=wrong"));
    keep("apply", get(apply));
    keep("apply-wrong", post(apply, apply, Map.of("familyName", "", "email", "нет")));
    keep("consent", get(apply + "/consent"));
    keep("status", get("/application/" + DeskScene.TOKEN));
    keep("received", get("/application/received"));
    keep("missing", get("/application/nothing-here"));
    post("/sign-in", "/sign-in", Map.of("login", "secretary", "password", DeskScene.PASSWORD));
    keep("tasks", get("/tasks"));
    keep("tasks-all", get("/tasks?view=all"));
    keep("tasks-team", get("/tasks?view=team&due=week"));
    keep("task-give", get("/tasks/" + DeskScene.TASK + "/assignment"));
    keep("done", get("/done"));
    keep("go", get("/go"));
    keep("task", get("/tasks/" + DeskScene.TASK));
    keep("task-free", get("/tasks/" + DeskScene.FREE_TASK));
    keep("question", get("/questions/" + DeskScene.QUESTION));
    keep("cases", get("/cases"));
    keep("case", get("/cases/" + DeskScene.CASE));
    keep("viewings", get("/viewings"));
    keep("register", get("/members"));
    keep("keyboard", get("/help/keyboard"));
    keep("charter", get("/charter"));
    govern("lawyer", Map.of("tasks-lawyer", "/tasks", "norms", "/norms"));
    govern("lawyer", Map.of("deed", "/deeds/" + GovernScene.FIGURE_DEED));
    govern("chair", Map.of("charter-chair", "/charter"));
    govern(
        "operator",
        Map.of(
            "models",
            "/models",
            "incidents",
            "/incidents",
            "draft",
            "/models/drafts/" + GovernScene.DRAFT,
            "deed-models",
            "/deeds/" + GovernScene.MODELS_DEED));
    post("/sign-in", "/sign-in", Map.of("login", "secretary", "password", DeskScene.PASSWORD));
    get("/preferences/language/en");
    keep("case-en", get("/cases/" + DeskScene.CASE));
    keep("tasks-en", get("/tasks"));
  }

  private void govern(String login, Map<String, String> pages)
      throws IOException, InterruptedException {
    post("/sign-in", "/sign-in", Map.of("login", login, "password", DeskScene.PASSWORD));
    for (var page : pages.entrySet()) {
      keep(page.getKey(), get(page.getValue()));
    }
  }

  private void keep(String name, String html) throws IOException {
    Files.writeString(FOLDER.resolve(name + ".html"), html);
    Files.writeString(
        FOLDER.resolve(name + "-dark.html"),
        html.replace("data-theme=\"auto\"", "data-theme=\"dark\""));
  }

  private String get(String path) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private String post(String from, String path, Map<String, String> values)
      throws IOException, InterruptedException {
    var token = CSRF.matcher(get(from));
    var body = new StringBuilder(token.find() ? "_csrf=" + encode(token.group(1)) : "");
    values.forEach((key, value) -> body.append('&').append(key).append('=').append(encode(value)));
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
