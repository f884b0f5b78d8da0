package io.waterwheel.customer.quality;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.LINK;
import static io.waterwheel.customer.generated.Tables.RELATION;
import static io.waterwheel.customer.generated.Tables.SUGGESTION;

import io.waterwheel.customer.CustomerQuality;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
class CustomerCounts implements CustomerQuality {

    /// Every value that every source of the brand said last, whether it stands or not. One pass over the customers:
    /// grouped first by customer, so that who was told of twice counts once.
    private static final String SAID = """
            with told as materialized (
                select profile.customer_no, value.key as attribute, value.value ->> 'source' as source
                from customer.relation
                join customer.profile on profile.customer_no = relation.customer_no
                cross join lateral (
                    select key, value from jsonb_each(profile.attributes)
                    union all
                    select other.key, said.value
                    from jsonb_each(profile.others) other cross join lateral jsonb_array_elements(other.value) said
                ) value
                where relation.brand_id = {0} and (value.value ->> 'brand')::int = {0})
            select source, attribute, count(distinct customer_no) as customers from told
            group by grouping sets ((source, attribute), (source), (attribute))
            """;

    private final DSLContext database;

    CustomerCounts(DSLContext database) {
        this.database = database;
    }

    @Override
    public Coverage coverage(BrandId brand) {
        long customers = database.fetchCount(RELATION, RELATION.BRAND_ID.eq(brand.value()));
        Result<Record> rows = database.fetch(SAID, DSL.inline(brand.value()));
        Map<String, Long> attributes = new TreeMap<>();
        Map<String, Long> sources = new TreeMap<>();
        List<SourceCoverage> said = new ArrayList<>();
        for (Record row : rows) {
            String source = row.get("source", String.class);
            String attribute = row.get("attribute", String.class);
            long count = row.get("customers", Long.class);
            if (source == null) {
                attributes.put(attribute, count);
            } else if (attribute == null) {
                sources.put(source, count);
            } else {
                said.add(new SourceCoverage(source, attribute, count));
            }
        }
        return new Coverage(customers, known(attributes), known(sources), List.copyOf(said), identifiers(brand));
    }

    private static List<Covered> known(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Covered(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<IdentifierCoverage> identifiers(BrandId brand) {
        Map<IdentifierKind, Integer> shared = shared(brand);
        List<IdentifierCoverage> found =
                new ArrayList<>(database.select(IDENTIFIER.KIND, DSL.countDistinct(IDENTIFIER.CUSTOMER_NO), DSL.count())
                        .from(IDENTIFIER)
                        .join(RELATION)
                        .on(RELATION.CUSTOMER_NO.eq(IDENTIFIER.CUSTOMER_NO))
                        .where(RELATION.BRAND_ID.eq(brand.value()))
                        // A member number of another brand says nothing to this one.
                        .and(IDENTIFIER.BRAND_ID.isNull().or(IDENTIFIER.BRAND_ID.eq(brand.value())))
                        .andNot(IDENTIFIER.SHARED)
                        .groupBy(IDENTIFIER.KIND)
                        .fetch(row -> {
                            IdentifierKind kind = IdentifierKind.of(row.value1());
                            Integer none = shared.remove(kind);
                            return new IdentifierCoverage(kind, row.value2(), row.value3(), none == null ? 0 : none);
                        }));
        shared.forEach((kind, values) -> found.add(new IdentifierCoverage(kind, 0, 0, values)));
        found.sort(Comparator.comparing(IdentifierCoverage::kind));
        return found;
    }

    /// A shared identifier belongs to nobody: it is the brand's when it was named with a customer of the brand's.
    private Map<IdentifierKind, Integer> shared(BrandId brand) {
        var other = IDENTIFIER.as("other");
        Map<IdentifierKind, Integer> shared = new EnumMap<>(IdentifierKind.class);
        database.select(IDENTIFIER.KIND, DSL.count())
                .from(IDENTIFIER)
                .where(IDENTIFIER.SHARED)
                .and(DSL.exists(DSL.selectOne()
                        .from(LINK)
                        .join(other)
                        .on(other.NO.eq(
                                DSL.when(LINK.LOW.eq(IDENTIFIER.NO), LINK.HIGH).otherwise(LINK.LOW)))
                        .join(RELATION)
                        .on(RELATION.CUSTOMER_NO.eq(other.CUSTOMER_NO))
                        .where(LINK.LOW.eq(IDENTIFIER.NO).or(LINK.HIGH.eq(IDENTIFIER.NO)))
                        .and(RELATION.BRAND_ID.eq(brand.value()))))
                .groupBy(IDENTIFIER.KIND)
                .forEach(row -> shared.put(IdentifierKind.of(row.value1()), row.value2()));
        return shared;
    }

    @Override
    public long openSuggestions(BrandId brand) {
        return database.fetchCount(
                SUGGESTION, SUGGESTION.BRAND_ID.eq(brand.value()).and(SUGGESTION.STATE.eq("open")));
    }
}
