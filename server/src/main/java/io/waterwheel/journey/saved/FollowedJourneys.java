package io.waterwheel.journey.saved;

import static io.waterwheel.journey.generated.Tables.JOURNEY_VERSION;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brands;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.kernel.BrandId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The journeys the engine follows. How they stand is read each time, which is a row each; what they say is
/// read once, because a published version never changes.
@Component
public class FollowedJourneys {

    private final DSLContext database;
    private final Brands brands;
    private final JsonMapper json;
    private final Map<VersionKey, PublishedJourney> versions = new ConcurrentHashMap<>();

    FollowedJourneys(DSLContext database, Brands brands, JsonMapper json) {
        this.database = database;
        this.brands = brands;
        this.json = json;
    }

    private record VersionKey(long journey, int version) {}

    /// All that were ever published, as they stand now.
    public List<FollowedJourney> all(DSLContext transaction) {
        return transaction
                .selectFrom(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.VERSION.isNotNull())
                .orderBy(SAVED_JOURNEY.ID)
                .fetch(this::followed);
    }

    public Map<Long, FollowedJourney> byId(DSLContext transaction, Set<Long> ids) {
        return transaction
                .selectFrom(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.ID.in(ids))
                .and(SAVED_JOURNEY.VERSION.isNotNull())
                .fetchMap(SAVED_JOURNEY.ID, this::followed);
    }

    FollowedJourney followed(Record row) {
        return new FollowedJourney(
                row.get(SAVED_JOURNEY.ID),
                brands.get(new BrandId(row.get(SAVED_JOURNEY.BRAND_ID))),
                row.get(SAVED_JOURNEY.NAME),
                JourneyState.of(row.get(SAVED_JOURNEY.STATE)),
                row.get(SAVED_JOURNEY.VERSION),
                row.get(SAVED_JOURNEY.STARTED_AT),
                row.get(SAVED_JOURNEY.PAUSED_AT),
                Duration.ofMillis(row.get(SAVED_JOURNEY.HELD_MILLIS)));
    }

    /// What a version says. Only of versions that are committed: what is remembered is never looked at again.
    public PublishedJourney version(long journey, int version) {
        return versions.computeIfAbsent(new VersionKey(journey, version), this::read);
    }

    /// The same, read anew.
    JourneyDefinition stored(long journey, int version) {
        return read(new VersionKey(journey, version)).definition();
    }

    private PublishedJourney read(VersionKey key) {
        String definition = database.select(JOURNEY_VERSION.DEFINITION)
                .from(JOURNEY_VERSION)
                .where(JOURNEY_VERSION.JOURNEY_ID.eq(key.journey))
                .and(JOURNEY_VERSION.VERSION.eq(key.version))
                .fetchSingle(row -> row.value1().data());
        return PublishedJourney.of(key.journey, key.version, json.readValue(definition, JourneyDefinition.class));
    }

    /// Every event name that any version of these journeys asks for, by brand: what bears another name is not
    /// looked at.
    public Map<BrandId, Set<String>> names(List<FollowedJourney> journeys) {
        Map<BrandId, Set<String>> names = new HashMap<>();
        for (FollowedJourney journey : journeys) {
            Set<String> asked = names.computeIfAbsent(journey.brand().id(), _ -> ConcurrentHashMap.newKeySet());
            for (int version = 1; version <= journey.version(); version++) {
                asked.addAll(version(journey.id(), version).awaited());
            }
            version(journey.id(), journey.version()).lettingIn().ifPresent(asked::add);
        }
        return names;
    }

    /// The live journeys that an event of a brand may let somebody into, by its name.
    public static Map<String, List<FollowedJourney>> lettingIn(
            List<FollowedJourney> journeys, BrandId brand, FollowedJourneys versions) {
        return journeys.stream()
                .filter(journey -> journey.brand().id().equals(brand) && journey.state() != JourneyState.STOPPED)
                .filter(journey -> versions.version(journey.id(), journey.version())
                        .lettingIn()
                        .isPresent())
                .collect(Collectors.groupingBy(
                        journey -> Objects.requireNonNull(versions.version(journey.id(), journey.version())
                                .lettingIn()
                                .orElse(null))));
    }
}
