package io.waterwheel.intake.eventcatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PropertyWalkTests {

    private final PropertyWalk walk = new PropertyWalk(JsonMapper.shared());

    @Test
    void everyTypeIsTold() {
        assertThat(types("""
                        {"text":"a","number":1,"decimal":1.5,"boolean":true,"day":"2026-03-01",
                         "time":"2026-03-01T10:00:00+08:00","plain":"2026-03-01 10:00:00","list":[1],"object":{"inner":"x"}}"""))
                .isEqualTo(Map.of(
                        "text", PropertyType.TEXT,
                        "number", PropertyType.NUMBER,
                        "decimal", PropertyType.NUMBER,
                        "boolean", PropertyType.BOOLEAN,
                        "day", PropertyType.TIME,
                        "time", PropertyType.TIME,
                        "plain", PropertyType.TIME,
                        "list", PropertyType.LIST,
                        "object", PropertyType.OBJECT,
                        "object.inner", PropertyType.TEXT));
    }

    @Test
    void whatOnlyLooksLikeADayIsText() {
        assertThat(types("{\"a\":\"2026-03-01x\",\"b\":\"2026/03/01\",\"c\":\"2026-03-01 kg\"}")
                        .values())
                .containsOnly(PropertyType.TEXT);
    }

    @Test
    void nullAndEmptyTextAreNotFilled() {
        assertThat(types("{\"a\":null,\"b\":\"\",\"c\":\"  \"}")).isEmpty();
    }

    @Test
    void theLinesOfAnOrderAreOneProperty() {
        assertThat(types("{\"products\":[{\"price\":1},{\"price\":2,\"name\":\"x\"}],\"tags\":[\"a\",[1]]}"))
                .containsKeys("products", "products[].price", "products[].name", "tags")
                .hasSize(4);
    }

    @Test
    void depthAndLengthEnd() {
        assertThat(types("{\"a\":{\"b\":{\"c\":{\"d\":1}}},\"" + "x".repeat(200) + "\":1,\"last\":1}")
                        .keySet())
                .isEqualTo(new TreeSet<>(java.util.Set.of("a", "a.b", "a.b.c", "last")));
    }

    @Test
    void aNameThatHoldsANumberIsOneOfMany() {
        assertThat(types("{\"13812345678\":1,\"sku_90001\":1,\"li@example.com\":1,\"line2\":1}")
                        .keySet())
                .containsExactlyInAnyOrder("#", "sku_#", "line2");
    }

    @Test
    void personalIsWhatIsSealedOrNamedSo() {
        Map<String, Boolean> personal = new LinkedHashMap<>();
        walk.walk(
                "{\"phone\":\"v1:abc\",\"note\":\"v1:abc\",\"email\":true,\"address\":{\"city\":\"x\",\"street\":\"y\"},\"name\":\"z\"}",
                (path, type, value, secret) -> personal.put(path, secret));
        assertThat(personal)
                .containsEntry("phone", true)
                .containsEntry("note", true)
                .containsEntry("address.street", true)
                .containsEntry("address.city", false)
                .containsEntry("name", false);
    }

    @Test
    void whatIsNoObjectTeachesNothing() {
        assertThat(types("[1]")).isEmpty();
        assertThat(types("{\"a\":1,")).containsOnlyKeys("a");
    }

    private Map<String, PropertyType> types(String properties) {
        Map<String, PropertyType> types = new LinkedHashMap<>();
        walk.walk(properties, (path, type, value, personal) -> types.putIfAbsent(path, type));
        return types;
    }
}
