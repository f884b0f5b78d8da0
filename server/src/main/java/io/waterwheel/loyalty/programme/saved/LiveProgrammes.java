package io.waterwheel.loyalty.programme.saved;

import static io.waterwheel.loyalty.generated.Tables.PROGRAMME_VERSION;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.loyalty.programme.ProgrammeReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The programmes that count. Versions never change, so each is read and made ready once.
@Component
public class LiveProgrammes {

    private final Brands brands;
    private final JsonMapper json;
    private final Map<Key, LiveProgramme> ready = new ConcurrentHashMap<>();

    LiveProgrammes(Brands brands, JsonMapper json) {
        this.brands = brands;
        this.json = json;
    }

    private record Key(BrandId brand, int version) {}

    /// All versions of a brand, the oldest first.
    public List<LiveProgramme> versions(DSLContext database, BrandId brand) {
        return all(database).getOrDefault(brand, List.of());
    }

    /// The one that counts now.
    public Optional<LiveProgramme> current(DSLContext database, BrandId brand) {
        List<LiveProgramme> versions = versions(database, brand);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /// The one by which something that happened then is judged; none before the first.
    public static Optional<LiveProgramme> at(List<LiveProgramme> versions, Instant at) {
        return versions.stream()
                .filter(version -> !version.publishedAt().isAfter(at))
                .reduce((_, later) -> later);
    }

    /// Of all brands, each from the oldest on.
    public Map<BrandId, List<LiveProgramme>> all(DSLContext database) {
        Map<BrandId, List<LiveProgramme>> all = new HashMap<>();
        database.select(PROGRAMME_VERSION.BRAND_ID, PROGRAMME_VERSION.VERSION)
                .from(PROGRAMME_VERSION)
                .orderBy(PROGRAMME_VERSION.BRAND_ID, PROGRAMME_VERSION.VERSION)
                .fetch()
                .forEach(row -> {
                    Key key = new Key(new BrandId(row.value1()), row.value2());
                    LiveProgramme programme = ready.get(key);
                    if (programme == null) {
                        programme = read(database, key);
                        ready.put(key, programme);
                    }
                    all.computeIfAbsent(key.brand(), _ -> new ArrayList<>()).add(programme);
                });
        return all;
    }

    private LiveProgramme read(DSLContext database, Key key) {
        var row = database.selectFrom(PROGRAMME_VERSION)
                .where(PROGRAMME_VERSION.BRAND_ID.eq(key.brand().value()))
                .and(PROGRAMME_VERSION.VERSION.eq(key.version()))
                .fetchSingle();
        return LiveProgramme.of(
                brands.get(key.brand()),
                key.version(),
                row.getPublishedAt(),
                row.getPublishedBy(),
                ProgrammeReader.read(json.readTree(row.getDefinition().data()), ""));
    }
}
