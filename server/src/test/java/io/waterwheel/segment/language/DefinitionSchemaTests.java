package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
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
            Fault.EMPTY_CHOICE,
            Fault.UNKNOWN_LIST);

    private static final Set<String> RULED =
            Set.of("and", "or", "not", "attribute", "anniversary", "tag", "segment", "list");

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

    @Test
    void behaviourIsBoundedAsInTheRecords() {
        String events = "{'type':'events','event':'%s','where':[%s],'measure':'%s','property':%s,'operator':'atLeast',"
                + "'value':%s,'window':null}";
        for (EventMeasure measure : EventMeasure.values()) {
            String word = DefinitionSchema.word(measure);
            String property = measure.ofProperty() ? "'price'" : "null";
            for (String value : List.of("" + (measure.least() - 1), "" + measure.least(), "" + measure.most(), "1.5")) {
                agrees(events.formatted("Scan", "", word, property, value));
            }
            for (String other : List.of("null", "'price'", "' '", "'" + "p".repeat(301) + "'")) {
                agrees(events.formatted("Scan", "", word, other, "1"));
            }
        }
        for (String name : List.of("", " ", "n".repeat(200), "n".repeat(201))) {
            agrees(events.formatted(name, "", "count", "null", "1"));
        }
        String filter = "{'property':'a','operator':'is','values':['b']}";
        for (int many : List.of(10, 11)) {
            agrees(events.formatted("Scan", String.join(",", Collections.nCopies(many, filter)), "count", "null", "1"));
        }
        for (Operator operator : Operator.values()) {
            for (String values : List.of("", "'5'", "'5','6'", "' '")) {
                String one = "{'property':'a','operator':'%s','values':[%s]}".formatted(operator.code(), values);
                agrees(events.formatted("Scan", one, "count", "null", "1"));
            }
        }
        agrees("{'type':'events','event':'Scan','measure':'count','property':null,'operator':'atLeast','value':1,"
                + "'window':null}");
        String sequence = "{'type':'sequence','steps':[%s],'withinDays':%d,'without':%s,'window':null}";
        String step = "{'event':'Scan','where':[]}";
        for (int steps : List.of(0, 1, 2, 5, 6)) {
            String all = String.join(",", Collections.nCopies(steps, step));
            agrees(sequence.formatted(all, 7, "null"));
            agrees(sequence.formatted(all, 7, step));
        }
        for (int days : List.of(0, 1, 7305, 7306)) {
            agrees(sequence.formatted(step + "," + step, days, "null"));
        }
    }

    @Test
    void whereACustomerStandsIsBoundedAsInTheRecords() {
        for (String rfm : List.of(
                "", ",'r':null", ",'r':[]", ",'r':[1,5]", ",'f':[0]", ",'m':[6]", ",'r':[3],'f':null", ",'r':[1.5]")) {
            agrees("{'type':'rfm'" + rfm + "}");
        }
        String cuts = "{'type':'rfm','r':[1],'cuts':{'recency':%s,'frequency':%s,'monetary':%s}}";
        agrees(cuts.formatted("[90,60,30,7]", "[2,3,4,5]", "[1,2,3,4]"));
        agrees(cuts.formatted("[90,60,30]", "[2,3,4,5]", "[1,2,3,4]"));
        agrees(cuts.formatted("[90,60,30,7,1]", "[2,3,4,5]", "[1,2,3,4]"));
        agrees(cuts.formatted("[36501,60,30,7]", "[2,3,4,5]", "[1,2,3,4]"));
        agrees(cuts.formatted("[90,60,30,-1]", "[2,3,4,5]", "[1,2,3,4]"));
        agrees(cuts.formatted("[90,60,30,7]", "[0,3,4,5]", "[1,2,3,4]"));
        agrees(cuts.formatted("[90,60,30,7]", "[2,3,4,5]", "[1,2,3,1000000000000001]"));
        for (String stages : List.of("[]", "['new']", "['new','new']", "['old']")) {
            agrees("{'type':'lifecycle','stages':" + stages + "}");
        }
        for (String days : List.of("null", "0", "1", "3650", "3651")) {
            agrees("{'type':'lifecycle','stages':['new'],'cycleDays':" + days + "}");
        }
        for (String days : List.of("null", "0", "1", "7305", "7306")) {
            agrees("{'type':'aipl','stages':['interest'],'days':" + days + "}");
        }
        for (TouchpointChannel channel : TouchpointChannel.values()) {
            for (TouchpointState state : TouchpointState.values()) {
                for (String guides : List.of("null", "[]", "['zhang']", "[' ']")) {
                    agrees("{'type':'touchpoint','channel':'%s','state':'%s','guides':%s}"
                            .formatted(DefinitionSchema.word(channel), DefinitionSchema.word(state), guides));
                }
            }
        }
        for (String key : List.of("", " ", "k".repeat(100), "k".repeat(101))) {
            agrees("{'type':'share','key':'" + key + "','from':0,'to':1}");
        }
        for (int from : List.of(-1, 0, 9_999, 10_000)) {
            agrees("{'type':'share','key':'k','from':" + from + ",'to':10000}");
        }
        for (int to : List.of(0, 1, 10_000, 10_001)) {
            agrees("{'type':'share','key':'k','from':0,'to':" + to + "}");
        }
        String where = "{'type':'orders','measure':'count','operator':'atLeast','value':1,'window':null,'where':%s}";
        String filter = "{'fact':'category','operator':'in','values':%s}";
        for (String values : List.of("[]", "['a']", "[' ']", "['" + "v".repeat(501) + "']")) {
            agrees(where.formatted("[" + filter.formatted(values) + "]"));
        }
        for (int many : List.of(0, 10, 11)) {
            agrees(where.formatted("[" + String.join(",", Collections.nCopies(many, filter.formatted("['a']"))) + "]"));
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
