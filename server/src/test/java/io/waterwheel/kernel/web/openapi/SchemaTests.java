package io.waterwheel.kernel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaTests {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "leaf", value = Leaf.class),
        @JsonSubTypes.Type(name = "branch", value = Branch.class)
    })
    sealed interface Tree permits Leaf, Branch {}

    record Leaf(String colour, @Nullable Integer size) implements Tree {}

    record Branch(List<Tree> parts) implements Tree {}

    record Garden(Tree oldest, @Nullable Tree newest) {}

    @Test
    void aSealedInterfaceIsOneOfItsRecordsToldApartByTheirType() {
        Map<String, Schema> schemas = read(Garden.class);
        assertThat(schemas.keySet()).containsExactlyInAnyOrder("Garden", "Tree", "Leaf", "Branch");
        assertThat(json(schemas.get("Tree"))).isEqualTo(json("""
                {"discriminator":{"mapping":{"leaf":"#/components/schemas/Leaf","branch":"#/components/schemas/Branch"},\
                "propertyName":"type"},"oneOf":[{"$ref":"#/components/schemas/Leaf"},{"$ref":"#/components/schemas/Branch"}]}"""));
        assertThat(json(schemas.get("Leaf"))).isEqualTo(json("""
                {"properties":{"type":{"type":"string","enum":["leaf"]},"colour":{"type":"string"},\
                "size":{"type":["integer","null"],"format":"int32"}},"required":["colour","size","type"],"type":"object"}"""));
        assertThat(json(schemas.get("Branch"))).isEqualTo(json("""
                {"properties":{"type":{"type":"string","enum":["branch"]},\
                "parts":{"items":{"$ref":"#/components/schemas/Tree"},"type":"array"}},\
                "required":["parts","type"],"type":"object"}"""));
    }

    @Test
    void aReferenceThatMayBeNullIsEitherOfBoth() {
        assertThat(json(read(Garden.class).get("Garden")).at("/properties/newest"))
                .isEqualTo(json("""
                {"oneOf":[{"$ref":"#/components/schemas/Tree"},{"type":"null"}]}"""));
    }

    private static Map<String, Schema> read(Class<?> type) {
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RecordSchemas());
        converters.addConverter(new ChoiceSchemas());
        return converters.readAll(type);
    }

    private static JsonNode json(@Nullable Object schema) {
        return json(Json31.pretty(schema));
    }

    /// As a tree: the order of properties means nothing.
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
