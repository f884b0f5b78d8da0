package io.waterwheel.wecom.tag;

import static io.waterwheel.wecom.generated.Tables.ACCOUNT;
import static io.waterwheel.wecom.generated.Tables.TAG_PUSH;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells WeCom what changed here. When WeCom limits the rate (45009, 45033), the whole brand waits, longer each time.
@Component
class TagPushWork {

    private static final Logger log = LoggerFactory.getLogger(TagPushWork.class);

    private static final int PEOPLE = 100;
    private static final int MOST_ATTEMPTS = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Brands brands;
    private final TagSync sync;
    private final InstantSource clock;
    private final Map<BrandId, Pause> pauses = new ConcurrentHashMap<>();

    TagPushWork(
            DSLContext database, TransactionOperations transactions, Brands brands, TagSync sync, InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.brands = brands;
        this.sync = sync;
        this.clock = clock;
    }

    private record Pause(Duration length, Instant until) {}

    /// The brands that have a corp and are not waiting.
    List<BrandId> ready() {
        return database.select(ACCOUNT.BRAND_ID).from(ACCOUNT).fetch(row -> new BrandId(row.value1())).stream()
                .filter(brand -> {
                    Pause pause = pauses.get(brand);
                    return pause == null || !clock.instant().isBefore(pause.until);
                })
                .toList();
    }

    /// @return whether there may be more at once
    boolean work(BrandId id) {
        Brand brand = brands.get(id);
        List<String> people = List.of();
        try {
            if (sync.libraryDiffers(brand)) {
                sync.library(brand);
            }
            people = take(brand);
            if (!people.isEmpty()) {
                sync.push(brand, people);
                done(brand, people);
            }
            pauses.remove(brand.id());
            return people.size() == PEOPLE;
        } catch (Problem problem) {
            wait(brand, people, problem);
            return false;
        }
    }

    private List<String> take(Brand brand) {
        return transactions.execute(_ -> {
            List<String> people = database.select(TAG_PUSH.EXTERNAL_USERID)
                    .from(TAG_PUSH)
                    .where(TAG_PUSH.BRAND_ID.eq(brand.id().value()))
                    .and(TAG_PUSH.DUE_AT.le(clock.instant()))
                    .orderBy(TAG_PUSH.DUE_AT)
                    .limit(PEOPLE)
                    .forUpdate()
                    .skipLocked()
                    .fetch(TAG_PUSH.EXTERNAL_USERID);
            database.update(TAG_PUSH)
                    .set(TAG_PUSH.DUE_AT, clock.instant().plus(LEASE))
                    .set(TAG_PUSH.ATTEMPTS, TAG_PUSH.ATTEMPTS.plus(1))
                    .where(TAG_PUSH.BRAND_ID.eq(brand.id().value()))
                    .and(TAG_PUSH.EXTERNAL_USERID.in(people))
                    .execute();
            return people;
        });
    }

    /// Whoever changed again meanwhile is due again and stays.
    private void done(Brand brand, List<String> people) {
        database.deleteFrom(TAG_PUSH)
                .where(TAG_PUSH.BRAND_ID.eq(brand.id().value()))
                .and(TAG_PUSH.EXTERNAL_USERID.in(people))
                .and(TAG_PUSH.DUE_AT.gt(clock.instant()))
                .execute();
    }

    /// After many tries a synchronisation brings what was given up.
    private void wait(Brand brand, List<String> people, Problem problem) {
        Pause before = pauses.get(brand.id());
        Duration length = before == null ? SHORTEST : before.length.multipliedBy(2);
        Duration most = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        Instant until = clock.instant().plus(most);
        pauses.put(brand.id(), new Pause(most, until));
        log.info(
                "wecom.tags.later brand={} code={} seconds={}",
                brand.key(),
                problem.type().code(),
                most.toSeconds());
        if (!people.isEmpty()) {
            database.update(TAG_PUSH)
                    .set(TAG_PUSH.DUE_AT, until)
                    .set(TAG_PUSH.PROBLEM, problem.type().code())
                    .where(TAG_PUSH.BRAND_ID.eq(brand.id().value()))
                    .and(TAG_PUSH.EXTERNAL_USERID.in(people))
                    .and(TAG_PUSH.DUE_AT.gt(clock.instant()))
                    .execute();
            database.deleteFrom(TAG_PUSH)
                    .where(TAG_PUSH.BRAND_ID.eq(brand.id().value()))
                    .and(TAG_PUSH.ATTEMPTS.ge(MOST_ATTEMPTS))
                    .execute();
        }
    }
}
