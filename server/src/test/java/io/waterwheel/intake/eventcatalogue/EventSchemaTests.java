package io.waterwheel.intake.eventcatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.event.EventNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The standard events, and their schemas in `docs/events`.
class EventSchemaTests {

    private static final Path DIRECTORY = Path.of("..", "docs", "events");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void everyNameTheProductKnowsIsStandard() throws IllegalAccessException {
        for (java.lang.reflect.Field field : EventNames.class.getFields()) {
            if (field.getType() == String.class) {
                String name = (String) field.get(null);
                assertThat(StandardEvents.named(name)).as(name).isPresent();
            }
        }
    }

    @Test
    void aNameIsStandardOnce() {
        assertThat(StandardEvents.ALL).extracting(StandardEvent::name).doesNotHaveDuplicates();
        assertThat(StandardEvents.ALL).extracting(StandardEvent::slug).doesNotHaveDuplicates();
    }

    @Test
    void otherSpellingsAreRecognised() {
        Map<String, String> meant = Map.of(
                "order_completed", "Order Completed",
                "OrderCompleted", "Order Completed",
                "order-completed", "Order Completed",
                "Completed Order", "Order Completed",
                "purchase", "Order Completed",
                "支付成功", "Order Completed",
                "Viewed Product", "Product Viewed",
                "Added Product", "Product Added",
                "add_to_cart", "Product Added",
                "Order Canceled", "Order Cancelled");
        meant.forEach((name, standard) -> assertThat(StandardEvents.meant(name))
                .as(name)
                .hasValueSatisfying(event -> assertThat(event.name()).isEqualTo(standard)));
        assertThat(StandardEvents.meant("Order Completed")).isEmpty();
        assertThat(StandardEvents.meant("Order Completion")).isEmpty();
        assertThat(StandardEvents.meant("!!")).isEmpty();
    }

    @Test
    void noSpellingMeansTwoEvents() {
        for (StandardEvent event : StandardEvents.ALL) {
            for (String spelling : event.spellings()) {
                if (!spelling.equals(event.name())) {
                    assertThat(StandardEvents.meant(spelling)).as(spelling).contains(event);
                }
            }
        }
    }

    @Test
    void theSchemasArePublished() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (StandardEvent event : StandardEvents.ALL) {
            expected.put(
                    event.slug() + ".json",
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(EventSchema.of(event)) + "\n");
        }
        if (Boolean.getBoolean("waterwheel.generate")) {
            Files.createDirectories(DIRECTORY);
            for (Map.Entry<String, String> schema : expected.entrySet()) {
                Files.writeString(DIRECTORY.resolve(schema.getKey()), schema.getValue());
            }
        }
        Map<String, String> published = new TreeMap<>();
        if (Files.exists(DIRECTORY)) {
            try (Stream<Path> files = Files.list(DIRECTORY)) {
                for (Path file : files.filter(EventSchemaTests::isOfOneEvent).toList()) {
                    published.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        assertThat(published)
                .as("docs/events is out of date; write it anew with: ./waterwheel generate")
                .isEqualTo(expected);
    }

    /// Beside them lies the schema of the message that carries any event.
    private static boolean isOfOneEvent(Path file) {
        String name = file.toString();
        return name.endsWith(".json") && !name.endsWith(".schema.json");
    }
}
