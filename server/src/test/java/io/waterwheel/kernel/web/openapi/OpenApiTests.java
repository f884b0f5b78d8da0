package io.waterwheel.kernel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description the console's client is generated from.
@ServerTest
class OpenApiTests {

    private static final Path PUBLISHED = Path.of("target", "openapi.json");
    private static final Pattern SUFFIX = Pattern.compile(".*_?\\d+$");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Autowired
    Browsers browsers;

    JsonNode document;

    @BeforeEach
    void fetch() throws IOException {
        Answer answer = browsers.commandLine().get("/api/openapi");
        assertThat(answer.status()).isEqualTo(200);
        document = answer.json();
        assertThat(document.at("/servers/0/url").asString())
                .as("the same from every server")
                .isEqualTo("/");
        // The client is told its server where it is used.
        ((ObjectNode) document).remove("servers");
        JsonMapper pretty =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(PUBLISHED, pretty.writeValueAsString(document) + "\n");
    }

    @Test
    void everyOperationHasATagAndANameOfItsOwn() {
        List<JsonNode> operations = operations().toList();
        assertThat(operations).hasSizeGreaterThan(10).allSatisfy(operation -> {
            assertThat(operation.path("tags")).as(operation.toString()).isNotEmpty();
            assertThat(operation.path("operationId").asString("")).isNotEmpty().doesNotMatch(SUFFIX);
        });
        assertThat(operations.stream()
                        .map(operation -> operation.path("operationId").asString("")))
                .doesNotHaveDuplicates();
    }

    @Test
    void everySchemaIsNamedByItsRecordAlone() {
        assertThat(document.at("/components/schemas").propertyNames())
                .contains("Problem", "Session", "Brand", "PageJob")
                .allSatisfy(name -> assertThat(name).doesNotMatch(SUFFIX).doesNotEndWith("Body"));
    }

    @Test
    void everyOperationMayAnswerWithAProblem() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(operation
                                .at("/responses/default/content/application~1problem+json/schema/$ref")
                                .asString(""))
                        .isEqualTo("#/components/schemas/Problem"));
    }

    @Test
    void whatMayBeNullSaysSoAndIsThereInAnswers() {
        JsonNode session = document.at("/components/schemas/Session");
        assertThat(texts(session.get("required"))).containsExactlyInAnyOrder("person", "brands", "version", "demo");
        assertThat(session.at("/properties/person/oneOf/1/type").asString()).isEqualTo("null");
        JsonNode page = document.at("/components/schemas/PageJob");
        assertThat(texts(page.get("required"))).containsExactlyInAnyOrder("items", "next");
        assertThat(texts(page.at("/properties/next/type"))).containsExactlyInAnyOrder("string", "null");
    }

    @Test
    void aRequestMayLeaveOutWhatMayBeNull() {
        assertThat(document.at("/components/schemas/AccountChange").path("required"))
                .isEmpty();
        assertThat(texts(document.at("/components/schemas/NewAccount/required")))
                .containsExactlyInAnyOrder("username", "displayName", "role");
    }

    @Test
    void theBrandInAPathIsItsKey() {
        JsonNode parameter = document.at("/paths/~1api~1brands~1{brand}/put/parameters/0");
        assertThat(parameter.get("name").asString()).isEqualTo("brand");
        assertThat(parameter.at("/schema/type").asString()).isEqualTo("string");
    }

    @Test
    void aListIsAskedForByCursorAndLimit() {
        JsonNode parameters = document.at("/paths/~1api~1jobs/get/parameters");
        assertThat(parameters
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactlyInAnyOrder("active", "cursor", "limit");
        assertThat(parameters
                        .valueStream()
                        .map(parameter -> parameter.path("required").asBoolean(false)))
                .containsOnly(false);
    }

    private Stream<JsonNode> operations() {
        return document.get("paths")
                .valueStream()
                .flatMap(path -> path.propertyStream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(java.util.Map.Entry::getValue));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
