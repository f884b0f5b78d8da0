package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.LINK;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Tells the links that say something new from those told a thousand times.
final class KnownLinks {

    /// A two-hundred-and-fiftieth of the heap, each at about so many bytes: those that are told again and again now.
    private static final long EACH = 150;

    private static final long REMEMBERED_MOST = Runtime.getRuntime().maxMemory() / 250 / EACH;

    private final Cache<Long, Instant> firstAt =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MOST).build();

    void forget() {
        firstAt.invalidateAll();
    }

    /// Those that are not stored yet, or stored with a later time or a weaker reason.
    ///
    /// @param freshFrom the smallest number this batch gave out: links of such numbers cannot be stored yet
    Collection<NamedTogether> news(DSLContext transaction, Map<Long, NamedTogether> together, int freshFrom) {
        List<NamedTogether> news = new ArrayList<>();
        List<NamedTogether> asked = new ArrayList<>();
        for (NamedTogether named : together.values()) {
            Link link = named.link();
            Instant known = firstAt.getIfPresent(link.pair());
            if (link.how() == Link.How.PERSON || link.high() >= freshFrom) {
                news.add(named);
            } else if (known == null) {
                asked.add(named);
            } else if (link.firstAt().isBefore(known)) {
                news.add(named);
            }
        }
        if (!asked.isEmpty()) {
            stored(transaction, asked);
            for (NamedTogether named : asked) {
                Instant known = firstAt.getIfPresent(named.link().pair());
                if (known == null || named.link().firstAt().isBefore(known)) {
                    news.add(named);
                }
            }
        }
        return news;
    }

    private void stored(DSLContext transaction, List<NamedTogether> asked) {
        RowSet rows = new RowSet(LINK.LOW, LINK.HIGH);
        asked.forEach(named -> rows.row(named.link().low(), named.link().high()));
        RowSet.Given given = rows.as("given");
        transaction
                .select(LINK.LOW, LINK.HIGH, LINK.FIRST_AT)
                .from(LINK)
                .join(given.table())
                .on(LINK.LOW.eq(given.field(LINK.LOW)))
                .and(LINK.HIGH.eq(given.field(LINK.HIGH)))
                .forEach(row -> firstAt.put((long) row.value1() << 32 | row.value2(), row.value3()));
    }

    void write(DSLContext transaction, Collection<NamedTogether> news) {
        if (news.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(LINK.LOW, LINK.HIGH, LINK.HOW, LINK.SOURCE, LINK.FIRST_AT, LINK.BROWSER);
        for (NamedTogether named : news) {
            Link link = named.link();
            rows.row(link.low(), link.high(), link.how().code(), link.source(), link.firstAt(), named.browser());
            firstAt.put(link.pair(), link.firstAt());
        }
        RowSet.Given given = rows.as("given");
        var at = DSL.excluded(LINK.FIRST_AT);
        transaction
                .insertInto(LINK, LINK.LOW, LINK.HIGH, LINK.HOW, LINK.SOURCE, LINK.FIRST_AT, LINK.BROWSER)
                .select(DSL.select(
                                given.field(LINK.LOW),
                                given.field(LINK.HIGH),
                                given.field(LINK.HOW),
                                given.field(LINK.SOURCE),
                                given.field(LINK.FIRST_AT),
                                given.field(LINK.BROWSER))
                        .from(given.table()))
                .onConflict(LINK.LOW, LINK.HIGH)
                .doUpdate()
                .set(LINK.FIRST_AT, DSL.least(LINK.FIRST_AT, at))
                .set(
                        LINK.SOURCE,
                        DSL.when(at.lt(LINK.FIRST_AT), DSL.excluded(LINK.SOURCE))
                                .otherwise(LINK.SOURCE))
                .set(
                        LINK.HOW,
                        DSL.when(DSL.excluded(LINK.HOW).eq(Link.How.PERSON.code()), Link.How.PERSON.code())
                                .otherwise(LINK.HOW))
                .execute();
    }
}
