package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.DefinitionReader;
import io.waterwheel.segment.language.SchemaCheck;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RandomSchemaTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyDefinitionConformsToThePublishedSchemaAndIsReadAsItWasWritten() {
        long seed = Long.getLong("seed", System.nanoTime());
        RandomSegments segments = new RandomSegments(
                new Random(seed), Instant.parse("2024-02-22T16:00:00Z"), ZoneId.of("Asia/Shanghai"), List.of("1", "2"));
        SchemaCheck schema = SchemaCheck.published();
        for (int i = 0; i < 2_000; i++) {
            Condition definition = segments.condition(3);
            JsonNode json = JSON.readTree(JSON.writerFor(Condition.class).writeValueAsString(definition));
            assertThat(schema.faults(json)).as("seed %d: %s", seed, json).isEmpty();
            assertThat(DefinitionReader.read(json, "")).as("seed %d", seed).isEqualTo(definition);
        }
    }
}
