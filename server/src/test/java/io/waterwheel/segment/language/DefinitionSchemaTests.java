package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published schema, held against what the reader takes and refuses. Random definitions are held against it
/// where they are made, in `engine`.
class DefinitionSchemaTests {

    private static final Path PUBLISHED = Path.of("..", "docs", "segment-definition.schema.json");
    private static final JsonMapper JSON = new JsonMapper();

    /// Shapes: these the schema says of any condition, without a word written for it.
    private static final Set<Fault> SHAPES =
            EnumSet.of(Fault.MISSING, Fault.WRONG_TYPE, Fault.UNKNOWN_FIELD, Fault.UNKNOWN_CHOICE);

    /// These it says of the conditions that [SchemaRules] knows.
    private static final Set<Fault> RULES = EnumSet.of(
            Fault.UNKNOWN_ATTRIBUTE,
            Fault.NO_ANNIVERSARY,
            Fault.OPERATOR_NOT_FOR_TYPE,
            Fault.NO_VALUES,
            Fault.ONE_VALUE,
            Fault.SOME_VALUES,
            Fault.NOT_A_BOOLEAN,
            Fault.EMPTY_CHOICE);

    private static final Set<String> RULED = Set.of("and", "or", "not", "attribute", "anniversary", "tag", "segment");

    private final SchemaCheck schema = SchemaCheck.published();

    @Test
    void theSchemaIsPublished() throws IOException {
        String expected = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(DefinitionSchema.published()) + "\n";
        if (Boolean.getBoolean("waterwheel.generate")) {
            Files.writeString(PUBLISHED, expected);
        }
        assertThat(Files.exists(PUBLISHED) ? Files.readString(PUBLISHED) : "")
                .as("docs/segment-definition.schema.json is out of date; write it anew with: ./waterwheel generate")
                .isEqualTo(expected);
    }

    @Test
    void everyKindOfConditionIsInIt() {
        JsonNode definitions = JSON.valueToTree(DefinitionSchema.published()).get("$defs");
        List<String> words = Arrays.stream(
                        Condition.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
        assertThat(definitions.get("Condition").get("oneOf")).hasSize(words.size());
        assertThat(definitions
                        .valueStream()
                        .map(definition ->
                                definition.at("/properties/type/const").asString("")))
                .containsAll(words);
    }

    /// The list is that of [DefinitionReaderTests], so that what is refused there is refused here.
    @Test
    void whatTheReaderRefusesForItsShapeDoesNotConform() throws NoSuchMethodException {
        List<String[]> refused = Arrays.stream(DefinitionReaderTests.class
                        .getDeclaredMethod("whatIsWrongIsSaidWithItsPlace", String.class, String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .textBlock()
                        .split("\n"))
                .map(line -> line.split("\\|"))
                .toList();
        long held = 0;
        for (String[] line : refused) {
            JsonNode json = JSON.readTree(line[0].replace('\'', '"'));
            Fault fault = Stream.of(Fault.values())
                    .filter(one -> one.code().equals(line[2].strip()))
                    .findFirst()
                    .orElseThrow();
            boolean ruled =
                    RULES.contains(fault) && RULED.contains(json.path("type").asString(""));
            if (SHAPES.contains(fault) || ruled) {
                assertThat(schema.conforms(json)).as(line[0]).isFalse();
                held++;
            }
        }
        assertThat(held).isGreaterThan(40);
    }

    @Test
    void rangesAreThoseOfTheRecords() {
        String orders = "{'type':'orders','measure':'%s','operator':'atLeast','value':%s,'window':%s}";
        for (Measure measure : Measure.values()) {
            for (long value : List.of(measure.least() - 1, measure.least(), measure.most(), measure.most() + 1)) {
                agrees(orders.formatted(DefinitionSchema.word(measure), value, "null"));
            }
        }
        for (int days : List.of(0, 1, 7305, 7306)) {
            agrees(orders.formatted("count", 1, "{'type':'last','days':" + days + "}"));
        }
        String anniversary = "{'type':'anniversary','attribute':'birthday','within':%s}";
        for (int days : List.of(0, 1, 366, 367)) {
            agrees(anniversary.formatted("{'type':'days','days':" + days + "}"));
        }
        for (int months : List.of(-1, 0, 11, 12)) {
            agrees(anniversary.formatted("{'type':'month','months':" + months + "}"));
        }
        for (String tag : List.of("0", "1", "01", "1; drop table tag", "9".repeat(18), "9".repeat(19))) {
            agrees("{'type':'tag','operator':'any','tags':['" + tag + "']}");
            agrees("{'type':'segment','segment':'" + tag + "'}");
        }
        String attribute = "{'type':'attribute','attribute':'%s','operator':'%s','values':['%s']}";
        for (String value : List.of(" ", "　", "v".repeat(500), "v".repeat(501))) {
            agrees(attribute.formatted("city", "is", value));
        }
        for (String name : List.of("", " ", "n".repeat(100), "n".repeat(101))) {
            agrees(attribute.formatted("attributes." + name, "is", "x"));
        }
    }

    /// All operators of all attributes with every number of values.
    @Test
    void attributesAndOperatorsGoTogetherAsInTheRecords() {
        List<String> attributes = Stream.concat(
                        Arrays.stream(StandardAttribute.values()).map(StandardAttribute::code),
                        Stream.of("attributes.level", "attributesXlevel", "town"))
                .toList();
        for (String attribute : attributes) {
            for (Operator operator : Operator.values()) {
                for (String values : List.of("", "'true'", "'2024-02-29'", "'5'", "'2024-02-29','2024-03-01'")) {
                    String json = "{'type':'attribute','attribute':'%s','operator':'%s','values':[%s]}"
                            .formatted(attribute, operator.code(), values);
                    boolean needsSize = attribute.startsWith("attributes.") && operator.bound();
                    if (!needsSize) {
                        agrees(json);
                    }
                }
            }
        }
    }

    private void agrees(String text) {
        JsonNode json = JSON.readTree(text.replace('\'', '"'));
        InvalidDefinition refused =
                catchThrowableOfType(InvalidDefinition.class, () -> DefinitionReader.read(json, ""));
        assertThat(schema.conforms(json)).as("%s %s", text, schema.faults(json)).isEqualTo(refused == null);
    }
}
