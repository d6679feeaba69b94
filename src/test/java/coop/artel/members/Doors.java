package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every door of the service, as the service itself lists them, and ways to knock: with a token at
 * the API, signed in at the pages, each time with what the door would take from who may come in.
 */
final class Doors {
  /** One method of one address. */
  record Door(HttpMethod method, String pattern) {
    boolean api() {
      return pattern.startsWith("/api/");
    }

    boolean changes() {
      return !method.equals(HttpMethod.GET);
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  /** What a door takes: fields of a form, with files or without, or a body. */
  record Content(Map<String, String> fields, String body, Map<String, byte[]> files) {
    Content(Map<String, String> fields, String body) {
      this(fields, body, Map.of());
    }

    static Content body(String json) {
      return new Content(Map.of(), json);
    }

    Content with(String field, byte[] file) {
      var all = new HashMap<>(files);
      all.put(field, file);
      return new Content(fields, body, all);
    }

    static Content form(String... fields) {
      var map = new HashMap<String, String>();
      for (int i = 0; i < fields.length; i += 2) {
        map.put(fields[i], fields[i + 1]);
      }
      return new Content(map, "");
    }
  }

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final MockMvc web;
  private final RequestMappingHandlerMapping handlers;
  private final Map<String, Content> contents = new HashMap<>();

  Doors(WebApplicationContext house) {
    DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(house);
    web = builder.addFilters(house.getBean("springSecurityFilterChain", Filter.class)).build();
    handlers = house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
  }

  void takes(String door, Content content) {
    contents.put(door, content);
  }

  /** All but the page of errors, in the order of their addresses. */
  List<Door> all() {
    var doors = new ArrayList<Door>();
    for (RequestMappingInfo info : handlers.getHandlerMethods().keySet()) {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      for (String pattern : info.getPatternValues()) {
        for (RequestMethod method :
            methods.isEmpty() ? EnumSet.of(RequestMethod.GET, RequestMethod.POST) : methods) {
          doors.add(new Door(method.asHttpMethod(), pattern));
        }
      }
    }
    doors.removeIf(door -> door.pattern().equals("/error"));
    doors.sort(Comparator.comparing(Door::pattern).thenComparing(door -> door.method().name()));
    assertThat(doors).hasSizeGreaterThan(60);
    return doors;
  }

  boolean takesFiles(String door) {
    var content = contents.get(door);
    return content != null && !content.files().isEmpty();
  }

  /** Those that none of the known contents belongs to: a name was changed or a door walled up. */
  Set<String> unknownContents() {
    var names = new java.util.TreeSet<>(contents.keySet());
    all().forEach(door -> names.remove(door.toString()));
    return names;
  }

  /** What a page's door answers to somebody signed in. */
  MvcResult knock(Door door, Map<String, String> ids, MockHttpSession session) throws Exception {
    return knock(request(door, ids).session(session).with(csrf()));
  }

  /** What a door of the API answers to the bearer of a token. */
  MvcResult knock(Door door, Map<String, String> ids, String token) throws Exception {
    return knock(request(door, ids).header("Authorization", "Bearer " + token));
  }

  private MvcResult knock(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return web.perform(request).andReturn();
  }

  MockHttpSession signIn(String login, String password) throws Exception {
    var answer =
        knock(
            MockMvcRequestBuilders.post("/sign-in")
                .with(csrf())
                .param("login", login)
                .param("password", password));
    assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/tasks");
    return (MockHttpSession) answer.getRequest().getSession();
  }

  private AbstractMockHttpServletRequestBuilder<?> request(Door door, Map<String, String> ids) {
    var content = contents.get(door.toString());
    if (content != null && !content.files().isEmpty()) {
      var request = MockMvcRequestBuilders.multipart(door.method(), path(door, ids));
      content.fields().forEach(request::param);
      content.files().forEach((field, file) -> request.file(file(field, file)));
      return request;
    }
    var request = MockMvcRequestBuilders.request(door.method(), path(door, ids));
    if (content == null) {
      return door.changes() && door.api()
          ? request.contentType(MediaType.APPLICATION_JSON).content("{}")
          : request;
    }
    content.fields().forEach(request::param);
    return content.body().isEmpty()
        ? request
        : request.contentType(MediaType.APPLICATION_JSON).content(content.body());
  }

  private static MockMultipartFile file(String field, byte[] content) {
    return new MockMultipartFile(field, field + ".csv", "text/csv", content);
  }

  /** With ids of things that are there, by what stands before them: {@code cases/id}. */
  private static String path(Door door, Map<String, String> ids) {
    return VARIABLE
        .matcher(door.pattern())
        .replaceAll(
            found -> {
              var before = door.pattern().substring(0, found.start()).replaceFirst("^/(api/)?", "");
              var id = ids.get(before + found.group(1));
              assertThat(id)
                  .as("what stands for %s in %s: tell this test", found.group(), door)
                  .isNotNull();
              return id;
            })
        .replace("/**", "/0/000");
  }
}
