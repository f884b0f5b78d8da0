package io.waterwheel.segment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.engine.SegmentEngines;
import io.waterwheel.segment.language.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ConditionEffectsTests {

    private static final Instant NOW = Instant.parse("2025-06-30T16:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final WarehouseFixture warehouse = new WarehouseFixture();
    private final SegmentEngine engine = SegmentEngines.over(warehouse, NOW);

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void eachConditionTellsItsOwnCountAndTheWholesWithoutIt() {
        customers(12);
        Condition reachable = new AttributeCondition("reachableByWecom", Operator.IS, List.of("true"));
        Condition shanghai = new AttributeCondition("city", Operator.IS, List.of("city0"));
        List<ConditionEffect> effects = effects(new And(List.of(reachable, new Not(shanghai))));
        assertThat(effects)
                .containsExactly(
                        new ConditionEffect("/definition", 4, 12),
                        new ConditionEffect("/definition/conditions/0", 6, 8),
                        new ConditionEffect("/definition/conditions/1", 8, 6),
                        new ConditionEffect("/definition/conditions/1/condition", 4, 6));
    }

    @Test
    void withoutMeansAskingTheDefinitionFromWhichItIsStruckOut() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        customers(40);
        for (int round = 0; round < 40; round++) {
            Condition definition = condition(random, 3);
            JsonNode json = JSON.readTree(JSON.writerFor(Condition.class).writeValueAsString(definition));
            for (ConditionEffect effect : effects(definition)) {
                String place = effect.pointer().substring("/definition".length());
                Condition alone = JSON.treeToValue(json.at(place), Condition.class);
                assertThat(effect.count())
                        .as("seed %d: %s in %s", seed, place, definition)
                        .isEqualTo(count(alone));
                JsonNode left = without(json, place);
                assertThat(effect.without())
                        .as("seed %d: %s without %s", seed, definition, place)
                        .isEqualTo(count(left == null ? And.EVERYONE : JSON.treeToValue(left, Condition.class)));
            }
        }
    }

    @Test
    void moreThanSixtyAreNotTold() {
        customers(1);
        Condition one = new AttributeCondition("city", Operator.EXISTS, List.of());
        assertThat(effects(new And(IntStream.range(0, 199).mapToObj(_ -> one).toList())))
                .hasSize(60);
    }

    /// The tree with a place struck out, with every group that is left empty.
    private static @Nullable JsonNode without(JsonNode whole, String place) {
        if (place.isEmpty()) {
            return null;
        }
        JsonNode copy = whole.deepCopy();
        int last = place.lastIndexOf('/');
        if (place.endsWith("/condition")) {
            return without(whole, place.substring(0, last));
        }
        ArrayNode members = (ArrayNode) copy.at(place.substring(0, last));
        if (members.size() == 1) {
            return without(whole, place.substring(0, place.lastIndexOf("/conditions/")));
        }
        members.remove(Integer.parseInt(place.substring(last + 1)));
        assertThat(copy).isInstanceOf(ObjectNode.class);
        return copy;
    }

    private static Condition condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextBoolean()
                    ? new AttributeCondition("city", Operator.IN, List.of("city" + random.nextInt(3)))
                    : new AttributeCondition("reachableByWecom", Operator.IS, List.of("true"));
        }
        List<Condition> members = new ArrayList<>();
        IntStream.rangeClosed(0, random.nextInt(3)).forEach(_ -> members.add(condition(random, depth - 1)));
        return switch (random.nextInt(3)) {
            case 0 -> new And(members);
            case 1 -> new Or(members);
            default -> new Not(members.getFirst());
        };
    }

    private List<ConditionEffect> effects(Condition definition) {
        return engine.onOneState(brand, state -> ConditionEffects.of(state, definition, "/definition"));
    }

    private long count(Condition definition) {
        return engine.members(brand, definition).customers().getLongCardinality();
    }

    private void customers(int many) {
        for (int number = 1; number <= many; number++) {
            warehouse.customer(number, null, null, "city" + number % 3, null, Map.of());
            warehouse.relation(brand, number, NOW, null, number % 2 == 0, false);
        }
    }
}
