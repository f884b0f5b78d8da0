package io.waterwheel.customer.source;

import static io.waterwheel.customer.generated.Tables.SOURCE_LEVEL;

import io.waterwheel.customer.SourceKinds;
import io.waterwheel.kernel.BrandId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The stored levels.
@Component
public class SourceLevels {

    private static final String ALL = "";

    private final List<SourceKinds> kinds;

    SourceLevels(List<SourceKinds> kinds) {
        this.kinds = kinds;
    }

    /// The levels as they stand in that transaction. They are read when first asked for: nearly all customers are told
    /// of by one source, and then nobody asks.
    public Levels reading(DSLContext transaction) {
        Map<Short, BrandLevels> known = new HashMap<>();
        return (brand, attribute, source) -> known.computeIfAbsent(
                        brand, unread -> of(transaction, new BrandId(unread)))
                .of(attribute, source);
    }

    public BrandLevels of(DSLContext database, BrandId brand) {
        List<SourceLevel> general = new ArrayList<>();
        Map<String, List<SourceLevel>> attributes = new TreeMap<>();
        database.selectFrom(SOURCE_LEVEL)
                .where(SOURCE_LEVEL.BRAND_ID.eq(brand.value()))
                .orderBy(SOURCE_LEVEL.LEVEL, SOURCE_LEVEL.NAMED, SOURCE_LEVEL.NAME)
                .forEach(row -> {
                    SourceLevel level = new SourceLevel(Named.of(row.getNamed()), row.getName(), row.getLevel());
                    List<SourceLevel> levels = row.getAttribute().equals(ALL)
                            ? general
                            : attributes.computeIfAbsent(row.getAttribute(), unset -> new ArrayList<>());
                    levels.add(level);
                });
        Map<String, SourceKind> sources = new TreeMap<>();
        kinds.forEach(told -> told.of(database, brand).forEach((name, kind) -> sources.put(name, SourceKind.of(kind))));
        return new BrandLevels(general, attributes, sources);
    }

    /// Puts these levels in the place of what was set for the attribute, or for all when it is empty.
    public void replace(DSLContext transaction, BrandId brand, String attribute, List<SourceLevel> levels) {
        transaction
                .deleteFrom(SOURCE_LEVEL)
                .where(SOURCE_LEVEL.BRAND_ID.eq(brand.value()))
                .and(SOURCE_LEVEL.ATTRIBUTE.eq(attribute))
                .execute();
        transaction
                .batch(levels.stream()
                        .map(level -> DSL.insertInto(SOURCE_LEVEL)
                                .set(SOURCE_LEVEL.BRAND_ID, brand.value())
                                .set(SOURCE_LEVEL.ATTRIBUTE, attribute)
                                .set(SOURCE_LEVEL.NAMED, level.named().code())
                                .set(SOURCE_LEVEL.NAME, level.name())
                                .set(SOURCE_LEVEL.LEVEL, (short) level.level()))
                        .toList())
                .execute();
    }
}
