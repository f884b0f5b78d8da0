package io.waterwheel.intake.eventcatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    private final Map<LocalDate, EventStream.Day> days = new HashMap<>();
    private final Map<String, Map<LocalDate, EventStream.Types>> properties = new HashMap<>();
    private Instant firstAt = LONG_AGO;
    private Instant lastAt = NOW;

    @Test
    void aSteadyStreamWarnsOfNothing() {
        for (int ago = 0; ago < 15; ago++) {
            day(ago, 100);
            filled("price", ago, PropertyType.NUMBER, 100);
            filled("note", ago, PropertyType.TEXT, ago % 3);
        }
        assertThat(found("Kettle Boiled")).isEmpty();
    }

    @Test
    void aDailyEventThatStopsIsSilent() {
        for (int ago = 2; ago < 9; ago++) {
            day(ago, 70);
        }
        lastAt = NOW.minusSeconds(30 * 3600);
        assertThat(drift("Kettle Boiled")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(WarningKind.SILENT);
            assertThat(finding.words().en()).contains("30 hours");
        });
    }

    @Test
    void aRareEventIsNotSilent() {
        day(2, 10);
        day(8, 10);
        lastAt = NOW.minusSeconds(48 * 3600);
        assertThat(found("Kettle Boiled")).isEmpty();
    }

    @Test
    void silenceOfMonthsIsNoNews() {
        for (int ago = 40; ago < 47; ago++) {
            day(ago, 10);
        }
        lastAt = NOW.minusSeconds(40L * 24 * 3600);
        assertThat(found("Kettle Boiled")).isEmpty();
    }

    @Test
    void aPropertyThatDisappearsIsToldOfAndOneThatWasRareIsNot() {
        for (int ago = 1; ago < 8; ago++) {
            day(ago, 20);
            filled("price", ago, PropertyType.NUMBER, 19);
            filled("coupon", ago, PropertyType.TEXT, 2);
        }
        day(0, 20);
        assertThat(found("Kettle Boiled")).containsExactly("PROPERTY_VANISHED price");
    }

    @Test
    void aFewEventsWithoutItProveNothing() {
        for (int ago = 1; ago < 8; ago++) {
            day(ago, 20);
            filled("price", ago, PropertyType.NUMBER, 20);
        }
        day(0, 9);
        assertThat(found("Kettle Boiled")).isEmpty();
    }

    @Test
    void aPropertyThatChangesItsTypeIsToldOfOnce() {
        for (int ago = 1; ago < 8; ago++) {
            day(ago, 20);
            filled("price", ago, PropertyType.NUMBER, 20);
        }
        day(0, 20);
        filled("price", 0, PropertyType.TEXT, 20);
        assertThat(drift("Kettle Boiled")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(WarningKind.TYPE_CHANGED);
            assertThat(finding.words().en()).isEqualTo("“price” was a number and is text now");
            assertThat(finding.words().zh()).isEqualTo("“price”从数字变成了文本");
        });
    }

    @Test
    void nowThisNowThatIsMixed() {
        day(0, 100);
        properties.put(
                "price", Map.of(TODAY, new EventStream.Types(Map.of(PropertyType.NUMBER, 97L, PropertyType.TEXT, 3L))));
        assertThat(found("Kettle Boiled")).containsExactly("TYPES_MIXED price");
        properties.put(
                "price", Map.of(TODAY, new EventStream.Types(Map.of(PropertyType.NUMBER, 98L, PropertyType.TEXT, 2L))));
        assertThat(found("Kettle Boiled")).isEmpty();
    }

    @Test
    void aStandardEventIsHeldToItsStandard() {
        day(0, 20);
        filled("query", 0, PropertyType.TEXT, 9);
        assertThat(found("Products Searched")).containsExactly("REQUIRED_MISSING query");
        filled("query", 0, PropertyType.LIST, 20);
        assertThat(found("Products Searched")).containsExactly("TYPE_NOT_STANDARD query");
        // A search for 501, or for a day, is a search.
        filled("query", 0, PropertyType.NUMBER, 20);
        assertThat(found("Products Searched")).isEmpty();
    }

    @Test
    void aNewNameIsNewForAWeekButNotInANewBrandNorWhenItIsStandard() {
        firstAt = NOW.minusSeconds(3600);
        assertThat(found("Kettle Boiled")).containsExactly("NEW_NAME null");
        assertThat(found("Product Viewed")).isEmpty();
        assertThat(new Drift(NOW, TODAY, firstAt.minusSeconds(60)).of(stream("Kettle Boiled")))
                .isEmpty();
        firstAt = NOW.minusSeconds(8L * 24 * 3600);
        assertThat(found("Kettle Boiled")).isEmpty();
    }

    @Test
    void anotherSpellingOfAStandardNameIsToldOf() {
        assertThat(found("order_completed")).containsExactly("MISSPELT null");
    }

    @Test
    void theGravestComesFirst() {
        for (int ago = 2; ago < 9; ago++) {
            day(ago, 70);
        }
        lastAt = NOW.minusSeconds(30 * 3600);
        assertThat(found("order_completed")).containsExactly("SILENT null", "MISSPELT null");
    }

    private void day(int ago, long events) {
        days.put(TODAY.minusDays(ago), new EventStream.Day(events, events));
    }

    private void filled(String property, int ago, PropertyType type, long count) {
        if (count > 0) {
            properties
                    .computeIfAbsent(property, absent -> new HashMap<>())
                    .put(TODAY.minusDays(ago), new EventStream.Types(Map.of(type, count)));
        }
    }

    private EventStream stream(String name) {
        return new EventStream(name, firstAt, lastAt, LocalDate.ofInstant(lastAt, ZoneOffset.UTC), days, properties);
    }

    private List<Drift.Finding> drift(String name) {
        return new Drift(NOW, TODAY, LONG_AGO).of(stream(name));
    }

    private List<String> found(String name) {
        return drift(name).stream()
                .map(finding -> finding.kind() + " " + finding.property())
                .toList();
    }
}
