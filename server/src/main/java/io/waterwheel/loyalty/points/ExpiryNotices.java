package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.EXPIRY_NOTICE;
import static io.waterwheel.loyalty.generated.Tables.LOT;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Sweep;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells, thirty days before, what members will lose on a day: an event for each account and day. It goes
/// through the accounts in pieces and keeps its place with each. What comes later than thirty days before,
/// [LateExpiries] tell.
@Component
public class ExpiryNotices extends Sweep {

    public static final int DAYS = 30;

    private static final int PIECE = 10_000;
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final DSLContext database;
    private final Brands brands;
    private final ExpiryEvents events;
    private final EventLog log;
    private final InstantSource clock;

    ExpiryNotices(DSLContext database, Brands brands, ExpiryEvents events, EventLog log, InstantSource clock) {
        super("points-expiring", "points.expiring", EVERY);
        this.database = database;
        this.brands = brands;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void look() {
        for (Brand brand : brands.all()) {
            attempt("points.expiring", () -> tell(brand));
        }
    }

    /// Days that were left out, because nothing ran then, and days that a node left half told are made up for; of
    /// a new brand the first is told alone.
    private void tell(Brand brand) {
        LocalDate today = brand.dayOf(clock.instant());
        LocalDate until = today.plusDays(DAYS);
        LocalDate last = day(brand, DSL.max(EXPIRY_NOTICE.DAY), DSL.trueCondition());
        LocalDate half = day(
                brand,
                DSL.min(EXPIRY_NOTICE.DAY),
                DSL.condition(EXPIRY_NOTICE.DONE).not());
        LocalDate from = Stream.of(half, last)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .filter(day -> !day.isBefore(today))
                .orElse(last == null ? until : today);
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            boolean more = true;
            while (more) {
                more = piece(brand, day);
            }
        }
    }

    private @Nullable LocalDate day(Brand brand, Field<LocalDate> which, Condition condition) {
        return database.select(which)
                .from(EXPIRY_NOTICE)
                .where(EXPIRY_NOTICE.BRAND_ID.eq(brand.id().value()), condition)
                .fetchOne(which);
    }

    private boolean piece(Brand brand, LocalDate day) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            transaction
                    .insertInto(EXPIRY_NOTICE)
                    .set(EXPIRY_NOTICE.BRAND_ID, brand.id().value())
                    .set(EXPIRY_NOTICE.DAY, day)
                    .set(EXPIRY_NOTICE.THROUGH_NO, 0)
                    .set(EXPIRY_NOTICE.DONE, false)
                    .onConflictDoNothing()
                    .execute();
            var mine = EXPIRY_NOTICE.BRAND_ID.eq(brand.id().value()).and(EXPIRY_NOTICE.DAY.eq(day));
            Integer through = transaction
                    .select(EXPIRY_NOTICE.THROUGH_NO)
                    .from(EXPIRY_NOTICE)
                    .where(mine, DSL.condition(EXPIRY_NOTICE.DONE).not())
                    .forUpdate()
                    .skipLocked()
                    .fetchOne(EXPIRY_NOTICE.THROUGH_NO);
            if (through == null) {
                return false;
            }
            List<Record3<Integer, Integer, BigDecimal>> accounts = accounts(transaction, brand, day, through);
            List<NewEvent> told = new ArrayList<>();
            for (Record3<Integer, Integer, BigDecimal> account : accounts) {
                if (account.value3() != null) {
                    told.add(events.of(
                            brand,
                            new CustomerNo(account.value1()),
                            new CustomerNo(account.value2()),
                            day,
                            account.value3().longValueExact()));
                }
            }
            log.append(told);
            boolean more = accounts.size() == PIECE;
            transaction
                    .update(EXPIRY_NOTICE)
                    .set(
                            EXPIRY_NOTICE.THROUGH_NO,
                            accounts.isEmpty() ? through : accounts.getLast().value1())
                    .set(EXPIRY_NOTICE.DONE, !more)
                    .where(mine)
                    .execute();
            return more;
        });
    }

    /// The next accounts, with what of each expires that day: a short range of the index lot_to_spend.
    private static List<Record3<Integer, Integer, BigDecimal>> accounts(
            DSLContext transaction, Brand brand, LocalDate day, int through) {
        Field<BigDecimal> expiring = DSL.field(DSL.select(DSL.sum(LOT.REMAINING))
                .from(LOT)
                .where(
                        LOT.BRAND_ID.eq(ACCOUNT.BRAND_ID),
                        LOT.OPENED_NO.eq(ACCOUNT.OPENED_NO),
                        DSL.condition(LOT.OPEN),
                        LOT.EXPIRES_AT.ge(brand.startOf(day)),
                        LOT.EXPIRES_AT.lt(brand.startOf(day.plusDays(1)))));
        return transaction
                .select(ACCOUNT.OPENED_NO, ACCOUNT.CUSTOMER_NO, expiring)
                .from(ACCOUNT)
                .where(ACCOUNT.BRAND_ID.eq(brand.id().value()), ACCOUNT.OPENED_NO.gt(through))
                .orderBy(ACCOUNT.OPENED_NO)
                .limit(PIECE)
                .fetch();
    }
}
