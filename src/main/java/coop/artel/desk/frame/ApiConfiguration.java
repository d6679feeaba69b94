package coop.artel.desk.frame;

import coop.artel.access.OpenDoors;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The description of the API at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
  private static final String BEARER = "bearer";
  private static final Map<String, String> PROBLEMS =
      Map.of(
          "400", "What was sent cannot be read, or has something unknown in it",
          "401", "Nobody is signed in",
          "403", "The caller may not do this",
          "404", "There is no such thing, or the caller may not know of it",
          "409", "The state of things does not allow it",
          "413", "What was sent is larger than 64 KiB (models: 1 MiB)",
          "415", "What was sent is of another kind than JSON (models: XML)",
          "422", "What was sent does not fit; errors says where",
          "429", "This came too often; Retry-After says when to try again",
          "500", "Something is broken here; id stands in the server's log");

  @Bean
  OpenAPI apiDescription() {
    return new OpenAPI()
        .addServersItem(new Server().url("/").description("Here"))
        .info(
            new Info()
                .title("Artel")
                .version("1")
                .description(
                    "Everything that the pages do. Errors are problem documents (RFC 9457) in the"
                        + " language of Accept-Language."))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER))
                .addSchemas("Problem", problem()))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  @Bean
  OpenApiCustomizer problemResponses() {
    return api ->
        api.getPaths()
            .values()
            .forEach(path -> path.readOperations().forEach(ApiConfiguration::addProblems));
  }

  /** Who needs no token is told so: an empty list of demands overrides the one of all. */
  @Bean
  OpenApiCustomizer openDoors() {
    return api ->
        OpenDoors.PATHS.forEach(
            (method, paths) ->
                paths.forEach(
                    path ->
                        operation(api, method, path)
                            .ifPresent(operation -> operation.security(List.of()))));
  }

  private static Optional<Operation> operation(OpenAPI api, HttpMethod method, String path) {
    return Optional.ofNullable(api.getPaths().get(path))
        .map(item -> item.readOperationsMap().get(PathItem.HttpMethod.valueOf(method.name())));
  }

  private static void addProblems(Operation operation) {
    PROBLEMS.forEach(
        (status, words) -> operation.getResponses().addApiResponse(status, response(words)));
  }

  private static ApiResponse response(String words) {
    var schema = new Schema<>().$ref("#/components/schemas/Problem");
    return new ApiResponse()
        .description(words)
        .content(
            new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .addProperty("type", new StringSchema().example("/problems/form-invalid"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
        .addProperty("code", new StringSchema().example("form-invalid"))
        .addProperty("id", new StringSchema().description("of status 500, as in the log"))
        .addProperty("errors", new ArraySchema().items(error()));
  }

  private static Schema<?> error() {
    return new ObjectSchema()
        .addProperty("field", new StringSchema())
        .addProperty("code", new StringSchema())
        .addProperty("message", new StringSchema());
  }
}
