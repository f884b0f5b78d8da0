package io.waterwheel.exchange.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PersonalTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void sealedValuesAreLeftOutAtAnyDepthAndNamed() {
        Personal.Rest rest = omitted("""
                {"order_id": "1", "phone": "v1:abc", "contact": {"emails": ["v1:def", "v1:ghi"], "city": "杭州"},
                 "a/b": "v1:jkl"}""", false);
        assertThat(rest.node()).isEqualTo(JSON.readTree("""
                {"order_id": "1", "contact": {"emails": [], "city": "杭州"}}"""));
        assertThat(rest.omitted()).containsExactly("/phone", "/contact/emails/0", "/contact/emails/1", "/a~1b");
    }

    @Test
    void aPersonsNameIsLeftOutButAProductsStays() {
        String properties = """
                {"name": "Yunnan beans", "First_Name": "雷", "products": [{"name": "Tea"}], "receiver": "李雷"}""";
        assertThat(omitted(properties, false).node())
                .isEqualTo(JSON.readTree("{\"name\": \"Yunnan beans\", \"products\": [{\"name\": \"Tea\"}]}"));
        assertThat(omitted(properties, true).omitted()).containsExactly("/name", "/First_Name", "/receiver");
    }

    @Test
    void theSchemaDescribesExactlyWhatIsSent() throws Exception {
        JsonNode schema = JSON.readTree(Files.readString(Path.of("..", "docs", "events", "event-message.schema.json")));
        assertThat(names(schema.get("properties"))).containsExactlyElementsOf(components(EventMessage.class));
        JsonNode data = schema.at("/properties/data");
        assertThat(names(data.get("properties"))).containsExactlyElementsOf(components(EventMessage.Data.class));
        assertThat(data.get("required").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(components(EventMessage.Data.class));
    }

    private static Personal.Rest omitted(String properties, boolean traits) {
        return Personal.omitted(JSON.readTree(properties), traits);
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static List<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
