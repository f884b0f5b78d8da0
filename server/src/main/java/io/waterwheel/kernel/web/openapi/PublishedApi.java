package io.waterwheel.kernel.web.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.waterwheel.kernel.web.ProblemBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// The last touches to the document: problems as every operation's other answer, and requests that may leave things
/// out.
final class PublishedApi implements OpenApiCustomizer {

    private static final String PROBLEM = "application/problem+json";

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        ModelConverters.getInstance(true).readAll(ProblemBody.class).forEach(components::addSchemas);
        operations(api).forEach(PublishedApi::addProblem);
        operations(api).forEach(PublishedApi::plainPaths);
        relaxRequests(api);
        components.setSchemas(new TreeMap<>(components.getSchemas()));
    }

    private static Iterable<Operation> operations(OpenAPI api) {
        return api.getPaths() == null
                ? Set.of()
                : api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .toList();
    }

    private static void addProblem(Operation operation) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        operation
                .getResponses()
                .setDefault(new ApiResponse()
                        .description("A refusal or a failure")
                        .content(new Content().addMediaType(PROBLEM, new MediaType().schema(problem))));
    }

    /// Whatever type a controller reads it into, what stands in a path is text.
    private static void plainPaths(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "path".equals(parameter.getIn())
                            && parameter.getSchema() != null
                            && parameter.getSchema().get$ref() != null)
                    .forEach(parameter -> parameter.setSchema(new StringSchema().types(Set.of("string"))));
        }
    }

    /// Answers hold every property, null or not; a request may leave out what may be null.
    private static void relaxRequests(OpenAPI api) {
        SchemaReach answers = new SchemaReach(api.getComponents().getSchemas());
        for (Operation operation : operations(api)) {
            operation.getResponses().values().forEach(response -> answers.add(response.getContent()));
        }
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (!answers.names().contains(name) && schema.getRequired() != null) {
                relax(schema);
            }
        });
    }

    private static void relax(Schema<?> schema) {
        List<String> needed = new ArrayList<>(schema.getRequired());
        schema.getProperties().forEach((property, value) -> {
            if (NullSchemas.admitsNull(value)) {
                needed.remove(property);
            }
        });
        schema.setRequired(needed);
    }
}
